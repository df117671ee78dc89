/** The text of the plan in Akoma Ntoso: exactly as shown, line by line; corrections are only referred to. */
import type { Clause, Passage, Plan, Prose, Run, Section, Task } from '../../plan/model.ts';
import { numberLength } from '../../plan/headings.ts';
import { hasOwnHeading, itemsOfSection, type TextItem } from '../../plan/full-text.ts';
import { byPosition } from '../../plan/sort.ts';
import { groupRuns, shownOf, splitRuns } from '../../plan/text-runs.ts';
import { splitBefore } from '../../text/lists.ts';
import { block, element, xmlText } from '../../text/xml.ts';
import type { AddressOf } from '../../urls.ts';
import * as ids from './akn-ids.ts';

/** What every element is written with. */
interface Context {
  plan: Plan;
  url: AddressOf;
  id: ids.Counter;
}

/** <preface>, <preamble> and <mainBody>: the whole text in its order. */
export function textElements(plan: Plan, url: AddressOf): string[] {
  const context: Context = { plan, url, id: ids.counter() };
  const opening = proseOf(plan, 0);
  const title = element('docTitle', {}, inline(plan.title.runs, 'preface', context));
  return [
    block('preface', {}, [element('p', {}, title)]),
    ...(opening.length > 0 ? [block('preamble', {}, lines(opening, 'preamble', context))] : []),
    block('mainBody', {}, [
      ...plan.sections.filter(({ part }) => part === 0).map((section) => sectionElement(section, context)),
      ...plan.parts.map((part) => partElement(part, context)),
    ]),
  ];
}

const proseOf = (plan: Plan, part: number) =>
  plan.chapters.filter((chapter) => chapter.part === part).flatMap(({ prose }) => prose);

function partElement(part: Plan['parts'][number], context: Context): string {
  const { plan } = context;
  const eId = ids.partId(part.number);
  const [opening, ...headed] = splitBefore(proseOf(plan, part.number), ({ kind }) => kind === 'heading');
  const children = [
    ...headed.map((group, index) => proseSection(group, `${eId}__sec_${index + 1}`, context)),
    ...plan.sections
      .filter((section) => section.part === part.number)
      .map((section) => sectionElement(section, context)),
  ];
  return block('part', { eId }, [
    ...heading(part.heading, eId, context),
    ...container(children.length > 0 ? 'intro' : 'content', opening ?? [], eId, context),
    ...children,
  ]);
}

function proseSection([head, ...paragraphs]: Prose[], eId: string, context: Context): string {
  return block('section', { eId }, [
    ...(head ? heading(head, eId, context) : []),
    ...container('content', paragraphs, eId, context),
  ]);
}

/** A section in the order of the text; one that is a whole part has no heading of its own. */
function sectionElement(section: Section, context: Context): string {
  const eId = ids.sectionId(context.plan, section);
  const headed = hasOwnHeading(section, context.plan);
  const items = itemsOfSection(section, context.plan.tasks, context.plan)
    .filter(({ kind }) => kind !== 'heading')
    .sort((a, b) => byPosition(a.passage, b.passage));
  const [intro, ...groups] = splitBefore(items, ({ kind }) => kind === 'measure');
  return block('section', { eId }, [
    ...(headed ? heading(section.heading, eId, context) : []),
    ...underHeading(intro ?? [], eId, context, groups.length > 0),
    ...groups.map((group) => measureElement(group, context)),
  ]);
}

function measureElement([head, ...items]: TextItem[], context: Context): string {
  if (head?.kind !== 'measure') return '';
  const eId = ids.measureId(head.measure.number);
  return block('paragraph', { eId, refersTo: '#measure' }, [
    ...heading(head.passage, eId, context),
    ...underHeading(items, eId, context),
  ]);
}

/** Lines before the first task are an introduction; later ones are containers of their own between the tasks. */
function underHeading(items: TextItem[], eId: string, context: Context, isFollowed = false): string[] {
  const first = items.findIndex(({ kind }) => kind === 'task');
  const before = first < 0 ? items : items.slice(0, first);
  const passages = before.map(({ passage }) => passage);
  return [
    ...container(first < 0 && !isFollowed ? 'content' : 'intro', passages, eId, context),
    ...items.slice(before.length).map((item) => {
      if (item.kind === 'task') return taskElement(item.task, context);
      const own = context.id(eId, 'hcontainer');
      return block(
        'hcontainer',
        { name: 'prose', eId: own },
        container('content', [item.passage], own, context),
      );
    }),
  ];
}

function taskElement(task: Task, context: Context): string {
  const eId = ids.taskId(task.number);
  const paragraphs = task.paragraphs.map(({ sentences }) =>
    element(
      'p',
      { eId: context.id(eId, 'p') },
      sentences
        .map((one) =>
          element('span', { eId: ids.sentenceId(task.number, one.id) }, inline(one.runs, eId, context)),
        )
        .join(''),
    ),
  );
  return block('subparagraph', { eId, refersTo: '#task' }, [
    element('num', {}, xmlText(task.marker)),
    block('content', { eId: context.id(eId, 'content') }, [
      ...paragraphs,
      ...(task.duty.shown === '' && task.cells.length === 0
        ? []
        : [
            element(
              'block',
              { name: 'duty', eId: ids.dutyId(task.number) },
              task.cells.length > 0
                ? cells(task, eId, context)
                : clause(task.duty, eId, context) + xmlText(task.tail),
            ),
          ]),
    ]),
  ]);
}

/** The cells of a row behind its text, with blanks between. */
const cells = (task: Task, at: string, context: Context) =>
  task.cells
    .filter(({ before }) => !before)
    .map((cell) => {
      const isRead = cell.of === undefined && cell.parts.length > 0;
      return `${xmlText(cell.signs)}${isRead ? clause(cell, at, context) : xmlText(cell.mark)}${xmlText(cell.after)}`;
    })
    .join(' ');

/** The clause with its units, roles and deadlines marked up; nothing is inferred. */
function clause({ parts }: Clause, at: string, { plan, id }: Context): string {
  const isCollective = (unit: string) => plan.units.find((one) => one.id === unit)?.kind === 'collective';
  return parts
    .map((part) => {
      const text = xmlText(part.text);
      if (part.kind === 'unit') {
        const kind = isCollective(part.unit) ? 'concept' : 'organization';
        return element(kind, { eId: id(at, kind), refersTo: `#${ids.unitRef(part.unit)}` }, text);
      }
      if (part.kind === 'role')
        return element('role', { eId: id(at, 'role'), refersTo: `#${ids.roleRef(part.role)}` }, text);
      return part.kind === 'deadline' ? element('date', { date: part.date }, text) : text;
    })
    .join('');
}

const container = (kind: 'intro' | 'content', passages: Passage[], eId: string, context: Context) =>
  passages.length > 0 ? [block(kind, { eId: context.id(eId, kind) }, lines(passages, eId, context))] : [];

const lines = (passages: Passage[], at: string, context: Context) =>
  passages.map(({ runs }) => element('p', { eId: context.id(at, 'p') }, inline(runs, at, context)));

/** The number of a heading and the title after it; blanks between them belong to the number. */
function heading({ runs }: Passage, eId: string, context: Context): string[] {
  const shown = shownOf(runs);
  const number = shown.slice(0, numberLength(shown));
  const pieces = splitRuns(runs, [], [number.length]);
  const split = pieces.findIndex((_, index) => shownOf(pieces.slice(0, index)) === number);
  const num = inline(pieces.slice(0, Math.max(split, 0)), eId, context);
  const words = inline(pieces.slice(Math.max(split, 0)), eId, context);
  return [
    ...(num === '' ? [] : [element('num', {}, num)]),
    element('heading', { eId: context.id(eId, 'heading') }, words),
  ];
}

/** Shown text, with the documents and terms it names; a correction is followed by an empty reference. */
function inline(runs: Run[], at: string, { url, id }: Context): string {
  return groupRuns(runs)
    .map(({ document, term, runs: own }) => {
      const text = xmlText(shownOf(own));
      const notes = own.flatMap(({ correction }) =>
        correction ? [element('noteRef', { href: `#${ids.noteId(correction.id)}`, marker: '校' })] : [],
      );
      const linked =
        document !== undefined
          ? element(
              'ref',
              {
                eId: id(at, 'ref'),
                refersTo: `#${ids.documentRef(document)}`,
                href: url(`/documents/#${document}`),
              },
              text,
            )
          : term !== undefined
            ? element('term', { eId: id(at, 'term'), refersTo: `#${ids.termRef(term)}` }, text)
            : text;
      return linked + notes.join('');
    })
    .join('');
}
