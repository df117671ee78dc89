/** The jump box: every place of the site that a reader may name, with the names people use. */
import type { Deadline, Plan } from './model.ts';
import { readNumeral } from './jump/numerals.ts';
import { byDeadline } from './order.ts';
import { variantsOf } from './variants.ts';

/** A name that a place is found under. */
export interface JumpName {
  text: string;
  /** Its syllables, parted by blanks, where people may type it in pinyin. */
  pinyin?: string;
  /** True where the plan does not write it (本站补充). */
  added?: true;
}

/** A place to go to. The first name is the one shown; `number` is the one the plan prints before it. */
export type JumpEntry = { names: JumpName[]; number?: number } & (
  | { kind: 'unit' | 'document'; id: string }
  | { kind: 'task'; number: number }
  | { kind: 'measure'; number: number; section: number }
  | { kind: 'section'; section: number }
  | { kind: 'deadline'; date: string; basis: Deadline['basis']; tasks: number }
);

/** What the jump box loads, once, when it is first used. */
export interface JumpData {
  /** In the order in which equally good ones are listed: units, tasks, measures, sections, documents, deadlines. */
  entries: JumpEntry[];
  /** Traditional and simplified characters in turn, as far as the names need them. */
  variants: string;
}

/** What the core cannot know of Chinese by itself. */
export interface Chinese {
  /** The syllables of a name, without tones. */
  spell: (text: string) => string[];
  /** The simplified form of a character; one that has none stays. */
  simplify: (character: string) => string;
}

/** Gathers what the jump box offers for a plan. */
export function jumpData(plan: Plan, { spell, simplify }: Chinese): JumpData {
  const entries = [
    ...units(plan, spell),
    ...plan.tasks.map(({ number, title }): JumpEntry => ({ kind: 'task', number, names: [{ text: title }] })),
    ...plan.sections.flatMap(measures),
    ...sections(plan),
    ...documents(plan),
    ...deadlines(plan),
  ];
  const names = entries.flatMap((entry) => entry.names.map(({ text }) => text));
  return { entries, variants: variantsOf(names, simplify) };
}

function units(plan: Plan, spell: Chinese['spell']): JumpEntry[] {
  const named = (text: string): JumpName => ({ text, pinyin: spell(text).join(' ') });
  return plan.units.map(({ id, name, aliases }) => ({
    kind: 'unit',
    id,
    names: [
      named(name),
      ...aliases.map((alias): JumpName => ({ ...named(alias.name), ...(!alias.inPlan && { added: true }) })),
    ],
  }));
}

function measures(section: Plan['sections'][number]): JumpEntry[] {
  return section.measures.map(({ number, title }) => ({
    kind: 'measure',
    number,
    section: section.number,
    names: [{ text: title }],
  }));
}

/** A block is called by the number printed in its brackets; one that is a whole part has none. */
function sections(plan: Plan): JumpEntry[] {
  return plan.sections.map(({ number, title, heading }) => {
    const printed = readNumeral(/^（(.+?)）/u.exec(heading.shown)?.[1] ?? '');
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
  return byDeadline(plan.tasks).map(({ date, basis, tasks }) => {
    const [year = '', month = '', day = ''] = date.split('-');
    const inWords = `${year}年${Number(month)}月${Number(day)}日前完成`;
    const atYearEnd = month === '12' && day === '31' ? [`${year}年底前完成`, `${year}年年底前完成`] : [];
    const names = [...atYearEnd, inWords, date, year].map((text) => ({ text }));
    return { kind: 'deadline', date, basis, tasks: tasks.length, names };
  });
}
