/** Content → Plan: what readers are shown, with everything computed that can be. Expects content that passed check.ts. */
import { piecesOf } from './account.ts';
import { citationSpans } from './citations.ts';
import { deadlineOf } from './deadlines.ts';
import { readDuty } from './duty.ts';
import { explanationOf, linkTerms, termUses } from './glossary.ts';
import { documentCitations, tasksOfMeasure, unitPartners, unitTasks } from './links.ts';
import { toShown } from './marks.ts';
import type {
  Chapter,
  Duty,
  DutyPart,
  Paragraph,
  Part,
  Passage,
  Plan,
  Progress,
  Run,
  Section,
  Sentence,
  Task,
  Verbatim,
} from './model.ts';
import { once } from './once.ts';
import { runsOfLine, shownOf, sourceOf, splitRuns } from './runs.ts';
import type { Content, TaskEntry } from './schema.ts';
import { groupSentences, sentenceEnds } from './sentences.ts';

const byNumber = (a: { number: number }, b: { number: number }) => a.number - b.number;

/** A heading without the number that stands before it: 一、…, (一)…, 3. …. */
const withoutNumber = (heading: string) =>
  heading.replace(/^(?:[一二三四五六七八九十]+、|（[^）]+）|\d+\.\s*)/, '');

const unitIds = once((units: Content['units']) => new Map(units.map(({ id, name }) => [name, id])));
const sectionsOfMeasures = once(
  ({ sections }: Content['outline']) =>
    new Map(sections.flatMap(({ number, measures }) => measures.map((measure) => [measure.number, number]))),
);

/** Builds the one model that all pages, data files and pictures are made from. */
export function assemble(content: Content): Plan {
  const passage = (piece: Verbatim) => passageOf(piece, content);
  const tasks = content.tasks.map((task) => taskOf(task, content)).sort(byNumber);
  const sections = sectionsOf(content, passage, tasks);
  const chapters = content.chapters
    .map(({ id, part, prose }): Chapter => ({
      id,
      part,
      prose: prose.map((one) => ({ ...passage(one), kind: one.kind })),
    }))
    .sort((a, b) => a.part - b.part);
  const { plan } = content;
  const written = piecesOf(content)
    .map(({ text }) => text)
    .join('\n');
  return {
    ...plan,
    site: plan.site ?? { contact: [] },
    title: passage(plan.title),
    generalDeadline: shownEvidence(plan.generalDeadline),
    reporting: shownEvidence(plan.reporting),
    goal: shownEvidence(plan.goal),
    parts: content.outline.parts.map((part) => partOf(part, passage)).sort(byNumber),
    chapters,
    sections,
    tasks,
    units: content.units
      .map((unit) => ({
        ...unit,
        aliases: unit.aliases.map((name) => ({ name, inPlan: written.includes(name) })),
        tasks: unitTasks(unit.id, tasks),
        partners: unitPartners(unit.id, tasks, content.units),
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    documents: content.documents.map((one) => ({ ...one, ...documentCitations(one.id, tasks, chapters) })),
    corrections: [...content.corrections].sort((a, b) => a.line - b.line || a.id - b.id),
    glossary: content.glossary.map(({ id, term, explained }) => ({
      ...{ id, term, explained: explained && explanationOf(explained, tasks) },
      uses: termUses(id, tasks, content.glossary),
    })),
    redirects: content.redirects ?? [],
  };
}

const shownEvidence = <T extends { words: string }>(evidence: T): T => ({
  ...evidence,
  words: toShown(evidence.words),
});

function passageOf(piece: Verbatim, content: Content, cuts: (shown: string) => number[] = () => []): Passage {
  const whole = runsOfLine(piece, content.corrections);
  const shown = shownOf(whole);
  const runs = splitRuns(whole, citationSpans(shown, content.documents), cuts(shown));
  return { line: piece.line, source: sourceOf(runs), shown, runs };
}

function partOf(part: Content['outline']['parts'][number], passage: (piece: Verbatim) => Passage): Part {
  const heading = passage(part.heading);
  return { number: part.number, title: withoutNumber(heading.shown), heading };
}

function sectionsOf(content: Content, passage: (piece: Verbatim) => Passage, tasks: Task[]): Section[] {
  const partHeadings = new Map(content.outline.parts.map(({ number, heading }) => [number, heading]));
  return content.outline.sections
    .map(({ number, part, heading, goal, label, measures }): Section => {
      const shownHeading = passage(heading ?? partHeadings.get(part) ?? { line: goal.line, text: '' });
      const goalPassage = passage(goal);
      return {
        number,
        part,
        title: withoutNumber(shownHeading.shown),
        heading: shownHeading,
        goal: goalPassage.shown.replace(/^目标：/, ''),
        goalPassage,
        label: passage(label),
        measures: measures
          .map((measure) => {
            const measureHeading = passage(measure.heading);
            return {
              number: measure.number,
              title: withoutNumber(measureHeading.shown),
              section: number,
              heading: measureHeading,
              tasks: tasksOfMeasure(measure.number, { tasks }).map((task) => task.number),
            };
          })
          .sort(byNumber),
      };
    })
    .sort(byNumber);
}

function taskOf(task: TaskEntry, content: Content): Task {
  const lines = task.text.split('\n');
  const linked = new Set<string>();
  const paragraphs: Paragraph[] = [];
  let count = 0;
  lines.forEach((text, index) => {
    const plain = passageOf({ line: task.line + index, text }, content, sentenceEnds);
    const passage = { ...plain, runs: linkTerms(plain.runs, content.glossary, linked) };
    const sentences = groupSentences(passage.runs, count + 1);
    count += sentences.length;
    paragraphs.push({ ...passage, sentences });
  });
  const duty = dutyOf({ line: task.line + lines.length - 1, text: task.duty }, content);
  const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences);
  return {
    number: task.number,
    title: toShown(task.title),
    section: sectionsOfMeasures(content.outline).get(task.measure) ?? 0,
    measure: task.measure,
    sourceLines: [task.line, task.line + lines.length - 1],
    sourceText: task.text + task.duty,
    text: paragraphs.map(({ shown }) => shown).join('\n'),
    paragraphs,
    duty,
    deadline: deadlineOf(duty.parts, shownEvidence(content.plan.generalDeadline)),
    citations: sentences.flatMap(({ id, runs }) => wordsByDocument(runs, id)),
    note: task.note,
    progress: progressOf(task.number, content),
  };
}

function progressOf(task: number, { progress }: Content): Progress[] {
  return progress
    .filter((entry) => entry.task === task)
    .map(({ date, statement, source }) => ({ date, statement, source }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function dutyOf(piece: Verbatim, content: Content): Duty {
  const parts = readDuty(piece.text).map((part): DutyPart =>
    part.kind === 'unit' ? { ...part, unit: unitIds(content.units).get(part.source) ?? '' } : part,
  );
  return {
    ...passageOf(piece, content),
    parts,
    units: parts.flatMap((part) =>
      part.kind === 'unit' ? [{ id: part.unit, name: part.text, role: part.role }] : [],
    ),
    openEnded: parts.some(({ kind }) => kind === 'open'),
  };
}

/** The words of each stretch of neighbouring runs that name the same document. */
function wordsByDocument(runs: Run[], sentence: Sentence['id']): Task['citations'] {
  const found: Task['citations'] = [];
  let last: string | undefined;
  for (const { document, text } of runs) {
    const open = found.at(-1);
    if (document !== undefined && document === last && open) open.words += text;
    else if (document !== undefined) found.push({ document, words: text, sentence });
    last = document;
  }
  return found;
}
