/** Names that are joined by 和, 与, 及 or 以及, which may also be parts of a name. */
import { LEVELS } from '../text/levels.ts';
import { fold } from './fold.ts';
import { COMPLETE, JOINED, nameKey } from './names.ts';

const JOINTS: ReadonlySet<string> = new Set(['以及', '和', '与', '及']);
export const isJoint = (words: string) => JOINTS.has(words);

/** The area or the level that a name begins with, not a word like 市场 or 乡村: 县, 某某市. */
const LEVEL_FIRST = new RegExp(
  `^(?!市(?:场|政(?![府协])|容|民|郊)|区[域块]|乡[村土]|县域|镇域)(?:[${LEVELS}]|\\p{Script=Han}{1,5}?[${LEVELS}])(?=\\p{Script=Han})`,
  'u',
);
const LEVEL_ALONE = new RegExp(`^[${LEVELS}]$`);
/** Committees and governments share what follows: 县委和县政府办公室. */
const RULING = /^\p{Script=Han}{0,6}?(?:[省市县区州旗盟]委|政府|[省市县区州旗盟]人大|政协|纪委)$/u;
const WHOLE = new RegExp(`${COMPLETE.source}|(?:[联馆站队所]|办公室|[党学]校|[中小大]学|人大|政协)$`);

/** Whether both sides of a joint are bodies with a level or area of their own: 市教育局和市财政局. */
function areBothBodies(left: string, right: string): boolean {
  const [first = '', second = ''] = [left, right].map((name) => LEVEL_FIRST.exec(name)?.[0]);
  const ofAreas = first !== '' && (first === second || (LEVEL_ALONE.test(first) && LEVEL_ALONE.test(second)));
  return ofAreas && WHOLE.test(left) && WHOLE.test(right) && RULING.test(left) === RULING.test(right);
}

/** Splits at 和, 与, 及 or 以及 where both sides are known names, or bodies with a level of their own; otherwise it is a single name. */
export function splitJoined(name: string, known: ReadonlySet<string>): string[] {
  const isKnown = (one: string) => known.has(one) || known.has(nameKey(one));
  if (isKnown(name)) return [name];
  for (const { 0: joint, index } of name.matchAll(JOINED)) {
    const [left, right] = [name.slice(0, index), name.slice(index + joint.length)];
    if (areBothBodies(fold(left), fold(right))) return [left, joint, ...splitJoined(right, known)];
    if (!isKnown(left)) continue;
    const rest = splitJoined(right, known);
    if (rest.every((one) => isKnown(one) || isJoint(one))) return [left, joint, ...rest];
  }
  return [name];
}
