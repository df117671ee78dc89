/** A text → the content files' first version. Every character ends up in a piece or is named as chrome. */
import { findPlanFacts, findRules } from './extract/plan-facts.ts';
import type { Finding } from '../plan/model.ts';
import { byPlace } from '../plan/sort.ts';
import { takeAnnex } from './structure/annex.ts';
import { Builder } from './outline/outline-parser.ts';
import type { PlacedClause } from '../content-files/interpret.ts';
import { clausesIn } from '../content-files/interpret.ts';
import { reportNames, reportTimes } from './outline/ambiguities.ts';
import { readHead } from './structure/page-frame.ts';
import { findItems } from './structure/items.ts';
import { readLevels } from './structure/levels.ts';
import type { Line } from './structure/lines.ts';
import { cut, linesOf } from './structure/lines.ts';
import { splitLabels } from './structure/lost-breaks.ts';
import { numberTasks } from './outline/task-numbers.ts';
import { settlePlaces } from './outline/offsets.ts';
import { Report } from './report.ts';
import { periodOf } from '../content-files/publication.ts';
import { taskEntries } from './outline/task-entries.ts';
import { understand } from './outline/summary.ts';
import { markUnnumbered } from './structure/unnumbered.ts';
import type { Understood } from './outline/summary.ts';
import { proposeCorrections } from './extract/corrections.ts';
import { proposeDocuments } from './extract/documents.ts';
import type { Reading } from './extract/units.ts';
import { namesIn, readClauses, unitsOf } from './extract/units.ts';
import type { Content } from '../content-files/schema.ts';

export { taskFile } from './outline/task-entries.ts';
export { chapterFile } from './outline/outline-builder.ts';

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
  | { content: Content; findings: []; open: Finding[]; understood: Understood }
  | { content?: undefined; findings: Finding[]; open: Finding[]; understood?: undefined };

/** Reads the whole text; all that is wrong with it is reported at once, and then there is no content. */
export function parsePlan(seed: string, origin: Origin): Draft {
  const report = new Report(`seeds/${origin.file}`);
  const lines = linesOf(seed);
  const read = readContent(lines, origin, report);
  const content = read?.content;
  const misplaced = content && settlePlaces(content, seed);
  if (misplaced !== undefined)
    report.error(misplaced, 'this line cannot be accounted for', 'report it as a mistake of the import');
  const { findings, open } = report.settle(content?.tasks.length ?? 0, origin.accept === true);
  if (!content || findings.length > 0) return { findings, open };
  return { content, findings: [], open, understood: understand(content, read.clauses, read.reading) };
}

interface Read {
  content: Content;
  clauses: PlacedClause[];
  reading: Reading;
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
  const head = readHead(cut(lines, placed), lost);
  if (!head) {
    report.error(undefined, 'no line can be the title', 'put the title on a line of its own before the text');
    return undefined;
  }
  if (lost) {
    const problem = 'the text has lost its line breaks; items are told by their numbers';
    report.open(head.title.line, problem, 'compare with the published page');
  }
  const builder = new Builder(report);
  const { body, annex } = takeAnnex(head.body, report);
  builder.read(lost ? splitLabels(body) : markUnnumbered(body));
  builder.readAnnex(annex);
  const { chapters, blank } = builder.filing;
  const outline = builder.filing.finished();
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
  const corrections = proposeCorrections(
    lines.map(({ text }) => text),
    tasks,
    outline,
  );
  const period = periodOf(head.title.text);
  const { line, at, text } = head.title;
  const clauses = clausesIn({ tasks, outline });
  const reading = readClauses(clauses.map(({ piece }) => piece.text));
  reportNames(clauses, reading, report);
  reportTimes(tasks, report);
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
      chrome: [...head.chrome, ...blank].sort(byPlace),
    },
    outline,
    chapters,
    tasks,
    units: unitsOf(namesIn(reading), origin.spell),
    documents: proposeDocuments(
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
