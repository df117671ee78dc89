/** The words that clauses themselves print: for roles, and where they leave a list open. */
import type { Clause, Plan, Role, Task } from './model.ts';
import { memoize } from '../text/memoize.ts';
import { groupBy } from '../text/lists.ts';

export const ROLES: readonly Role[] = ['lead', 'sole', 'joint', 'with', 'support'];

export type TaskClauses = Pick<Task, 'duty' | 'clauses'>;

/** The clauses of a task in order: those inside its text, then the one at its end. */
export const allClauses = ({ duty, clauses }: TaskClauses): Clause[] => [...clauses, duty];

/** All words that a clause prints for a role; those of the clause before where it says 同上. */
function wordsIn({ parts, same }: Clause, role: Role): string[] {
  const own = parts.flatMap((part) =>
    // A word in brackets behind a name, （牵头）, is the word.
    part.kind === 'role' && part.role === role ? [part.text.replace(/^（(.+)）$/u, '$1')] : [],
  );
  return own.length > 0 || !same ? own : wordsIn(same, role);
}

/** The words that a task's clauses print for a role, e.g. 按职责分工负责; undefined where they print none. */
export const roleWord = (task: TaskClauses, role: Role): string | undefined =>
  allClauses(task).flatMap((duty) => wordsIn(duty, role))[0];

/** The words that leave a list open: 等有关部门. */
export function openEndedWords(task: TaskClauses): string | undefined {
  const words = (duty: Clause): string | undefined =>
    duty.parts.find(({ kind }) => kind === 'open')?.text ?? (duty.same && words(duty.same));
  return allClauses(task).flatMap((duty) => words(duty) ?? [])[0];
}

/** All words of a plan that leave a list open, each once. */
export const allOpenEndedWords = /* @__PURE__ */ memoize((tasks: Task[]): string[] => [
  ...new Set(tasks.flatMap((task) => openEndedWords(task) ?? [])),
]);

/** True where a task's lead rests on a rule of the text (列第一位者为牵头单位), not on a word of its clauses. */
export const leadsByRule = (task: TaskClauses) =>
  task.duty.units.some(({ role }) => role === 'lead') && roleWord(task, 'lead') === undefined;

/** The roles that a plan gives, in order, each with the words that its clauses print for it, the usual one first. */
export type RoleNames = ReadonlyMap<Role, readonly string[]>;

/** Reads them from all clauses of a plan. Marked as pure: scripts that use other words leave it out. */
export const roleNames = /* @__PURE__ */ memoize(
  ({ tasks, sections }: Pick<Plan, 'tasks' | 'sections'>): RoleNames => {
    const duties = [
      ...sections.flatMap(({ duty, measures }) => [duty, ...measures.map((one) => one.duty)]),
      ...tasks.flatMap(allClauses),
    ].filter((duty) => duty !== undefined);
    const used = new Set(duties.flatMap(({ units }) => units.map(({ role }) => role)));
    return new Map(
      ROLES.filter((role) => used.has(role)).map((role) => {
        const printed = groupBy(
          duties.flatMap((duty) => wordsIn(duty, role)),
          (words) => words,
        );
        return [role, printed.sort((a, b) => b.items.length - a.items.length).map(({ key }) => key)];
      }),
    );
  },
);
