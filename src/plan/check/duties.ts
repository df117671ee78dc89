import type { Rule } from './rule.ts';
import { isClause, readDuty, UnreadableDuty } from '../duty.ts';
import type { Finding } from '../model.ts';
import { nearest } from '../nearest.ts';
import type { Content, TaskFile } from '../schema.ts';
import { FILES } from '../schema.ts';

/** Names in a clause, or what cannot be read of it. */
function namesOf({ duty }: TaskFile): { names: string[]; unreadable?: string } {
  if (!isClause(duty)) return { names: [], unreadable: duty };
  try {
    return { names: readDuty(duty).flatMap((part) => (part.kind === 'unit' ? [part.source] : [])) };
  } catch (error) {
    if (error instanceof UnreadableDuty) return { names: [], unreadable: error.rest };
    throw error;
  }
}

/** Every clause is one bracket whose stretches are units with a role word, or a deadline. */
export const clausesAreReadable = ({ tasks }: Pick<Content, 'tasks'>): Finding[] =>
  tasks.flatMap((task): Finding[] => {
    const { unreadable } = namesOf(task);
    if (unreadable === undefined) return [];
    return [
      {
        file: task.file,
        at: ['duty'],
        problem: `task ${task.number}: cannot read “${unreadable}” in the clause`,
        advice:
          'units need 牵头, 按职责分别负责, 负责 or 配合 after them; a deadline reads 2017年底前完成; the whole stands in ()',
      },
    ];
  });

/** Every unit that a clause names is registered, and named once. */
export const unitsAreRegistered = ({ tasks, units }: Pick<Content, 'tasks' | 'units'>): Finding[] => {
  const findings: Finding[] = [];
  const registered = units.map(({ name }) => name);
  for (const task of tasks) {
    const here = new Set<string>();
    for (const name of namesOf(task).names) {
      const add = (problem: string, advice: string) =>
        findings.push({ file: task.file, at: ['duty'], problem: `task ${task.number}: ${problem}`, advice });
      if (!registered.includes(name)) {
        const near = nearest(name, registered);
        add(`unknown unit “${name}”`, `did you mean “${near}”? A new unit is registered in ${FILES.units}`);
      }
      if (here.has(name)) add(`names “${name}” twice`, 'compare the clause with the seed');
      here.add(name);
    }
  }
  return findings;
};

/** No unit is registered twice, and none that no clause names. */
export const unitRegistryIsInOrder: Rule = ({ tasks, units }) => {
  const findings: Finding[] = [];
  const named = new Set(tasks.flatMap((task) => namesOf(task).names));
  const unread = tasks.filter((task) => namesOf(task).unreadable !== undefined).map(({ duty }) => duty);
  units.forEach(({ id, name }, index) => {
    const add = (key: string, problem: string, advice: string) =>
      findings.push({ file: FILES.units, at: [index, key], problem, advice });
    if (units.findIndex((one) => one.id === id) !== index)
      add('id', `two units claim /units/${id}/`, 'ids are unique');
    if (units.findIndex((one) => one.name === name) !== index)
      add('name', `“${name}” is registered twice`, 'keep the older');
    if (!named.has(name) && !unread.some((duty) => duty.includes(name)))
      add('name', `no clause names “${name}”`, 'write it as the clauses do, or take it out');
  });
  return findings;
};
