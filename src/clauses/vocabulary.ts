/** The words that responsibility clauses use, with their meaning. The list is closed: 参与 is not in it. */
import type { Role } from '../plan/model.ts';

const AND_DO = '(?:负责|落实|实施|组织实施|推进|办理)?';

/** Role words at the end of a segment, longer ones first. */
const ROLE_ENDINGS: [pattern: RegExp, role: Role][] = [
  [new RegExp(`牵头${AND_DO}$`), 'lead'],
  [/(?:协同|协助|积极|密切)?配合(?:落实|实施|做好)?$|协助$/, 'support'],
  [
    /(?:(?:按照?|依照?|根据)(?:各自|有关)?(?:的)?(?:职责|职能)(?:范围|分工|任务)*(?:分工|分别|各自|共同|抓好)*|(?:按|依)?分工|分别|共同|各自|联合)负责(?:落实|实施|组织实施|推进)?$/,
    'joint',
  ],
  [/负责(?:落实|实施|组织实施|推进)?$/, 'sole'],
];

/** The role words at the end of a width-folded segment. */
export function roleEnding(folded: string): { words: string; role: Role } | undefined {
  for (const [pattern, role] of ROLE_ENDINGS) {
    const words = pattern.exec(folded.slice(-24))?.[0];
    if (words !== undefined) return { words, role };
  }
  return undefined;
}

/** What follows a label: units in a role, a time, or people, who are not units. */
export type Announced = Role | 'time' | 'people';

const LABELS: [words: RegExp, announced: Announced][] = [
  [/^牵头/, 'lead'],
  [/^(?:配合|协办|协助|协同)/, 'support'],
  [/^(?:完成|时限|时间|工作时限|整改时限)/, 'time'],
  [/人$|领导$/, 'people'],
  [/^/, 'sole'],
];
const LABEL =
  /(?:(?:牵头|配合|协办|协助|协同|责任|主办|主责|承办|落实|实施)(?:责任)?(?:单位|部门)|牵头(?:及|和)?责任(?:单位|部门)|完成(?:时限|时间|期限)|(?:工作|整改)?时限|时间要求|责任(?:人|领导)|(?:分管|牵头|包抓|包联)领导|联系人) *:/g;

/** The labels (责任单位：) of a width-folded text, in order. */
export function labelsIn(folded: string): { start: number; end: number; announced: Announced }[] {
  if (!folded.includes(':')) return [];
  return [...folded.matchAll(LABEL)].map((match) => {
    const words = match[0].replace(/ *:$/, '');
    const announced = LABELS.find(([pattern]) => pattern.test(words))?.[1] ?? 'sole';
    return { start: match.index, end: match.index + match[0].length, announced };
  });
}

/** Words that set a rule for the clause itself and for later ones. */
const RULE =
  /(?:名单)?(?:排名?|名)?列?(?:在)?第一(?:位|名)?(?:者|的)?(?:单位|部门)?(?:为|是|系)牵头(?:责任)?(?:单位|部门|者)?(?:[,;]?下同)?|以下[^()。]{0,60}?不再(?:一一|重复|逐一|逐项|另行)?列[出入明]|“负责”前[^,;。()]{0,12}|下同/g;

/** The rules that a width-folded text sets: 列第一位者为牵头单位，下同, or 以下均需…不再列出. */
export function rulesIn(
  folded: string,
): { start: number; end: number; kind: 'firstLeads' | 'later' | 'other' }[] {
  if (!/第一|不再|下同|“负责”/.test(folded)) return [];
  return [...folded.matchAll(RULE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: match[0].includes('牵头') ? 'firstLeads' : match[0].startsWith('以下') ? 'later' : 'other',
  }));
}

/** A clause that refers to the one before. */
export const SAME = /^(?:(?:责任|牵头|配合)?(?:单位|部门))?同(?:上|前)(?:一?[条款项])?$/;

/** Whether a width-folded bracket or line concerns responsibility at all. */
export const mentionsResponsibility = (folded: string) =>
  /牵头|负责(?!人)|配合|会同|协助|(?:单位|部门) *:|[(【[]同上[)】\]]/.test(folded);
