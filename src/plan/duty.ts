/** Reads a responsibility clause: who leads, who answers jointly, alone or in support, and by when. Nothing is inferred. */
import { ownDeadline } from './deadlines.ts';
import { toShown } from './marks.ts';
import type { DutyPart, Role } from './model.ts';

/** The words a clause uses, longest first; there are no others, and 参与 is not among them. */
const ROLE_WORDS: [words: string, role: Role][] = [
  ['按职责分别负责', 'joint'],
  ['按职责分工负责', 'joint'],
  ['牵头', 'lead'],
  ['配合', 'support'],
  ['负责', 'sole'],
];

const OPEN = '等有关部门';

/** A clause is in brackets and says who 牵头, 负责 or 配合. */
export const isClause = (text: string) => /^\([^()]*(?:牵头|负责|配合)[^()]*\)$/.test(text);

/** A unit's name as the clause prints it, before the registry is asked for its id. */
export type NamedPart =
  Exclude<DutyPart, { kind: 'unit' }> | { kind: 'unit'; source: string; text: string; role: Role };

/** Thrown by `readDuty` for words it cannot place; `rest` is where reading stopped. */
export class UnreadableDuty extends Error {
  readonly rest: string;
  constructor(rest: string) {
    super(`cannot read ${rest}`);
    this.rest = rest;
  }
}

/**
 * Splits a clause, brackets included, into parts whose sources join up to it.
 * Units keep the order printed. Throws `UnreadableDuty` where a stretch has neither role nor deadline.
 */
export function readDuty(clause: string): NamedPart[] {
  const parts: NamedPart[] = [mark('(')];
  clause
    .slice(1, -1)
    .split(',')
    .forEach((stretch, index) => {
      if (index > 0) parts.push(mark(','));
      const date = ownDeadline(stretch);
      if (date !== undefined) {
        parts.push({ kind: 'deadline', date, source: stretch, text: toShown(stretch) });
        return;
      }
      const found = ROLE_WORDS.find(([words]) => stretch.endsWith(words));
      if (!found) throw new UnreadableDuty(stretch);
      const [words, role] = found;
      const names = readNames(stretch.slice(0, -words.length), role);
      if (!names) throw new UnreadableDuty(stretch);
      parts.push(...names);
      parts.push({ kind: 'role', role, source: words, text: words });
    });
  parts.push(mark(')'));
  return parts;
}

/** Names joined by 、; 等有关部门 stands apart, since it names nobody. Undefined where a name is missing. */
function readNames(names: string, role: Role): NamedPart[] | undefined {
  const parts: NamedPart[] = [];
  for (const [index, piece] of names.split('、').entries()) {
    if (index > 0) parts.push(mark('、'));
    const open = piece.endsWith(OPEN);
    const name = open ? piece.slice(0, -OPEN.length) : piece;
    if (name === '') return undefined;
    parts.push({ kind: 'unit', role, source: name, text: name });
    if (open) parts.push({ kind: 'open', source: OPEN, text: OPEN });
  }
  return parts;
}

const mark = (source: string): NamedPart => ({ kind: 'mark', source, text: toShown(source) });
