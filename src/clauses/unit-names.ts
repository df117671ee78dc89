/** Splits a list of names into units. 和 and 及 may be part of a name; they separate only between known names, or before 各…. */
import { LEVELS } from '../text/levels.ts';
import { INVISIBLE } from '../text/width.ts';
import { toShown } from '../text/punctuation.ts';
import type { Role } from '../plan/model.ts';
import { collectiveJoint, openName } from './collectives.ts';
import { fold } from './fold.ts';
import { isJoint, splitJoined } from './joined-names.ts';
import { numberLength, separators } from './list-separators.ts';
import { COMPLETE, isName, looksLikeBody, nameKey } from './names.ts';
import type { NamedPart } from './parts.ts';
import { endsWithPerson, isPerson, peopleBehind } from './people.ts';
import { announcedBy } from './vocabulary.ts';

const ROLE_IN_BRACKETS = '\\((牵头|配合|负责|协办|协助|主办|承办|参与|指导|落实)(?:单位|部门)?\\)';
const OWN_ROLE = new RegExp(`${ROLE_IN_BRACKETS}$`);
/** Text between names as a part of a clause; none where it is empty. */
export const punctuation = (source: string): NamedPart[] =>
  source === '' ? [] : [{ kind: 'punctuation', source, text: toShown(source).replace(INVISIBLE, '') }];

/** How a list of names is read. */
export interface NameContext {
  role: Role;
  /** Known names of units. */
  known: ReadonlySet<string>;
  /** Whether blanks and numbers separate names, too, as after a label or in the cell of a table. */
  loose: boolean;
}

/** The number of a footnote behind a name. */
const FOOTNOTE = /(?<=[局厅委部办署院会]|政府|中心|公司)(?:[0-9]{1,2}|\[[0-9]{1,2}\])$/;
/** Behind a blank the rest of a name: 县发展和改革 委员会. */
const HALF = /^(?:(?:人民)?政府|办事处|办公室|(?:管理)?委员会|管委会|(?:分|管理)?局|(?:服务)?中心)$/;

/** Reads names joined by 、 with their role; undefined where a name is missing. */
export function readNames(names: string, context: NameContext): NamedPart[] | undefined {
  const parts: NamedPart[] = [];
  let at = 0;
  const ends = [...separators(fold(names), context.loose), { start: names.length, end: names.length }];
  let isBehindBlank = false;
  let isBehindBody = false;
  for (const { start, end } of ends) {
    const source = names.slice(at, start);
    if (isBehindBlank && HALF.test(fold(source).trim())) return undefined;
    // A list in a cell may end with its separator.
    const isEnd = context.loose && at > 0 && start === names.length && source.trim() === '';
    const isNobody = context.loose && isPerson(fold(source).trim()) && !context.known.has(source);
    // Behind a unit and a blank it is who answers for it; elsewhere it may be anybody.
    if (isNobody && !isBehindBody) return undefined;
    const name = isEnd || isNobody ? punctuation(source) : readName(source, context);
    if (!name) return undefined;
    parts.push(...name, ...punctuation(names.slice(start, end)));
    isBehindBlank = start < end && names.slice(start, end).trim() === '';
    isBehindBody = isBehindBlank && looksLikeBody(fold(source).trim());
    at = end;
  }
  return isElliptic(parts, context) ? undefined : parts;
}

const LEVEL = new RegExp(`^[${LEVELS}]`);
/** A kind of bodies, not certain ones: 民政部门. */
const FIELD = /^(?!.*(?:有关|相关|主管|职能|成员|各)).{2,4}部门$/;

/** Whether names are completed by the words behind them, and are none by themselves: 县教育、卫健、民政部门; 县发改、财政、审计局. */
function isElliptic(parts: NamedPart[], { known }: NameContext): boolean {
  const names = parts.flatMap((part) => (part.kind === 'unit' ? [fold(part.text)] : []));
  const end = parts.at(-1);
  const last = end?.kind === 'open' ? fold(end.text) : (names.pop() ?? '');
  const first = names[0];
  const isPiece = (name: string) =>
    name.length > 1 && (name.length === 2 ? !COMPLETE.test(name) : !looksLikeBody(name)) && !known.has(name);
  if (first === undefined) return false;
  if (end?.kind === 'open' ? last.endsWith('部门') : FIELD.test(last))
    return names.some((name) => name.length <= 4 && isPiece(name));
  return (
    end?.kind !== 'open' &&
    LEVEL.test(first) &&
    isPiece(first) &&
    COMPLETE.test(last) &&
    !last.startsWith(first.charAt(0))
  );
}

/** One name, perhaps with 等有关部门 after it, which names nobody, or with a role of its own in brackets. */
function readName(piece: string, context: NameContext): NamedPart[] | undefined {
  const folded = fold(piece);
  const number = numberLength(folded.trimStart());
  const [head, tail] = [folded.search(/\S|$/) + number, folded.trimEnd().length];
  if (head >= tail) return undefined;
  if (head > 0 || tail < piece.length) {
    const name = readName(piece.slice(head, tail), context);
    return name && [...punctuation(piece.slice(0, head)), ...name, ...punctuation(piece.slice(tail))];
  }
  if (folded.startsWith('等') || folded.startsWith('、')) return undefined;
  const open = openName(folded);
  if (open) {
    const { name, level, joint, more } = open;
    const first = readName(piece.slice(0, name.length), context);
    const rest = more === '' ? [] : readName(piece.slice(-more.length), context);
    if (!first || !rest) return undefined;
    const end = name.length + open.open.length;
    const source = piece.slice(name.length, end);
    const collective = piece.slice(end, end + level.length);
    return [
      ...first,
      { kind: 'open', source, text: nameKey(source) },
      ...(collective === '' ? [] : [unitPart(collective, context.role)]),
      ...punctuation(piece.slice(end + level.length, end + level.length + joint.length)),
      ...rest,
    ];
  }
  const own = OWN_ROLE.exec(folded);
  if (own && own.index > 0) {
    const source = piece.slice(own.index);
    const announced = announcedBy(own[1] ?? '');
    const role = announced === 'time' || announced === 'people' ? context.role : announced;
    const unit = readName(piece.slice(0, own.index), { ...context, role });
    return unit && [...unit, { kind: 'role', role, source, text: nameKey(source) }];
  }
  const behind = peopleBehind(folded) ?? FOOTNOTE.exec(folded)?.index;
  if (behind !== undefined) {
    const unit = readName(piece.slice(0, behind), context);
    return unit && [...unit, ...punctuation(piece.slice(behind))];
  }
  const joint = collectiveJoint(folded);
  if (joint && !context.known.has(nameKey(piece))) {
    const left = readName(piece.slice(0, joint.start), context);
    const right = readName(piece.slice(joint.end), context);
    return left && right && [...left, ...punctuation(piece.slice(joint.start, joint.end)), ...right];
  }
  const names = splitJoined(piece, context.known);
  if (names.some((name) => !isJoint(name) && (!isName(name) || endsWithPerson(fold(name))))) return undefined;
  return names.flatMap((name): NamedPart[] =>
    isJoint(name) ? punctuation(name) : [unitPart(name, context.role)],
  );
}

const unitPart = (source: string, role: Role): NamedPart => ({
  kind: 'unit',
  role,
  source,
  text: nameKey(source),
});
