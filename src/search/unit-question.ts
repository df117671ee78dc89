/** What a query asks of units: all their tasks, those in a role (区某局牵头的任务), or those with other words as well. */
import type { Role } from '../plan/model.ts';
import type { Area } from './areas.ts';
import { unitsWithin, type NamedUnit, type UnitNames } from './named-units.ts';

export interface UnitQuestion {
  /** The units that are named; none where the query names no unit. */
  units: NamedUnit[];
  /** The name that stands in the query. */
  name: string;
  /** The role that is asked for, with the word for it. */
  role?: { id: Role; word: string } | undefined;
  /** What is left of the query: words that the tasks have to contain. */
  rest: string;
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
const WORD = `(?:作?为|担?任|由|是)?(${ROLES.map(([word]) => word).join('|')})(?:负责|落实|单位|部门)?`;
const TASKS =
  '的?(?:哪些|哪几项|什么|几项|多少项?)?(?:任务|工作|事项|项目)?(?:有(?:哪些|哪几项|几项|多少项?)|是(?:哪些|什么))?';
/** Behind other words, or before them: 2017年底前牵头的任务, 牵头2017年底前完成. */
const IN_ROLE: [RegExp, RegExp] = [
  new RegExp(`${WORD}${TASKS}$`, 'u'),
  new RegExp(`^${WORD}(?=的|任务|工作|事项|项目|\\d|$)的?`, 'u'),
];

/** Reads a normalised query. */
export function unitQuestion(chars: string, units: UnitNames[], area: Area): UnitQuestion {
  const within = unitsWithin(chars, units, area);
  const found = within.units.length > 0 && (IN_ROLE[0].exec(within.rest) ?? IN_ROLE[1].exec(within.rest));
  if (!found) return within;
  const [, word = ''] = found;
  const id = ROLES.find(([one]) => one === word)?.[1];
  return { ...within, role: id && { id, word }, rest: within.rest.replace(found[0], '') };
}
