/** The words that the clauses use for roles, and for leaving a list of units open. */
import type { Cell, Clause, ClausePart, Plan, Role, Task } from './model.ts';
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

type NamedUnit = Pick<Clause['units'][number], 'id' | 'role'>;

/** The word that a clause uses for the role of one of its units: the label before the name, or the word behind it. */
function wordAt(parts: readonly ClausePart[], at: number, role: Role): string | undefined {
  const words = parts.flatMap((part, index) =>
    part.kind === 'role' && part.role === role ? [{ index, text: part.text }] : [],
  );
  const before = words.filter(({ index }) => index < at).pop();
  const behind = words.find(({ index }) => index > at);
  const isLabel = before && parts[before.index + 1]?.text.startsWith('：') === true;
  const word = isLabel ? before : (behind ?? before);
  // A role may stand in brackets behind a name: （牵头）.
  return word?.text.replace(/^（(.+)）$/u, '$1');
}

/** The words that a clause uses for the role of a unit, or the head of its column; where it says 同上, those of the clause before. */
function wordsFor(clause: Clause | Cell, unit: NamedUnit): string[] {
  const { parts, same } = clause;
  const isUnit = (part: ClausePart) =>
    part.kind === 'unit' && part.unit === unit.id && part.role === unit.role;
  const head = 'head' in clause && clause.says === unit.role ? clause.head : undefined;
  const own = parts.flatMap((part, at) => (isUnit(part) ? (wordAt(parts, at, unit.role) ?? head ?? []) : []));
  return own.length > 0 || !same ? own : wordsFor(same, unit);
}

/** The word that a task's clauses use for the role of a unit, e.g. 按职责分工负责; undefined where they use none. */
export const roleWord = (task: TaskClauses, unit: NamedUnit): string | undefined =>
  allClauses(task).flatMap((clause) => wordsFor(clause, unit))[0];

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
  task.duty.units.some((unit) => unit.role === 'lead' && roleWord(task, unit) === undefined);

/** Roles in order, each with the words that clauses use for it, the most frequent first. */
export type RoleNames = ReadonlyMap<Role, readonly string[]>;

type Clauses = Pick<Plan, 'tasks' | 'sections'>;

/** All units of all clauses with their words. Marked as pure, as what follows, for the tree shaking of browser scripts. */
const namedUnits = /* @__PURE__ */ memoize(({ tasks, sections }: Clauses) =>
  [
    ...sections.flatMap(({ duty, measures }) => [duty, ...measures.map((one) => one.duty)]),
    ...tasks.flatMap(allClauses),
  ].flatMap(
    (clause) =>
      clause?.units.map(({ id, role }) => ({ id, role, words: wordsFor(clause, { id, role }) })) ?? [],
  ),
);

const namesIn = (units: ReturnType<typeof namedUnits>): RoleNames =>
  new Map(
    ROLES.flatMap((role) => {
      const own = units.filter((unit) => unit.role === role);
      const groups = groupBy(
        own.flatMap(({ words }) => words),
        (words) => words,
      ).sort((a, b) => b.items.length - a.items.length);
      return own.length === 0 ? [] : [[role, groups.map(({ key }) => key)]];
    }),
  );

/** The roles that occur in a plan. */
export const roleNames = /* @__PURE__ */ memoize((plan: Clauses): RoleNames => namesIn(namedUnits(plan)));

const namesByUnit = /* @__PURE__ */ memoize(
  (plan: Clauses) =>
    new Map(groupBy(namedUnits(plan), ({ id }) => id).map(({ key, items }) => [key, namesIn(items)])),
);

/** The roles of a unit, in the words of its own clauses. */
export const unitRoleNames = ({ id }: { id: string }, plan: Clauses): RoleNames =>
  namesByUnit(plan).get(id) ?? new Map<Role, string[]>();
