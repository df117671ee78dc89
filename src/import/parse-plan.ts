/** Parses a text into the first version of its content files. Every character is part of a piece or of the page chrome. */
import { locateClauses, type LocatedClause } from '../content-files/interpret.ts';
import { periodOf, publicationOf } from '../content-files/publication.ts';
import type { Content } from '../content-files/schema.ts';
import type { Finding } from '../plan/model.ts';
import { byPosition } from '../plan/sort.ts';
import { findCorrections } from './extract/corrections.ts';
import { extractDocuments } from './extract/documents.ts';
import { findPlanFacts, findRules } from './extract/plan-facts.ts';
import { extractUnits, readAllClauses, unitNames, type ClauseReadings } from './extract/units.ts';
import { reportAmbiguousNames, reportUnknownDays } from './outline/ambiguities.ts';
import { dropNeedlessOffsets } from './outline/offsets.ts';
import { OutlineParser } from './outline/outline-parser.ts';
import { summarizeImport, type ImportSummary } from './outline/summary.ts';
import { taskEntries } from './outline/task-entries.ts';
import { numberTasks } from './outline/task-numbers.ts';
import { Report } from './report.ts';
import { splitAnnex } from './structure/annex.ts';
import { findItems } from './structure/items.ts';
import { readLevels } from './structure/levels.ts';
import { cutAtItems, readLines } from './structure/lines.ts';
import { splitLabels } from './structure/lost-breaks.ts';
import { readPageFrame, type PageFrame } from './structure/page-frame.ts';
import type { Line } from './structure/segment.ts';
import { splitSignature } from './structure/signature.ts';
import { markUnnumbered } from './structure/unnumbered.ts';

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

/** Parses the whole text; everything that is wrong with it is reported at once. */
export function parsePlan(seed: string, origin: Origin): Draft {
  const report = new Report(`seeds/${origin.file}`);
  const parsed = parseContent(readLines(seed), origin, report);
  const lost = parsed && dropNeedlessOffsets(parsed.content, seed);
  if (lost !== undefined)
    report.error(lost, 'this line cannot be accounted for', 'report it as a mistake of the import');
  const { findings, open } = report.settle(parsed?.content.tasks.length ?? 0, origin.accept === true);
  if (!parsed || findings.length > 0) return { findings, open };
  const { content, clauses, readings } = parsed;
  return { content, findings: [], open, summary: summarizeImport(content, clauses, readings) };
}

interface ParsedContent {
  content: Content;
  clauses: LocatedClause[];
  readings: ClauseReadings;
}

function parseContent(lines: Line[], origin: Origin, report: Report): ParsedContent | undefined {
  const frame = parseFrame(lines, report);
  if (!frame) return undefined;
  const parser = new OutlineParser(report);
  const { body: whole, annex } = splitAnnex(frame.body, report);
  const { body, signature } = splitSignature(whole);
  parser.parse(frame.lost ? splitLabels(body) : markUnnumbered(body));
  parser.addProse(signature, 'signature');
  parser.addProse(annex, 'annex');
  const { outline, chapters, blankLines } = parser.builder;
  for (const { number, goal, label } of outline.sections) {
    if (goal && !label) report.suspect('label', goal.line, `section ${number} has no line 措施:`);
  }
  const tasks = taskEntries(parser.tasks, numberTasks(parser.numbered, report), report);
  const corrections = findCorrections(
    lines.map(({ text }) => text),
    tasks,
    outline,
  );
  const clauses = locateClauses({ tasks, outline });
  const readings = readAllClauses(clauses.map(({ piece }) => piece.text));
  reportAmbiguousNames(clauses, readings, report);
  reportUnknownDays(tasks, report);
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
    units: extractUnits(unitNames(readings)),
    documents: extractDocuments(tasks, [title, ...chapters], corrections, outline),
    corrections,
    glossary: [],
    progress: [],
  };
  return { content, clauses, readings };
}

/** The text between title and footer, cut at its numbered items; undefined if it has none, or no title. */
function parseFrame(lines: Line[], report: Report): (PageFrame & { lost: boolean }) | undefined {
  const { items, lost } = findItems(lines);
  const roleOf = readLevels(lines, items);
  if (!roleOf) {
    const advice = 'import a plan whose tasks have numbers and end in a clause like （某局负责）';
    report.error(undefined, 'no numbered item says who is responsible', advice);
    return undefined;
  }
  const outer = items
    .map((item) => ({ ...item, role: roleOf(item.style) }))
    .filter(({ role }) => role !== 'inner');
  const frame = readPageFrame(cutAtItems(lines, outer), lost);
  if (!frame) {
    report.error(undefined, 'no line can be the title', 'put the title on a line of its own before the text');
    return undefined;
  }
  if (lost)
    report.open(frame.title.line, 'the text has lost its line breaks; items are recognized by their numbers');
  return { ...frame, lost };
}
