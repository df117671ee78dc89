/** Splits a list of names into units. 和 and 及 may be part of a name; they separate only between known names. */
import { foldWidth, INVISIBLE } from '../text/width.ts';
import { toShown } from '../text/punctuation.ts';
import type { Role } from '../plan/model.ts';
import type { NamedPart } from './parts.ts';

const OPEN =
  /^(.*?[^高中初同平均])(等(?:[0-9一二三四五六七八九十]{1,3}个|多个)?(?:各?(?:有关|相关|其他)?(?:部门|单位|机关|机构|地区|企业)(?:(?:和|及|、)(?:有关|相关)?(?:部门|单位|地区))?)?)(?:(以及|和|及)(?!其)(.+))?$/;
const JOINED = /以及|和|及(?!其)/g;
/** Collective names that contain 、 themselves. */
const WHOLE =
  /各?省(?:\(区\))?、自治区、直辖市|各市、(?:州|县)(?:、区)?|各县、区|各乡镇、街道|各乡、镇|省、市、县|市、县(?:、区)?|县、乡(?:镇)?(?=两?级|人民政府|政府)/g;
const OWN_ROLE = /\((牵头|配合|负责)(?:单位|部门)?\)$/;
const OWN_ROLES: Record<string, Role> = { 牵头: 'lead', 配合: 'support', 负责: 'sole' };

/** The form in which a name from a clause is compared with a registered one: as shown, without invisible characters. */
export const nameKey = (name: string) => toShown(name).replace(INVISIBLE, '');

/** Text between names as a part of a clause; none where it is empty. */
export const punctuation = (source: string): NamedPart[] =>
  source === '' ? [] : [{ kind: 'punctuation', source, text: nameKey(source) }];

/** Reads names joined by 、 with their role; undefined where a name is missing. `loose`: blanks separate names, too. */
export function readNames(
  names: string,
  role: Role,
  known: ReadonlySet<string>,
  loose = false,
): NamedPart[] | undefined {
  const parts: NamedPart[] = [];
  let at = 0;
  for (const { start, end } of [
    ...separators(foldWidth(names), loose),
    { start: names.length, end: names.length },
  ]) {
    const name = readName(names.slice(at, start), role, known);
    if (!name) return undefined;
    parts.push(...name, ...punctuation(names.slice(start, end)));
    at = end;
  }
  return parts;
}

/** The separators of a list of names: 、 or / outside of brackets, and blanks in a loose list. */
function separators(folded: string, loose: boolean): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let depth = 0;
  const whole = [...folded.matchAll(WHOLE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  for (const { 0: text, index } of folded.matchAll(loose ? /[()]| *[、/] *| +/g : /[()]|[、/]/g)) {
    if (whole.some(({ start, end }) => start < index && index < end)) continue;
    if (text === '(') depth++;
    else if (text === ')') depth--;
    else if (depth <= 0) found.push({ start: index, end: index + text.length });
  }
  return found.filter(
    ({ start, end }) => folded.slice(start, end).trim() !== '' || (start > 0 && end < folded.length),
  );
}

/** One name, perhaps with 等有关部门 after it, which names nobody, or with a role of its own in brackets. */
function readName(piece: string, role: Role, known: ReadonlySet<string>): NamedPart[] | undefined {
  const folded = foldWidth(piece);
  const [head, tail] = [folded.search(/\S|$/), folded.trimEnd().length];
  if (head >= tail) return undefined;
  if (head > 0 || tail < piece.length) {
    const name = readName(piece.slice(head, tail), role, known);
    return name && [...punctuation(piece.slice(0, head)), ...name, ...punctuation(piece.slice(tail))];
  }
  if (folded.startsWith('等') || folded.startsWith('、')) return undefined;
  const open = folded.includes('等') ? OPEN.exec(folded) : null;
  if (open) {
    const [, name = '', words = '', joint, more] = open;
    const first = readName(piece.slice(0, name.length), role, known);
    if (!first) return undefined;
    const end = name.length + words.length;
    const source = piece.slice(name.length, end);
    const parts: NamedPart[] = [...first, { kind: 'open', source, text: nameKey(source) }];
    if (joint === undefined || more === undefined) return parts;
    const rest = readName(piece.slice(-more.length), role, known);
    return rest && [...parts, ...punctuation(piece.slice(end, -more.length)), ...rest];
  }
  const own = OWN_ROLE.exec(folded);
  if (own && own.index > 0) {
    const source = piece.slice(own.index);
    const ownRole = OWN_ROLES[own[1] ?? ''] ?? role;
    const unit = readName(piece.slice(0, own.index), ownRole, known);
    return unit && [...unit, { kind: 'role', role: ownRole, source, text: nameKey(source) }];
  }
  return splitKnown(piece, known).flatMap((source): NamedPart[] =>
    JOINT.has(source) ? punctuation(source) : [{ kind: 'unit', role, source, text: nameKey(source) }],
  );
}

const JOINT: ReadonlySet<string> = new Set(['以及', '和', '及']);

/** Splits at 和, 及 or 以及 where both sides are known names; otherwise it is a single name. */
function splitKnown(name: string, known: ReadonlySet<string>): string[] {
  const isKnown = (one: string) => known.has(one) || known.has(nameKey(one));
  if (isKnown(name)) return [name];
  for (const { 0: joint, index } of name.matchAll(JOINED)) {
    const [left, right] = [name.slice(0, index), name.slice(index + joint.length)];
    if (!isKnown(left)) continue;
    const rest = splitKnown(right, known);
    if (rest.every((one) => isKnown(one) || JOINT.has(one))) return [left, joint, ...rest];
  }
  return [name];
}

const BODY = /(?:委员会|[局厅委部办署院会]|政府|机关|部门|单位|中心|公司|集团|街道|法院)$/;

/** Whether a name may be several: one side of its 和 is a known name, or looks like a complete one. */
export function mayBeSeveral(name: string, known: ReadonlySet<string>): boolean {
  if (/[^高中初同平均]等/.test(name) || name.length > 30) return true;
  return [...name.matchAll(JOINED)].some(({ 0: joint, index }) => {
    const [left, right] = [name.slice(0, index), name.slice(index + joint.length)];
    return (
      left !== '' &&
      right !== '' &&
      (known.has(left) || known.has(right) || BODY.test(left) || right.startsWith('各'))
    );
  });
}
