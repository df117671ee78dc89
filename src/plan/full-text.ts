/** The full text in the order of the seed, as pieces with their section, and the anchors of its lines. */
import { memoize } from '../text/memoize.ts';
import { tasksOfMeasure } from './links.ts';
import type { Clause, Measure, Part, Passage, Plan, Prose, Section, Task } from './model.ts';
import { byPosition } from './sort.ts';

/** A piece of the text that is rendered as an element of its own. */
export type TextItem =
  | { kind: 'part'; passage: Passage; part: Part }
  | { kind: 'prose'; passage: Prose; part: number }
  | { kind: 'heading' | 'goal' | 'label' | 'paragraph' | 'prose-heading'; passage: Passage; section: Section }
  | { kind: 'measure'; passage: Passage; section: Section; measure: Measure }
  | { kind: 'duty'; passage: Clause; section: Section }
  | { kind: 'task'; passage: Passage; section: Section; task: Task };

/** Neighbouring pieces of one section, or of none; `first` where the section begins. */
interface TextBlock {
  section: Section | undefined;
  first: boolean;
  items: TextItem[];
}

type Text = Pick<Plan, 'parts' | 'chapters' | 'sections' | 'tasks'>;

/** Whether a section has a heading of its own: a section that is a whole part uses the heading of the part. */
export function hasOwnHeading({ part, heading }: Section, { parts }: Pick<Plan, 'parts'>): boolean {
  const ofPart = parts.find(({ number }) => number === part)?.heading;
  // The text may have lost the line break between both headings.
  const isSame =
    ofPart?.line === heading.line && ofPart.at === heading.at && ofPart.source === heading.source;
  return heading.shown !== '' && !isSame;
}

/** All pieces in order, neighbouring ones of the same section in one block. */
export const fullTextBlocks = memoize((plan: Text): TextBlock[] => {
  const blocks: TextBlock[] = [];
  const begun = new Set<Section>();
  for (const item of itemsOf(plan).sort((a, b) => byPosition(a.passage, b.passage))) {
    const section = 'section' in item ? item.section : undefined;
    const last = blocks.at(-1);
    if (last && last.section === section) last.items.push(item);
    else {
      blocks.push({ section, first: section !== undefined && !begun.has(section), items: [item] });
      if (section) begun.add(section);
    }
  }
  return blocks;
});

/** A heading inside of a section and the pieces below it; neighbouring tasks form one list. */
export interface SectionGroup {
  heading: TextItem | undefined;
  items: (TextItem | { kind: 'tasks'; tasks: Task[] })[];
}

/** A section grouped by the headings inside of it; its own heading and the label 措施 are left out. */
export function sectionGroups(section: Section, plan: Pick<Plan, 'parts' | 'tasks'>): SectionGroup[] {
  const groups: SectionGroup[] = [{ heading: undefined, items: [] }];
  const items = itemsOfSection(section, plan.tasks, plan).sort((a, b) => byPosition(a.passage, b.passage));
  for (const item of items) {
    if (item.kind === 'heading' || item.kind === 'label') continue;
    if (item.kind === 'measure' || item.kind === 'prose-heading') groups.push({ heading: item, items: [] });
    const group = groups.at(-1);
    if (!group || group.heading === item) continue;
    const last = group.items.at(-1);
    if (item.kind !== 'task') group.items.push(item);
    else if (last?.kind === 'tasks') last.tasks.push(item.task);
    else group.items.push({ kind: 'tasks', tasks: [item.task] });
  }
  return groups.filter(({ heading, items: own }) => heading !== undefined || own.length > 0);
}

function itemsOf(plan: Text): TextItem[] {
  const ofPart = (number: number) => [
    ...plan.chapters
      .filter(({ part }) => part === number)
      .flatMap(({ prose }) => prose.map((passage): TextItem => ({ kind: 'prose', passage, part: number }))),
    ...plan.sections
      .filter(({ part }) => part === number)
      .flatMap((section) => itemsOfSection(section, plan.tasks, plan)),
  ];
  return [
    ...ofPart(0),
    ...plan.parts.flatMap((part) => [
      { kind: 'part' as const, passage: part.heading, part },
      ...ofPart(part.number),
    ]),
  ];
}

/** The pieces of a section, not sorted. */
export function itemsOfSection(section: Section, tasks: Task[], plan: Pick<Plan, 'parts'>): TextItem[] {
  const { heading, duty, goalPassage, label, prose, measures } = section;
  const own = hasOwnHeading(section, plan) ? heading : undefined;
  const one = (kind: 'heading' | 'goal' | 'label', passage: Passage | undefined): TextItem[] =>
    passage ? [{ kind, passage, section }] : [];
  const clause = (passage: Clause | undefined): TextItem[] =>
    passage ? [{ kind: 'duty', passage, section }] : [];
  return [
    ...one('heading', own),
    ...clause(duty),
    ...one('goal', goalPassage),
    ...one('label', label),
    ...prose.map((passage): TextItem => ({
      kind: passage.kind === 'heading' ? 'prose-heading' : 'paragraph',
      passage,
      section,
    })),
    ...measures.flatMap((measure): TextItem[] => [
      ...(measure.heading ? [{ kind: 'measure' as const, passage: measure.heading, section, measure }] : []),
      ...clause(measure.duty),
      ...tasksOfMeasure(measure.number, { tasks }).map((task): TextItem => ({
        kind: 'task',
        passage: markerPassage(task),
        section,
        task,
      })),
    ]),
  ];
}

/** The number of a task as a piece of text. */
function markerPassage({ marker, sourceLines: [line], paragraphs: [first] }: Task): Passage {
  const at = first?.line === line ? first.at : undefined;
  return { line, at, source: marker, shown: marker, runs: [] };
}

/**
 * The anchors of lines (L12), each on the first passage, paragraph or clause of the line. The title, which is rendered
 * before the text, has the anchor of its line itself.
 */
export const lineAnchors = memoize((plan: Text & Pick<Plan, 'title'>): Map<object, string> => {
  const named = new Set([plan.title.line]);
  const anchors = new Map<object, string>();
  const name = (piece: Passage) => {
    if (named.has(piece.line)) return;
    named.add(piece.line);
    anchors.set(piece, `L${piece.line}`);
  };
  for (const item of fullTextBlocks(plan).flatMap(({ items }) => items)) {
    if (item.kind !== 'task') name(item.passage);
    else {
      // The anchor goes to the text of a task, not to the number before it.
      for (const piece of [...item.task.paragraphs, item.task.duty]) if (piece.shown !== '') name(piece);
    }
  }
  return anchors;
});
