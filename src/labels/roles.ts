/** The words for roles. */
import type { Role, Task } from '../plan/model.ts';
import { roleWord, type RoleNames } from '../plan/role-words.ts';
import { quoted } from './quoted.ts';

/** The words for roles for which no clause has any. */
export const ROLE_WORDS: Record<Role, string> = {
  lead: '牵头',
  sole: '负责',
  joint: '分别负责',
  with: '会同',
  support: '配合',
  assist: '协助',
  participate: '参与',
  implement: '落实',
  guide: '指导',
};

const FEW_ROLE_WORDS = 3;

/** The name of a role: the words for it in the clauses, the most frequent first: 承办／落实. */
export function roleName(names: RoleNames, role: Role): string {
  const words = names.get(role) ?? [];
  const few = words.slice(0, FEW_ROLE_WORDS).join('／');
  return few === '' ? ROLE_WORDS[role] : `${few}${words.length > FEW_ROLE_WORDS ? '等' : ''}`;
}

/** The number of tasks in each role: 牵头 3 · 负责 1. */
export const countsText = (counts: { role: Role; count: number }[], names: RoleNames) =>
  counts.map(({ role, count }) => `${roleName(names, role)} ${count}`).join(' · ');

/** The words of the clauses of these tasks for the role of a unit, behind their number; empty where they use none. */
export function roleWordsText(tasks: Task[], { id }: { id: string }, role: Role): string {
  const words = new Set(tasks.flatMap((task) => roleWord(task, { id, role }) ?? []));
  return words.size === 0 ? '' : `，条款用语：${[...words].map(quoted).join('')}`;
}
