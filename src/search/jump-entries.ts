/** The data of the jump box: everything with an address that a reader may name, with the names in use. */
import { areaOf } from './area-of-plan.ts';
import type { Area } from './areas.ts';
import { printedNumber } from '../plan/headings.ts';
import { isLarge } from '../plan/large/size.ts';
import type { Deadline, Plan, TaskNumber } from '../plan/model.ts';
import { readNumeral } from '../text/numerals.ts';
import { groupByDeadline, isMonthEnd } from '../plan/deadline-groups.ts';
import { variantsOf } from '../text/traditional.ts';
import { hasOwnHeading } from '../plan/full-text.ts';

/** A name by which an entry is found. */
export interface JumpName {
  text: string;
  /** Its syllables, separated by blanks, if it can be typed in pinyin. */
  pinyin?: string;
  /** True if it does not occur in the plan (本站补充). */
  added?: true;
  /** True of a name of today (今名); `part` where it stands for a part of the duties. */
  today?: true;
  part?: true;
}

/** An entry of the jump box. The first name is shown; `number` is the one before it in the plan. */
export type JumpEntry = { names: JumpName[]; number?: TaskNumber } & (
  | { kind: 'unit' | 'document'; id: string }
  | { kind: 'task'; number: TaskNumber }
  /** `printed`: the number in the text, if it is not that of the address; null if there is none. */
  | { kind: 'measure'; number: number; section: number; printed?: number | null }
  | { kind: 'section'; section: number }
  | { kind: 'deadline'; date: string; basis: Deadline['basis']; tasks: number }
);

/** The file that the jump box loads on first use. */
export interface JumpData {
  /** In the order in which equal matches are listed: units, tasks, measures, sections, documents, deadlines. */
  entries: JumpEntry[];
  /** Of a large plan: the numbers of its tasks. Titles of tasks, measures and documents are left to the search. */
  numbers?: TaskNumber[];
  /** Traditional and simplified characters, alternating, as far as the names need them. */
  variants: string;
  /** The area of the plan, which may be typed before the name of a unit. */
  area: Area;
}

/** What is taken from dictionaries (text/dictionaries.ts). */
interface Dictionaries {
  /** The syllables of a name, without tones. */
  spell: (text: string) => string[];
  /** Every character that has a simplified form, with it. */
  simplifiedForms: () => ReadonlyMap<string, string>;
}

/** Collects the entries of a plan: of a large one those that fit into a file that a reader waits for. */
export function jumpData(plan: Plan, { spell, simplifiedForms }: Dictionaries): JumpData {
  const large = isLarge(plan);
  const entries = [
    ...units(plan, spell),
    ...(large ? [] : tasks(plan)),
    ...(large ? [] : plan.sections.flatMap(measures)),
    ...sections(plan),
    ...(large ? [] : documents(plan)),
    ...deadlines(plan),
  ];
  const names = entries.flatMap((entry) => entry.names.map(({ text }) => text));
  const variants = variantsOf(names, simplifiedForms());
  return {
    entries,
    ...(large && { numbers: plan.tasks.map(({ number }) => number) }),
    variants,
    area: areaOf(plan),
  };
}

const tasks = (plan: Plan) =>
  plan.tasks.map(({ number, title }): JumpEntry => ({ kind: 'task', number, names: [{ text: title }] }));

function units(plan: Plan, spell: Dictionaries['spell']): JumpEntry[] {
  const named = (text: string): JumpName => ({ text, pinyin: spell(text).join(' ') });
  return plan.units.map(({ id, name, aliases }) => ({
    kind: 'unit',
    id,
    names: [
      named(name),
      ...aliases.map((alias): JumpName => ({ ...named(alias.name), ...(!alias.inPlan && { added: true }) })),
      ...plan.names.flatMap((entry) =>
        entry.units
          .filter((unit) => unit.id === id)
          .flatMap(({ part }) =>
            entry.names.map((name): JumpName => ({
              ...named(name),
              ...{ today: true, ...(part !== undefined && { part: true }) },
            })),
          ),
      ),
    ],
  }));
}

function measures(section: Plan['sections'][number]): JumpEntry[] {
  return section.measures.flatMap(({ number, title, heading }): JumpEntry[] => {
    if (!heading) return [];
    const entry = { kind: 'measure' as const, number, section: section.number };
    const printed = numberOf(heading.shown) ?? null;
    return printed === number
      ? [{ ...entry, names: [{ text: title }] }]
      : [{ ...entry, printed, names: [{ text: heading.shown }, { text: title }] }];
  });
}

/** The number in a heading: （三）, 3., 第三章. */
const numberOf = (shown: string) =>
  readNumeral(printedNumber(shown).replace(/[^\p{L}\p{N}]|[第部分编章节条款项]/gu, ''));

/** Sections are found by the number in their heading, but not a section that is a whole part if others have their own. */
function sections(plan: Plan): JumpEntry[] {
  const headed = plan.sections.filter(({ heading }) => heading.shown !== '');
  const own = headed.filter((section) => hasOwnHeading(section, plan));
  return headed.map((section) => {
    const { number, title, heading } = section;
    const printed = own.length === 0 || own.includes(section) ? numberOf(heading.shown) : undefined;
    return {
      kind: 'section',
      section: number,
      ...(printed !== undefined && { number: printed }),
      names: [{ text: heading.shown }, { text: title }],
    };
  });
}

function documents(plan: Plan): JumpEntry[] {
  return plan.documents.map(({ id, title, number }) => ({
    kind: 'document',
    id,
    names: [{ text: title }, ...(number === undefined ? [] : [{ text: number }])],
  }));
}

function deadlines(plan: Plan): JumpEntry[] {
  return groupByDeadline(plan.tasks).map(({ date, basis, tasks }) => {
    const [year = '', month = '', day = ''] = date.split('-');
    const inWords = `${year}年${Number(month)}月${Number(day)}日前完成`;
    const atYearEnd = month === '12' && day === '31' ? [`${year}年底前完成`, `${year}年年底前完成`] : [];
    const atMonthEnd =
      atYearEnd.length === 0 && isMonthEnd(date) ? [`${year}年${Number(month)}月底前完成`] : [];
    const names = [...atYearEnd, ...atMonthEnd, inWords, date, year].map((text) => ({ text }));
    return { kind: 'deadline', date, basis, tasks: tasks.length, names };
  });
}
