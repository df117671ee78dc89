/** The sentences of the text that contain a correction or name a document or a unit, with their addresses. */
import type { Chapter, Correction, Plan, PlanDocument, Run, TaskNumber, Unit } from './model.ts';
import { memoize } from '../text/memoize.ts';
import { shownOf, splitRuns } from './text-runs.ts';
import { groupSentences, sentenceEnds } from './sentences.ts';

/** What an address can name: a sentence or the clause (`duty`) of a task, a measure, or a line of the whole text. */
export type Place =
  | { kind: 'task'; task: TaskNumber; anchor: string }
  | { kind: 'measure'; section: number; measure: number }
  | { kind: 'line'; line: number };

/** A sentence of the text and where it stands. */
export interface Quotation {
  place: Place;
  runs: Run[];
}

type PlanProse = Pick<Plan, 'chapters' | 'sections'>;
type QuotedPlan = PlanProse & Pick<Plan, 'tasks'>;

/** The sentences and clauses of all tasks, then the sentences of the prose. */
const quotations = memoize(({ tasks, chapters, sections }: QuotedPlan): Quotation[] => {
  const ofTasks = tasks.flatMap(({ number, paragraphs, duty }) =>
    [
      ...paragraphs.flatMap(({ sentences }) => sentences),
      ...(duty.shown === '' ? [] : [{ id: 'duty', runs: duty.runs }]),
    ].map(({ id, runs }): Quotation => ({ place: { kind: 'task', task: number, anchor: id }, runs })),
  );
  return [...ofTasks, ...proseQuotations(chapters), ...proseQuotations(sections)];
});

/** Correction → the first quotation with it; document → the quotations that name it. */
const index = memoize((plan: QuotedPlan) => {
  const pieces = quotations(plan).flatMap((quotation) => quotation.runs.map((run) => ({ run, quotation })));
  const corrected = pieces
    .toReversed()
    .flatMap(({ run, quotation }) => (run.correction ? [[run.correction.id, quotation] as const] : []));
  return { byCorrection: new Map(corrected), byDocument: Map.groupBy(pieces, ({ run }) => run.document) };
});

const proseQuotations = memoize((holders: Pick<Chapter, 'prose'>[]): Quotation[] =>
  holders
    .flatMap(({ prose }) => prose)
    .flatMap(({ line, shown, runs }) =>
      groupSentences(splitRuns(runs, [], sentenceEnds(shown)), 1).map((sentence): Quotation => ({
        place: { kind: 'line', line },
        runs: sentence.runs,
      })),
    ),
);

/** Where a correction was made. A line break inserted before a measure belongs to that measure. */
export function correctionPlace(
  { id, line, kind }: Pick<Correction, 'id' | 'line' | 'kind'>,
  plan: QuotedPlan,
): Place {
  if (kind === 'layout') {
    const measures = plan.sections.flatMap((section) => section.measures);
    const measure = measures.find(({ heading }) => heading?.line === line);
    if (measure) return { kind: 'measure', section: measure.section, measure: measure.number };
  }
  return index(plan).byCorrection.get(id)?.place ?? { kind: 'line', line };
}

/** Every sentence that names a document, each once: those of the tasks, then those of the prose. */
export const documentQuotations = ({ id }: Pick<PlanDocument, 'id'>, plan: QuotedPlan): Quotation[] => [
  ...new Set((index(plan).byDocument.get(id) ?? []).map(({ quotation }) => quotation)),
];

/** The sentences of the prose that contain a unit's name, without the lines in `except`. */
export const unitMentions = ({ name }: Pick<Unit, 'name'>, plan: PlanProse, except: number[]): Quotation[] =>
  [...proseQuotations(plan.chapters), ...proseQuotations(plan.sections)].filter(
    ({ place, runs }) =>
      place.kind === 'line' && !except.includes(place.line) && shownOf(runs).includes(name),
  );
