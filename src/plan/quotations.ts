/** Where a correction, a document or a unit stands in the text: the place itself and the sentence around it. */
import type { Chapter, Correction, Plan, PlanDocument, Run, TaskNumber, Unit } from './model.ts';
import { memoize } from '../text/memoize.ts';
import { splitRuns } from './runs.ts';
import { groupSentences, sentenceEnds } from './sentences.ts';

/** A place that has an address: in a task its sentence or its clause (`duty`), a measure, or a line of the whole text. */
export type Place =
  | { kind: 'task'; task: TaskNumber; anchor: string }
  | { kind: 'measure'; section: number; measure: number }
  | { kind: 'line'; line: number };

/** A sentence of the text with its place. */
export interface Quotation {
  place: Place;
  runs: Run[];
}

/** What holds prose: the chapters, and the sections. */
type Prosaic = Pick<Plan, 'chapters' | 'sections'>;

/** The sentences and clauses of all tasks, then the sentences of the prose around them. */
const quotations = memoize(({ tasks, chapters, sections }: Pick<Plan, 'tasks'> & Prosaic): Quotation[] => {
  const ofTasks = tasks.flatMap(({ number, paragraphs, duty }) =>
    [
      ...paragraphs.flatMap(({ sentences }) => sentences),
      ...(duty.shown === '' ? [] : [{ id: 'duty', runs: duty.runs }]),
    ].map(({ id, runs }): Quotation => ({ place: { kind: 'task', task: number, anchor: id }, runs })),
  );
  return [...ofTasks, ...proseQuotations(chapters), ...proseQuotations(sections)];
});

/** Correction → where it was made; document → where it is named. */
const quoted = memoize((plan: Pick<Plan, 'tasks'> & Prosaic) => {
  const pieces = quotations(plan).flatMap((quotation) => quotation.runs.map((run) => ({ run, quotation })));
  return {
    byCorrection: new Map(
      pieces
        .toReversed()
        .flatMap(({ run, quotation }) => (run.correction ? [[run.correction.id, quotation]] : [])),
    ),
    byDocument: Map.groupBy(
      pieces.filter(({ run }) => run.document !== undefined),
      ({ run }) => run.document,
    ),
  };
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

/** Where a correction was made. A line break put in before a measure belongs to that measure. */
export function correctionPlace(
  correction: Pick<Correction, 'id' | 'line' | 'kind'>,
  plan: Pick<Plan, 'tasks' | 'chapters' | 'sections'>,
): Place {
  const { id, line, kind } = correction;
  if (kind === 'layout') {
    const measures = plan.sections.flatMap((section) => section.measures);
    const measure = measures.find(({ heading }) => heading?.line === line);
    if (measure) return { kind: 'measure', section: measure.section, measure: measure.number };
  }
  const here = quoted(plan).byCorrection.get(id);
  return here?.place ?? { kind: 'line', line };
}

/** Every sentence that names a document, each once: first those of the tasks, then those of the prose. */
export function documentQuotations(
  { id }: Pick<PlanDocument, 'id'>,
  plan: Pick<Plan, 'tasks'> & Prosaic,
): Quotation[] {
  return [
    ...new Set(
      quoted(plan)
        .byDocument.get(id)
        ?.map(({ quotation }) => quotation),
    ),
  ];
}

/** The sentences of the prose that write a unit's name, the lines in `except` left out. */
export function unitMentions({ name }: Pick<Unit, 'name'>, plan: Prosaic, except: number[]): Quotation[] {
  return [...proseQuotations(plan.chapters), ...proseQuotations(plan.sections)].filter(
    ({ place, runs }) =>
      place.kind === 'line' &&
      !except.includes(place.line) &&
      runs
        .map(({ text }) => text)
        .join('')
        .includes(name),
  );
}
