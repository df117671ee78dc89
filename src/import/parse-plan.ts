/** Parses a text into the first version of its content files. Every character is part of a piece or of the page chrome. */
import { fold } from '../clauses/fold.ts';
import { locateClauses, type LocatedClause } from '../content-files/interpret.ts';
import { periodOf, publicationOf } from '../content-files/facts/publication.ts';
import { findTables, tableProblem } from '../content-files/table/find-tables.ts';
import type { Content } from '../content-files/schema.ts';
import type { Finding, TaskNumber } from '../plan/model.ts';
import { byPosition } from '../plan/sort.ts';
import { findCorrections } from './extract/corrections.ts';
import { extractDocuments } from './extract/documents.ts';
import { findPlanFacts, findRules } from '../content-files/facts/plan-facts.ts';
import { extractUnits, readAllClauses, type ClauseReadings } from './extract/units.ts';
import {
  reportAmbiguousNames,
  reportCharacters,
  reportControls,
  reportLargeNumbers,
  reportUnknownDays,
  reportUnseen,
} from './outline/ambiguities.ts';
import { dropNeedlessOffsets } from './outline/offsets.ts';
import { OutlineParser } from './outline/outline-parser.ts';
import { summarizeImport, type ImportSummary } from './outline/summary.ts';
import { taskEntries } from './outline/task-entries.ts';
import { numberRows, numberTasks } from './outline/task-numbers.ts';
import { Report } from './report.ts';
import { splitAnnex } from './structure/annex.ts';
import { reportThreeLevels } from './structure/decimal-numbers.ts';
import { findItems } from './structure/items.ts';
import { readLevels } from './structure/levels.ts';
import { cutAtItems, readLines } from './structure/lines.ts';
import { splitLabels } from './structure/lost-breaks.ts';
import { markAnnexTitles, withoutNotice } from './structure/title/notice.ts';
import { readPageFrame, type PageFrame } from './structure/page-frame.ts';
import { hasClause, type Line, type Segment } from './structure/segment.ts';
import { splitSignature } from './structure/signature.ts';
import { markUnnumbered } from './structure/unnumbered.ts';
import { reportSlips } from './structure/slipped-marks.ts';
import { reportUnreadCells } from './table/cell-problems.ts';
import { TableParser } from './table/table-parser.ts';

/** What is known of a text besides its characters. */
export interface Origin {
  /** File in seeds/. */
  file: string;
  sha256: string;
  /** Whether suspected damage is listed as open instead of stopping the import. */
  accept?: boolean | undefined;
}

/** Content, or findings that stop the import; `open` is what an editor should look at in either case. */
export type Draft =
  | { content: Content; findings: []; open: Finding[]; summary: ImportSummary }
  | { content?: undefined; findings: Finding[]; open: Finding[]; summary?: undefined };

/** What a text may have; a plan of ten thousand tasks, one a line, has less. */
export const LIMITS = { lines: 20_000, characters: 2_000_000 };

/** Parses the whole text; everything that is wrong with it is reported at once. */
export function parsePlan(seed: string, origin: Origin): Draft {
  const report = new Report(`seeds/${origin.file}`);
  const excess = excessOf(seed);
  if (excess !== undefined) {
    report.error(undefined, excess, 'import the plan alone; empty lines may be deleted from a copy');
    return report.settle(0, false);
  }
  const lines = readLines(seed);
  reportControls(lines, report);
  const parsed = parseContent(lines, origin, report);
  const lost = parsed && dropNeedlessOffsets(parsed.content, seed);
  if (lost !== undefined)
    report.error(lost, 'this line cannot be accounted for', 'report it as a mistake of the import');
  const { findings, open } = report.settle(parsed?.content.tasks.length ?? 0, origin.accept === true);
  if (!parsed || findings.length > 0) return { findings, open };
  const { content, clauses, readings } = parsed;
  return { content, findings: [], open, summary: summarizeImport(content, clauses, readings) };
}

/** What a text has too much of: each line is an entry of the content, which editors read and every build checks. */
function excessOf(seed: string): string | undefined {
  if (seed.length > LIMITS.characters)
    return `the text has ${seed.length} characters; a plan has at most ${LIMITS.characters}`;
  let lines = 1;
  for (let end = seed.indexOf('\n'); end >= 0; end = seed.indexOf('\n', end + 1)) lines++;
  return lines > LIMITS.lines ? `the text has ${lines} lines; a plan has at most ${LIMITS.lines}` : undefined;
}

interface ParsedContent {
  content: Content;
  clauses: LocatedClause[];
  readings: ClauseReadings;
}

function parseContent(lines: Line[], origin: Origin, report: Report): ParsedContent | undefined {
  const outlined = parseTables(lines, report) ?? parseItems(lines, report);
  if (!outlined) return undefined;
  const { frame, parser, numbers } = outlined;
  const { outline, chapters, blankLines } = parser.builder;
  for (const { number, goal, label } of outline.sections) {
    if (goal && !label) report.suspect('label', goal.line, `section ${number} has no line 措施:`);
  }
  const tasks = taskEntries(parser.tasks, numbers, report);
  // Those that say so are headings, or below what was lost.
  if (tasks.length === 0) report.error(undefined, ...NO_TASKS);
  const corrections = findCorrections(
    lines.map(({ text }) => text),
    tasks,
    outline,
  );
  const clauses = locateClauses({ tasks, outline });
  const readings = readAllClauses(clauses);
  reportAmbiguousNames(clauses, readings, report);
  reportUnreadCells(tasks, clauses, readings, report);
  reportUnknownDays(tasks, report);
  const units = extractUnits(readings.names);
  reportCharacters(lines, units, report);
  reportUnseen(lines, report);
  const { line, at, text } = frame.title;
  const chrome = [...frame.chrome, ...blankLines].sort(byPosition);
  const title = { prose: [{ line, text, kind: 'heading' as const }] };
  const content: Content = {
    plan: {
      title: { line, at, text },
      ...publicationOf({ chrome, chapters, outline }),
      period: periodOf(text),
      source: { file: origin.file, sha256: origin.sha256, column: frame.column },
      official: false,
      ...findPlanFacts(chapters, outline),
      rules: findRules(lines),
      chrome,
    },
    outline,
    chapters,
    tasks,
    units,
    documents: extractDocuments(tasks, [title, ...chapters], corrections, outline),
    corrections,
    glossary: [],
    progress: [],
  };
  return { content, clauses, readings };
}

/** The text between title and footer, its headings and tasks, and the numbers of these. */
interface Outlined {
  frame: PageFrame;
  parser: Pick<OutlineParser, 'builder' | 'tasks'>;
  numbers: TaskNumber[];
}

const NO_TASKS: [problem: string, advice: string] = [
  'no numbered item says who is responsible',
  'import a plan whose tasks have numbers and end in （某局负责） or 责任单位：某局',
];

/** Parses a text whose tasks are numbered items; undefined if it has none, or no title. */
function parseItems(lines: Line[], report: Report): Outlined | undefined {
  const { items, slips, lost } = findItems(lines);
  const roleOf = readLevels(lines, items);
  if (!roleOf) {
    report.error(undefined, ...(tableProblem(lines) ?? NO_TASKS));
    return undefined;
  }
  const outer = items
    .map((item) => ({ ...item, role: roleOf(item.style) }))
    .filter(({ role }) => role !== 'inner');
  const frame = parseFrame(cutAtItems(lines, withoutNotice(outer, lines)), lost, report);
  if (!frame) return undefined;
  if (lost)
    report.open(frame.title.line, 'the text has lost its line breaks; items are recognized by their numbers');
  reportLargeNumbers(lines, report);
  reportSlips(slips, lines, report);
  reportThreeLevels(lines, report);
  const parser = new OutlineParser(report);
  const { body: whole, annex } = splitAnnex(frame.body, report);
  const { body, signature } = splitSignature(whole);
  parser.parse(lost ? splitLabels(body) : markUnnumbered(markAnnexTitles(body)));
  parser.addProse(signature, 'signature');
  parser.addProse(annex, 'annex');
  return { frame, parser, numbers: numberTasks(parser.numbered, report) };
}

/** Parses a text whose tasks are the rows of tables; undefined where more of it says who is responsible outside of them. */
function parseTables(lines: Line[], report: Report): Outlined | undefined {
  const rows = findTables(lines);
  const inTable = new Set(
    rows.flatMap(({ line, lines: count }) => Array.from({ length: count }, (_, at) => line + at)),
  );
  const others = lines.filter((one) => hasClause(one) && !inTable.has(one.line)).length;
  if (rows.filter(({ kind }) => kind === 'task').length <= others) return undefined;
  const segments = cutAtItems(lines, []).map((one) =>
    inTable.has(one.line) ? { ...one, role: 'inner' as const } : one,
  );
  const frame = parseFrame(segments, false, report);
  if (!frame) return undefined;
  const parser = new TableParser(rows, report);
  const { body, signature } = splitSignature(frame.body);
  parser.parse(body);
  for (const one of signature) parser.builder.addToChapter(one, 'signature');
  return { frame, parser, numbers: numberRows(parser.numbered, report) };
}

/** What the table above a document says of one that is no longer in force. */
const INVALID =
  /(?:有 *效 *性|效力状态|是否有效|有效状态) *[:\t] *(?:否|(?:已|现已|全文|部分)?(?:失效|废止|无效|撤销|修改)[^ \t]{0,6})/;

function parseFrame(segments: Segment[], lost: boolean, report: Report): PageFrame | undefined {
  const frame = readPageFrame(segments, lost);
  if (!frame)
    report.error(undefined, 'no line can be the title', 'put the title on a line of its own before the text');
  for (const { line, text } of frame?.chrome ?? []) {
    const invalid = INVALID.exec(fold(text));
    if (!invalid) continue;
    const problem = `the page says of the document: “${text.slice(invalid.index, invalid.index + invalid[0].length)}”`;
    report.open(line, problem, 'the site does not show this; ask whether the plan is still in force');
  }
  const above = frame?.aboveTitle;
  if (above)
    report.open(
      above.line,
      `“${above.text.trim().slice(0, 30)}” is taken for a line of the web page, not for the beginning of the title`,
      'where it belongs to the title, join the two lines in a copy of the text',
    );
  return frame;
}
