/** A text → the content files' first version. Every character ends up in a piece or is named as chrome. */
import { findPlanFacts, findRules } from './extract/plan-facts.ts';
import type { Finding } from '../plan/model.ts';
import { byPosition } from '../plan/sort.ts';
import { splitAnnex } from './structure/annex.ts';
import { OutlineParser } from './outline/outline-parser.ts';
import type { LocatedClause } from '../content-files/interpret.ts';
import { locateClauses } from '../content-files/interpret.ts';
import { reportAmbiguousNames, reportUnknownDays } from './outline/ambiguities.ts';
import { readHead } from './structure/page-frame.ts';
import { findItems } from './structure/items.ts';
import { readLevels } from './structure/levels.ts';
import type { Line } from './structure/lines.ts';
import { cutAtItems, readLines } from './structure/lines.ts';
import { splitLabels } from './structure/lost-breaks.ts';
import { numberTasks } from './outline/task-numbers.ts';
import { dropNeedlessOffsets } from './outline/offsets.ts';
import { Report } from './report.ts';
import { periodOf } from '../content-files/publication.ts';
import { taskEntries } from './outline/task-entries.ts';
import { summarizeImport } from './outline/summary.ts';
import { markUnnumbered } from './structure/unnumbered.ts';
import type { ImportSummary } from './outline/summary.ts';
import { findCorrections } from './extract/corrections.ts';
import { extractDocuments } from './extract/documents.ts';
import type { ClauseReadings } from './extract/units.ts';
import { unitNames, readAllClauses, extractUnits } from './extract/units.ts';
import type { Content } from '../content-files/schema.ts';

export { taskFilePath } from './outline/task-entries.ts';
export { chapterFilePath } from './outline/outline-builder.ts';

/** What an importer has to know besides the text. */
export interface Origin {
  /** File in seeds/. */
  file: string;
  sha256: string;
  /** Spells each character in lower-case pinyin without tones. */
  spell: (text: string) => string[];
  /** Takes a text as it is although some of it looks damaged; what does is then listed as open. */
  accept?: boolean | undefined;
}

/** With findings there is no content. `open` is what an editor should look at; the content holds it all the same. */
export type Draft =
  | { content: Content; findings: []; open: Finding[]; understood: ImportSummary }
  | { content?: undefined; findings: Finding[]; open: Finding[]; understood?: undefined };

/** Reads the whole text; all that is wrong with it is reported at once, and then there is no content. */
export function parsePlan(seed: string, origin: Origin): Draft {
  const report = new Report(`seeds/${origin.file}`);
  const lines = readLines(seed);
  const read = readContent(lines, origin, report);
  const content = read?.content;
  const misplaced = content && dropNeedlessOffsets(content, seed);
  if (misplaced !== undefined)
    report.error(misplaced, 'this line cannot be accounted for', 'report it as a mistake of the import');
  const { findings, open } = report.settle(content?.tasks.length ?? 0, origin.accept === true);
  if (!content || findings.length > 0) return { findings, open };
  return { content, findings: [], open, understood: summarizeImport(content, read.clauses, read.reading) };
}

interface Read {
  content: Content;
  clauses: LocatedClause[];
  reading: ClauseReadings;
}

function readContent(lines: Line[], origin: Origin, report: Report): Read | undefined {
  const { items, lost } = findItems(lines);
  const levels = readLevels(lines, items);
  if (!levels) {
    report.error(
      undefined,
      'no numbered item says who is responsible',
      'import a plan whose tasks have numbers and end in a clause like （某局负责）',
    );
    return undefined;
  }
  const placed = items
    .map((item) => ({ ...item, role: levels.roleOf(item.style) }))
    .filter(({ role }) => role !== 'inner');
  const head = readHead(cutAtItems(lines, placed), lost);
  if (!head) {
    report.error(undefined, 'no line can be the title', 'put the title on a line of its own before the text');
    return undefined;
  }
  if (lost) {
    const problem = 'the text has lost its line breaks; items are told by their numbers';
    report.open(head.title.line, problem, 'compare with the published page');
  }
  const builder = new OutlineParser(report);
  const { body, annex } = splitAnnex(head.body, report);
  builder.read(lost ? splitLabels(body) : markUnnumbered(body));
  builder.readAnnex(annex);
  const { chapters, blank } = builder.outline;
  const outline = builder.outline.finished();
  for (const { number, goal, label } of outline.sections) {
    if (goal && !label)
      report.suspect(
        'label',
        goal.line,
        `section ${number} has no line 措施:`,
        'compare with the published page',
      );
  }
  const tasks = taskEntries(builder.tasks, numberTasks(builder.numbered, report), report);
  const corrections = findCorrections(
    lines.map(({ text }) => text),
    tasks,
    outline,
  );
  const period = periodOf(head.title.text);
  const { line, at, text } = head.title;
  const clauses = locateClauses({ tasks, outline });
  const reading = readAllClauses(clauses.map(({ piece }) => piece.text));
  reportAmbiguousNames(clauses, reading, report);
  reportUnknownDays(tasks, report);
  const rules = findRules(lines);
  const { publisher, published } = head.source;
  const content: Content = {
    plan: {
      title: { line, at, text },
      ...(publisher !== undefined && { publisher }),
      ...(published !== undefined && { published }),
      ...(period && { period }),
      source: {
        file: origin.file,
        sha256: origin.sha256,
        ...(head.column !== undefined && head.column !== '' && { column: head.column }),
      },
      official: false,
      ...findPlanFacts(chapters, outline),
      ...(rules && { rules }),
      chrome: [...head.chrome, ...blank].sort(byPosition),
    },
    outline,
    chapters,
    tasks,
    units: extractUnits(unitNames(reading), origin.spell),
    documents: extractDocuments(
      tasks,
      [{ prose: [{ line, text, kind: 'heading' }] }, ...chapters],
      corrections,
      outline,
    ),
    corrections,
    glossary: [],
    progress: [],
  };
  return { content, clauses, reading };
}
