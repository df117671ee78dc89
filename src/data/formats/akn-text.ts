/** The plan's words in Akoma Ntoso: exactly what is shown, line by line; what the site noticed is only pointed to. */
import type { Clause, Passage, Plan, Prose, Run, Section, Task } from '../../plan/model.ts';
import { numberLength } from '../../plan/headings.ts';
import { hasOwnHeading, itemsOfSection, type TextItem } from '../../plan/full-text.ts';
import { byPosition } from '../../plan/sort.ts';
import { groupRuns, shownOf, splitRuns } from '../../plan/text-runs.ts';
import type { Address } from './plan-json.ts';
import { block, element, xmlText } from '../../text/xml.ts';
import * as ids from './akn-ids.ts';

/** What every piece needs to be written. */
interface Writing {
  plan: Plan;
  url: Address;
  name: ids.Names;
}

/** <preface>, <preamble> and <mainBody>: the whole text in its order. */
export function textElements(plan: Plan, url: Address): string[] {
  const writing: Writing = { plan, url, name: ids.names() };
  const opening = proseOf(plan, 0);
  const title = element('docTitle', {}, inline(plan.title.runs, 'preface', writing));
  return [
    block('preface', {}, [element('p', {}, title)]),
    ...(opening.length > 0 ? [block('preamble', {}, lines(opening, 'preamble', writing))] : []),
    block('mainBody', {}, [
      ...plan.sections.filter(({ part }) => part === 0).map((section) => sectionElement(section, writing)),
      ...plan.parts.map((part) => partElement(part, writing)),
    ]),
  ];
}

const proseOf = (plan: Plan, part: number) =>
  plan.chapters.filter((chapter) => chapter.part === part).flatMap(({ prose }) => prose);

function partElement(part: Plan['parts'][number], writing: Writing): string {
  const { plan } = writing;
  const eId = ids.partId(part.number);
  const [opening, ...headed] = byHeading(proseOf(plan, part.number));
  const children = [
    ...headed.map((group, index) => proseSection(group, `${eId}__sec_${index + 1}`, writing)),
    ...plan.sections
      .filter((section) => section.part === part.number)
      .map((section) => sectionElement(section, writing)),
  ];
  return block('part', { eId }, [
    ...heading(part.heading, eId, writing),
    ...container(children.length > 0 ? 'intro' : 'content', opening ?? [], eId, writing),
    ...children,
  ]);
}

/** Paragraphs before the first heading, then each heading with its own. */
function byHeading(prose: Prose[]): Prose[][] {
  const groups: Prose[][] = [[]];
  for (const one of prose) {
    if (one.kind === 'heading') groups.push([one]);
    else groups.at(-1)?.push(one);
  }
  return groups;
}

function proseSection([head, ...paragraphs]: Prose[], eId: string, writing: Writing): string {
  return block('section', { eId }, [
    ...(head ? heading(head, eId, writing) : []),
    ...container('content', paragraphs, eId, writing),
  ]);
}

/** A block of tasks in the order of the text; where the part's heading serves as its own, it has none here. */
function sectionElement(section: Section, writing: Writing): string {
  const eId = ids.sectionId(writing.plan, section);
  const headed = hasOwnHeading(section, writing.plan);
  const items = itemsOfSection(section, writing.plan.tasks, writing.plan)
    .filter(({ kind }) => kind !== 'heading')
    .sort((a, b) => byPosition(a.passage, b.passage));
  const [intro, ...groups] = byMeasure(items);
  return block('section', { eId }, [
    ...(headed ? heading(section.heading, eId, writing) : []),
    ...underHeading(intro ?? [], eId, writing, groups.length > 0),
    ...groups.map((group) => measureElement(group, writing)),
  ]);
}

/** What stands before the first measure, then each measure with what follows it. */
function byMeasure(items: TextItem[]): TextItem[][] {
  const groups: TextItem[][] = [[]];
  for (const item of items) {
    if (item.kind === 'measure') groups.push([item]);
    else groups.at(-1)?.push(item);
  }
  return groups;
}

function measureElement([head, ...items]: TextItem[], writing: Writing): string {
  if (head?.kind !== 'measure') return '';
  const eId = ids.measureId(head.measure.number);
  return block('paragraph', { eId, refersTo: '#measure' }, [
    ...heading(head.passage, eId, writing),
    ...underHeading(items, eId, writing),
  ]);
}

/** Lines before the first task are an introduction; later ones stand between the tasks, each in a place of its own. */
function underHeading(items: TextItem[], eId: string, writing: Writing, isFollowed = false): string[] {
  const first = items.findIndex(({ kind }) => kind === 'task');
  const before = first < 0 ? items : items.slice(0, first);
  const passages = before.map(({ passage }) => passage);
  return [
    ...container(first < 0 && !isFollowed ? 'content' : 'intro', passages, eId, writing),
    ...items.slice(before.length).map((item) => {
      if (item.kind === 'task') return taskElement(item.task, writing);
      const own = writing.name(eId, 'hcontainer');
      return block(
        'hcontainer',
        { name: 'prose', eId: own },
        container('content', [item.passage], own, writing),
      );
    }),
  ];
}

function taskElement(task: Task, writing: Writing): string {
  const eId = ids.taskId(task.number);
  const paragraphs = task.paragraphs.map(({ sentences }) =>
    element(
      'p',
      { eId: writing.name(eId, 'p') },
      sentences
        .map((one) =>
          element('span', { eId: ids.sentenceId(task.number, one.id) }, inline(one.runs, eId, writing)),
        )
        .join(''),
    ),
  );
  return block('subparagraph', { eId, refersTo: '#task' }, [
    element('num', {}, xmlText(task.marker)),
    block('content', { eId: writing.name(eId, 'content') }, [
      ...paragraphs,
      ...(task.duty.shown === ''
        ? []
        : [
            element(
              'block',
              { name: 'duty', eId: ids.dutyId(task.number) },
              clause(task.duty, eId, writing) + xmlText(task.tail),
            ),
          ]),
    ]),
  ]);
}

/** The clause as printed: who, in which role, by when; nothing is inferred. */
function clause({ parts }: Clause, at: string, { plan, name }: Writing): string {
  const collective = (id: string) => plan.units.find((unit) => unit.id === id)?.kind === 'collective';
  return parts
    .map((part) => {
      const text = xmlText(part.text);
      if (part.kind === 'unit') {
        const kind = collective(part.unit) ? 'concept' : 'organization';
        return element(kind, { eId: name(at, kind), refersTo: `#${ids.unitRef(part.unit)}` }, text);
      }
      if (part.kind === 'role')
        return element('role', { eId: name(at, 'role'), refersTo: `#${ids.roleRef(part.role)}` }, text);
      return part.kind === 'deadline' ? element('date', { date: part.date }, text) : text;
    })
    .join('');
}

const container = (kind: 'intro' | 'content', passages: Passage[], eId: string, writing: Writing) =>
  passages.length > 0 ? [block(kind, { eId: writing.name(eId, kind) }, lines(passages, eId, writing))] : [];

const lines = (passages: Passage[], at: string, writing: Writing) =>
  passages.map(({ runs }) => element('p', { eId: writing.name(at, 'p') }, inline(runs, at, writing)));

/** The printed number and the words after it; blanks between them belong to the number. */
function heading({ runs }: Passage, eId: string, writing: Writing): string[] {
  const shown = shownOf(runs);
  const number = shown.slice(0, numberLength(shown));
  const pieces = splitRuns(runs, [], [number.length]);
  const split = pieces.findIndex((_, index) => shownOf(pieces.slice(0, index)) === number);
  const num = inline(pieces.slice(0, Math.max(split, 0)), eId, writing);
  const words = inline(pieces.slice(Math.max(split, 0)), eId, writing);
  return [
    ...(num === '' ? [] : [element('num', {}, num)]),
    element('heading', { eId: writing.name(eId, 'heading') }, words),
  ];
}

/** Shown words, with the documents and terms they name; a corrected place is followed by a mark that has no text. */
function inline(runs: Run[], at: string, { url, name }: Writing): string {
  return groupRuns(runs)
    .map(({ document, term, runs: own }) => {
      const text = xmlText(shownOf(own));
      const marks = own.flatMap(({ correction }) =>
        correction ? [element('noteRef', { href: `#${ids.noteId(correction.id)}`, marker: '校' })] : [],
      );
      const linked =
        document !== undefined
          ? element(
              'ref',
              {
                eId: name(at, 'ref'),
                refersTo: `#${ids.documentRef(document)}`,
                href: url(`/documents/#${document}`),
              },
              text,
            )
          : term !== undefined
            ? element('term', { eId: name(at, 'term'), refersTo: `#${ids.termRef(term)}` }, text)
            : text;
      return linked + marks.join('');
    })
    .join('');
}
