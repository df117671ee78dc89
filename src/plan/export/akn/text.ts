/** The plan's words in Akoma Ntoso: exactly what is shown, line by line; what the site noticed is only pointed to. */
import type { Duty, Passage, Plan, Prose, Run, Section, Task } from '../../model.ts';
import { groupRuns, shownOf, splitRuns } from '../../runs.ts';
import type { Address } from '../json.ts';
import { block, element, xmlText } from '../xml.ts';
import * as ids from './ids.ts';

/** What every piece needs to be written. */
interface Writing {
  plan: Plan;
  url: Address;
  name: ids.Names;
}

/** Heading numbers as Chinese documents print them: 一、 （一） 1. */
const NUMBER = /^(?:[〇一二三四五六七八九十百]+、|（[〇一二三四五六七八九十百]+）|\d+[.．、]\s*)/u;

/** <preface>, <preamble> and <mainBody>: the whole text in its order. */
export function textElements(plan: Plan, url: Address): string[] {
  const writing: Writing = { plan, url, name: ids.names() };
  const opening = proseOf(plan, 0);
  const title = element('docTitle', {}, inline(plan.title.runs, 'preface', writing));
  return [
    block('preface', {}, [element('p', {}, title)]),
    ...(opening.length > 0 ? [block('preamble', {}, lines(opening, 'preamble', writing))] : []),
    block('mainBody', {}, [...plan.parts.map((part) => partElement(part, writing))]),
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
      .map((section) => sectionElement(section, section.heading.line !== part.heading.line, writing)),
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

/** A block of tasks; where the part's heading serves as its own, it has none here. */
function sectionElement(section: Section, headed: boolean, writing: Writing): string {
  const eId = ids.sectionId(writing.plan, section);
  return block('section', { eId }, [
    ...(headed ? heading(section.heading, eId, writing) : []),
    ...container('intro', [section.goalPassage, section.label], eId, writing),
    ...section.measures.map((measure) => {
      const own = ids.measureId(measure.number);
      return block('paragraph', { eId: own, refersTo: '#measure' }, [
        ...heading(measure.heading, own, writing),
        ...writing.plan.tasks
          .filter((task) => task.measure === measure.number)
          .map((task) => taskElement(task, writing)),
      ]);
    }),
  ]);
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
    element('num', {}, `${task.number}）`),
    block('content', { eId: writing.name(eId, 'content') }, [
      ...paragraphs,
      element('block', { name: 'duty', eId: ids.dutyId(task.number) }, clause(task.duty, eId, writing)),
    ]),
  ]);
}

/** The clause as printed: who, in which role, by when; nothing is inferred. */
function clause({ parts }: Duty, at: string, { plan, name }: Writing): string {
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
  const [number = ''] = NUMBER.exec(shownOf(runs)) ?? [];
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
