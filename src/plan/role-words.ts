/** The words that the clauses use for roles, and for leaving a list of units open. */
import type { Cell, Clause, Plan, Role, Task } from './model.ts';
import { memoize } from '../text/memoize.ts';
import { groupBy } from '../text/lists.ts';

export const ROLES: readonly Role[] = [
  'lead',
  'sole',
  'joint',
  'implement',
  'with',
  'support',
  'assist',
  'participate',
  'guide',
];

export type TaskClauses = Pick<Task, 'duty' | 'clauses' | 'cells'>;

/** The clauses of a task in order: those inside its text, the cells of its row, then the one at its end. */
export const allClauses = ({ duty, clauses, cells }: TaskClauses): (Clause | Cell)[] => [
  ...clauses,
  ...cells,
  duty,
];

/** The cells of a row that are empty, and stay so in the rows below: they may span rows, or say nothing. */
export const emptyCells = <T extends { head: string }>(
  cells: readonly T[],
  words: (cell: T) => string,
): T[] =>
  cells.filter(
    ({ head }) => head !== '' && cells.every((one) => one.head !== head || words(one).trim() === ''),
  );

/** The words of a task's clauses that could not be read: they may name other units, other roles or a time. */
export const unreadWords = (task: TaskClauses): string[] =>
  allClauses(task).flatMap(({ parts }) =>
    parts.flatMap(({ kind, text }) => (kind === 'unread' ? [text] : [])),
  );

/** All words that a clause uses for a role, or the head of its column; where it says 同上, those of the clause before. */
function wordsIn(clause: Clause | Cell, role: Role): string[] {
  const { parts, same, units } = clause;
  const own = parts.flatMap((part) =>
    // A role may stand in brackets behind a name: （牵头）.
    part.kind === 'role' && part.role === role ? [part.text.replace(/^（(.+)）$/u, '$1')] : [],
  );
  if (own.length > 0) return own;
  if ('head' in clause && clause.says === role && units.some((unit) => unit.role === role))
    return [clause.head];
  return same ? wordsIn(same, role) : [];
}

/** The words that a task's clauses use for a role, e.g. 按职责分工负责; undefined where they use none. */
export const roleWord = (task: TaskClauses, role: Role): string | undefined =>
  allClauses(task).flatMap((duty) => wordsIn(duty, role))[0];

/** The words by which a task's clauses leave the list of units open: 等有关部门. */
export function openEndedWords(task: TaskClauses): string | undefined {
  const words = (duty: Clause): string | undefined =>
    duty.parts.find(({ kind }) => kind === 'open')?.text ?? (duty.same && words(duty.same));
  return allClauses(task).flatMap((duty) => words(duty) ?? [])[0];
}

/** All such words of a plan, each once. */
export const allOpenEndedWords = /* @__PURE__ */ memoize((tasks: Task[]): string[] => [
  ...new Set(tasks.flatMap((task) => openEndedWords(task) ?? [])),
]);

/** Whether a task has a lead by a rule of the text (列第一位者为牵头单位), not by a word of its clauses. */
export const leadsByRule = (task: TaskClauses) =>
  task.duty.units.some(({ role }) => role === 'lead') && roleWord(task, 'lead') === undefined;

/** The roles that occur in a plan, in order, each with the words its clauses use for it, the most frequent first. */
export type RoleNames = ReadonlyMap<Role, readonly string[]>;

/** Collects them from all clauses of a plan. Marked as pure for the tree shaking of browser scripts. */
export const roleNames = /* @__PURE__ */ memoize(
  ({ tasks, sections }: Pick<Plan, 'tasks' | 'sections'>): RoleNames => {
    const duties = [
      ...sections.flatMap(({ duty, measures }) => [duty, ...measures.map((one) => one.duty)]),
      ...tasks.flatMap(allClauses),
    ].filter((duty) => duty !== undefined);
    const used = new Set(duties.flatMap(({ units }) => units.map(({ role }) => role)));
    return new Map(
      ROLES.filter((role) => used.has(role)).map((role) => {
        const groups = groupBy(
          duties.flatMap((duty) => wordsIn(duty, role)),
          (words) => words,
        );
        return [role, groups.sort((a, b) => b.items.length - a.items.length).map(({ key }) => key)];
      }),
    );
  },
);
