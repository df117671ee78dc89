/** Rules for what stands where: tasks under measures, sections and chapters in parts, as the headings of the seed have it. */
import { FILES, type Content } from '../../content-files/schema.ts';
import { verbatimPieces } from '../../content-files/verbatim.ts';
import type { Finding } from '../../plan/model.ts';
import type { Rule } from '../rule.ts';

/** Every task stands under a measure that exists, that of the heading above it, and every measure has a task. */
export const tasksStandUnderTheirHeadings: Rule = (content, seed) => {
  // A heading in another part is above other tasks.
  if (partsAreThoseAbove(content, seed).length > 0) return [];
  const unknown = unknownMeasures(content);
  const found = unknown.length > 0 ? unknown : underOtherHeadings(content);
  // A measure is empty because its task is elsewhere.
  return found.length > 0 ? found : emptyMeasures(content);
};

function unknownMeasures({ tasks, outline }: Content): Finding[] {
  const measures = new Set(outline.sections.flatMap((one) => one.measures.map(({ number }) => number)));
  return tasks
    .filter(({ measure }) => !measures.has(measure))
    .map(({ file, number, measure }) => {
      const problem = `task ${number} stands under measure ${measure}, which does not exist`;
      return { file, at: ['measure'], problem, advice: `the measures are in ${FILES.outline}` };
    });
}

function emptyMeasures({ tasks, outline }: Content): Finding[] {
  const filled = new Set(tasks.map(({ measure }) => measure));
  return outline.sections.flatMap(({ measures }, index) =>
    measures.flatMap(({ number }, position): Finding[] => {
      if (filled.has(number)) return [];
      const at = ['sections', index, 'measures', position];
      const problem = `no task stands under measure ${number}`;
      return [{ file: FILES.outline, at, problem, advice: 'check measure: in the task files' }];
    }),
  );
}

/** In the seed a task stands between the heading of its measure and the next heading; where measures have none, they follow each other. */
function underOtherHeadings(content: Content): Finding[] {
  const tasks = new Map(content.tasks.map((task) => [task.file, task]));
  const opened = measuresOpened(content.outline);
  /** The headings and the tasks, in the order of the seed. */
  const places = verbatimPieces(content).flatMap(({ file, at }) => {
    const measure = file === FILES.outline ? opened.get(at.join('.')) : undefined;
    const task = at[0] === 'text' ? tasks.get(file) : undefined;
    return task || measure !== undefined ? [{ task, measure }] : [];
  });
  let next = Infinity;
  const ends = places
    .toReversed()
    .map(({ measure }) => (next = measure ?? next))
    .toReversed();
  let lowest = 1;
  return places.flatMap(({ task, measure: heading }, index): Finding[] => {
    lowest = heading ?? lowest;
    if (!task) return [];
    const { file, number, measure, line } = task;
    if (measure >= lowest && measure < (ends[index] ?? Infinity)) {
      lowest = measure;
      return [];
    }
    const problem = `task ${number} is under measure ${measure}, but line ${line} of the seed stands under measure ${lowest}`;
    const advice = `write the number of the heading above it in the seed; the measures are in ${FILES.outline}`;
    return [{ file, at: ['measure'], problem, advice }];
  });
}

/** Path of keys of a heading in the outline → the first measure below it. */
function measuresOpened({ parts, sections }: Content['outline']): Map<string, number> {
  const first = (isBelow: (section: (typeof sections)[number], index: number) => boolean) =>
    sections.find((one, index) => isBelow(one, index) && one.measures.length > 0)?.measures[0]?.number ??
    Infinity;
  return new Map([
    ...parts.map(({ number }, index): [string, number] => [
      `parts.${index}.heading.text`,
      first(({ part }) => part >= number),
    ]),
    ...sections.flatMap(({ measures }, index): [string, number][] => [
      [`sections.${index}.heading.text`, first((_, at) => at >= index)],
      ...measures.map(({ number }, position): [string, number] => [
        `sections.${index}.measures.${position}.heading.text`,
        number,
      ]),
    ]),
  ]);
}

/** A section and a chapter are in the part whose heading is the last above their first words in the seed; in 0 before all. */
export const partsAreThoseAbove: Rule = (content) => {
  const { outline, chapters, tasks } = content;
  const sectionOf = new Map(
    outline.sections.flatMap(({ measures }, index) => measures.map(({ number }) => [number, index] as const)),
  );
  const measureOf = new Map(tasks.map(({ file, measure }) => [file, measure]));
  /** What a piece belongs to: a section, a chapter, or a task of a section, which counts where that has no words of its own. */
  const holderOf = (file: string, at: (string | number)[]): string | undefined => {
    if (at[0] === 'sections') return `sections.${at[1] ?? ''}`;
    if (at[0] === 'prose') return file;
    const section = sectionOf.get(measureOf.get(file) ?? 0);
    return section === undefined ? undefined : `tasks of sections.${section}`;
  };
  const above = new Map<string, { part: number; line: number }>();
  let part = 0;
  for (const { file, at, line } of verbatimPieces(content)) {
    if (file === FILES.outline && at[0] === 'parts') part = outline.parts[Number(at[1])]?.number ?? part;
    const holder = holderOf(file, at);
    if (holder !== undefined && !above.has(holder)) above.set(holder, { part, line });
  }
  const finding = (file: string, at: (string | number)[], own: number, holder: string): Finding[] => {
    const due = above.get(holder) ?? above.get(`tasks of ${holder}`);
    if (!due || due.part === own) return [];
    const where = due.part === 0 ? 'before the first part' : `below the heading of part ${due.part}`;
    const problem = `this is said to be in part ${own}, but line ${due.line} of the seed stands ${where}`;
    return [{ file, at: [...at, 'part'], problem, advice: `write part: ${due.part}` }];
  };
  return [
    ...outline.sections.flatMap((one, index) =>
      finding(FILES.outline, ['sections', index], one.part, `sections.${index}`),
    ),
    ...chapters.flatMap((one) => finding(one.file, [], one.part, one.file)),
  ];
};
