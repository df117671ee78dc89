/** What a query asks by the names of units and by dates: in a role (区某局牵头的任务), by a date, with other words as well. */
import type { Role } from '../../plan/model.ts';
import { nameWithin, type Area, type NameInText } from '../areas.ts';
import { dueIn, type Due } from './due-date.ts';

/** A role that is asked for, with the word for it. */
interface AskedRole {
  id: Role;
  word: string;
}

/** A name that stands in a query. */
export interface AskedName {
  name: string;
  /** Where several names have a role each: 甲局牵头、乙局配合. */
  as?: AskedRole | undefined;
}

export interface NameQuestion<Name extends AskedName = AskedName> {
  /** Every name is asked for, each once; none where the query names no unit. */
  names: Name[];
  due?: Due | undefined;
  /** What is left of the query: words that the tasks have to contain. */
  rest: string;
  /** The words with which the query begins, where the first name follows them. */
  begin: string;
  /** Whether one of the names stands behind another area, or another level: 某市 before 某局. */
  isElsewhere: boolean;
}

/** Words for roles; what a unit 负责 may be any of its tasks. */
const ROLES: [word: string, role: Role | undefined][] = [
  ['牵头', 'lead'],
  ['配合', 'support'],
  ['协办', 'assist'],
  ['协助', 'assist'],
  ['参与', 'participate'],
  ['参加', 'participate'],
  ['指导', 'guide'],
  ['负责', undefined],
  ['承担', undefined],
];
const WORD = `(?:作?为|担?任|由|是)?(${ROLES.map(([word]) => word).join('|')})(?:负责|落实|完成|实施|办理|单位|部门)?`;
const TASKS =
  '的?(?:哪些|哪几项|什么|几项|多少项?)?(?:任务|工作|事项|项目)*(?:有(?:哪些|哪几项|几项|多少项?)|是(?:哪些|什么))?';
/** Behind other words, or before them: 2017年底前牵头的任务, 牵头2017年底前完成. */
const IN_ROLE: [RegExp, RegExp] = [
  new RegExp(`${WORD}${TASKS}$`, 'u'),
  new RegExp(`^${WORD}(?=的|任务|工作|事项|项目|\\d|$)的?`, 'u'),
];
const AND = '(?:和|与|跟|同|及|以及|或|或者|还有|并|但|而)?';
const TOGETHER = /一起|一同|共同|联合|同时|分别|各自|双方|两家|[都均]/gu;
/** Between two names: the role of those before, 甲局牵头、乙局配合. */
const ROLE_BETWEEN = new RegExp(`^(?:共同|联合|[都均])?${WORD}[,，]?${AND}(?:由)?$`, 'u');
const NOT = /[不未非没]$|没有$/u;
const ONLY_AND = new RegExp(`^${AND}$`, 'u');

const roleOf = (word: string): AskedRole | undefined => {
  const id = ROLES.find(([one]) => one === word)?.[1];
  return id && { id, word };
};

/** The words of a text and the names in it, in order. */
function split(text: string, names: readonly string[], area: Area): (string | NameInText)[] {
  const found = text === '' ? undefined : nameWithin(text, names, area);
  if (!found) return text === '' ? [] : [text];
  return [...split(found.before, names, area), found, ...split(found.after, names, area)];
}

/** Reads a normalised query with dates in words (`Question.read`), by the normalised names of units. */
export function nameQuestion(chars: string, names: readonly string[], area: Area): NameQuestion {
  const pieces = split(chars, names, area);
  const asked: AskedName[] = [];
  let rest = '';
  for (const [at, piece] of pieces.entries()) {
    if (typeof piece !== 'string') {
      if (!asked.some(({ name }) => name === piece.name)) asked.push({ name: piece.name });
      continue;
    }
    const isBetween = asked.length > 0 && at < pieces.length - 1;
    if (isBetween && ONLY_AND.test(piece)) continue;
    const between = isBetween ? ROLE_BETWEEN.exec(piece) : null;
    if (!between) rest += piece;
    else for (const one of asked) one.as ??= roleOf(between[1] ?? '');
  }
  const isElsewhere = pieces.some((piece) => typeof piece !== 'string' && piece.isElsewhere);
  if (asked.length > 0) {
    if (asked.length > 1) rest = rest.replace(TOGETHER, '');
    const found = IN_ROLE[0].exec(rest) ?? IN_ROLE[1].exec(rest);
    if (found && !NOT.test(rest.slice(0, found.index))) {
      for (const one of asked) one.as ??= roleOf(found[1] ?? '');
      rest = rest.replace(found[0], '');
    }
    // Of a role that is not understood nobody knows whose it is.
    if (ROLES.some(([word]) => rest.includes(word))) for (const one of asked) delete one.as;
    rest = rest.replace(new RegExp(`^${TASKS}$`, 'u'), '');
  }
  const due = dueIn(rest);
  const begin = typeof pieces[0] === 'string' && asked.length > 0 ? pieces[0] : '';
  return { names: asked, due, begin, rest: due ? '' : rest, isElsewhere };
}
