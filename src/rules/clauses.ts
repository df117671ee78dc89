import type { Rule } from './rule.ts';
import { isClause, readDuty, UnreadableDuty } from '../clauses/read-clause.ts';
import { nameKey } from '../clauses/unit-names.ts';
import type { Finding } from '../plan/model.ts';
import { nearest } from '../text/similarity.ts';
import type { Content } from '../content-files/schema.ts';
import { FILES } from '../content-files/schema.ts';

/** A clause with the place an editor would mend it and what it speaks of. */
interface Clause {
  file: string;
  at: (string | number)[];
  of: string;
  text: string;
}

/** Every clause of tasks, measures and sections; a task without one has none here. */
function clausesOf({ tasks, outline }: Pick<Content, 'tasks' | 'outline'>): Clause[] {
  const ofTasks = tasks.flatMap(({ file, number, clauses = [], duty }): Clause[] => [
    ...clauses.map((text, index) => ({ file, at: ['clauses', index], of: `task ${number}`, text })),
    ...(duty === '' ? [] : [{ file, at: ['duty'], of: `task ${number}`, text: duty }]),
  ]);
  const ofHeadings = outline.sections.flatMap(({ number, duty, measures }, index): Clause[] => {
    const at = ['sections', index];
    const file = FILES.outline;
    const own = duty ? [{ file, at: [...at, 'duty', 'text'], of: `section ${number}`, text: duty.text }] : [];
    return [
      ...own,
      ...measures.flatMap((one, position): Clause[] => {
        if (!one.duty) return [];
        const place = [...at, 'measures', position, 'duty', 'text'];
        return [{ file, at: place, of: `measure ${one.number}`, text: one.duty.text }];
      }),
    ];
  });
  return [...ofTasks, ...ofHeadings];
}

/** Names in a clause, or what cannot be read of it. A heading's clause may have its full stop with it. */
function namesOf(clause: string, names: ReadonlySet<string>): { names: string[]; unreadable?: string } {
  if (!isClause(clause.trim().replace(/[\s。；;]{1,8}$/, ''))) return { names: [], unreadable: clause };
  try {
    const parts = readDuty(clause, { names });
    return { names: parts.flatMap((part) => (part.kind === 'unit' ? [part.text] : [])) };
  } catch (error) {
    if (error instanceof UnreadableDuty) return { names: [], unreadable: error.rest };
    throw error;
  }
}

const registry = ({ units }: Pick<Content, 'units'>): ReadonlySet<string> =>
  new Set(units.map(({ name }) => name));

/** Every clause is a bracket or a line with a label, whose stretches are units with a role, or a time. */
export const clausesAreReadable = (content: Pick<Content, 'tasks' | 'outline' | 'units'>): Finding[] =>
  clausesOf(content).flatMap(({ file, at, of, text }): Finding[] => {
    const { unreadable } = namesOf(text, registry(content));
    if (unreadable === undefined) return [];
    return [
      {
        file,
        at,
        problem: `${of}: cannot read “${unreadable}” in the clause`,
        advice:
          'units need 牵头, 按职责分别负责, 负责 or 配合 after them; a deadline reads 2017年底前完成; the whole stands in ()',
      },
    ];
  });

/** Every unit that a clause names is registered. */
export const unitsAreRegistered = (content: Pick<Content, 'tasks' | 'outline' | 'units'>): Finding[] => {
  const findings: Finding[] = [];
  const names = registry(content);
  const registered = new Map(content.units.map(({ name }) => [nameKey(name), name]));
  for (const { file, at, of, text } of clausesOf(content)) {
    for (const name of namesOf(text, names).names) {
      const add = (problem: string, advice: string) =>
        findings.push({ file, at, problem: `${of}: ${problem}`, advice });
      if (!registered.has(name)) {
        const near = nearest(name, [...registered.values()]);
        add(`unknown unit “${name}”`, `did you mean “${near}”? A new unit is registered in ${FILES.units}`);
      }
    }
  }
  return findings;
};

/** No clause names a unit twice, unless the seed does. */
export const unitsAreNamedOnce: Rule = (content, seed) =>
  clausesOf(content).flatMap(({ file, at, of, text }): Finding[] => {
    const { names } = namesOf(text, registry(content));
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice === undefined || seed.text.includes(text)) return [];
    return [
      { file, at, problem: `${of}: names “${twice}” twice`, advice: 'compare the clause with the seed' },
    ];
  });

/** No unit is registered twice, and none that no clause names. */
export const unitRegistryIsInOrder: Rule = (content) => {
  const { units } = content;
  const findings: Finding[] = [];
  const read = clausesOf(content).map(({ text }) => ({ text, ...namesOf(text, registry(content)) }));
  const named = new Set(read.flatMap(({ names }) => names));
  const unread = read.filter(({ unreadable }) => unreadable !== undefined).map(({ text }) => text);
  units.forEach(({ id, name }, index) => {
    const add = (key: string, problem: string, advice: string) =>
      findings.push({ file: FILES.units, at: [index, key], problem, advice });
    if (units.findIndex((one) => one.id === id) !== index)
      add('id', `two units claim /units/${id}/`, 'ids are unique');
    if (units.findIndex((one) => one.name === name) !== index)
      add('name', `“${name}” is registered twice`, 'keep the older');
    if (!named.has(nameKey(name)) && !unread.some((clause) => clause.includes(name)))
      add('name', `no clause names “${name}”`, 'write it as the clauses do, or take it out');
  });
  return findings;
};
