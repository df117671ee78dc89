/** The area of a plan in a query, where people write it before the name of a unit: 甲市乙区某局. Sent to readers. */
import { LEVELS } from '../text/levels.ts';
import { last } from '../text/lists.ts';

/** Names of areas from the outermost to that of the plan itself: 甲市, 乙区. Empty where none is known. */
export type Area = readonly string[];

/** What the name of an area ends with, or that of a unit begins with: 区某局. */
const LEVEL = `自治[区州县旗]|[${LEVELS}]`;
/** A level before a name, which people leave out: 区某局. */
export const LEVEL_BEFORE = new RegExp(`^(?:${LEVEL})(?=.{2})`, 'u');
const LEVEL_BEHIND = new RegExp(`(?:${LEVEL})$`, 'u');
const HIGHER = /^(?:\p{Script=Han}{2,10}(?:省|市|州|盟|自治区))$/u;

/** Whether words before the name of a unit are its area: 乙 and 甲市乙 before 区某局 and 某局, not 甲市. */
function isArea(words: string, name: string, area: Area): boolean {
  const own = last(area);
  if (own === undefined) return false;
  const whole = area.join('');
  const short = whole.replace(LEVEL_BEHIND, '');
  if (LEVEL_BEHIND.exec(own)?.[0] === words) return true;
  // 市 is a level in 市财政局, and none in 市场监管局.
  return [words + (LEVEL_BEFORE.exec(name)?.[0] ?? ''), words].some(
    (full) =>
      full.length > 1 &&
      (whole.endsWith(full) ||
        (short.endsWith(full) && full === words) ||
        (full.endsWith(own) && HIGHER.test(full.slice(0, -own.length)))),
  );
}

/**
 * The longest of these names in a text, with what the text says besides: without the area before it, and for a branch without
 * the area in it (甲市某局乙分局). Texts, names and areas are normalised.
 */
export function nameWithin(
  text: string,
  names: readonly string[],
  area: Area,
): { name: string; rest: string } | undefined {
  const within = names.filter((name) => name !== '' && text.includes(name));
  const [first, ...others] = within;
  if (first === undefined) return undefined;
  const name = others.reduce((longest, one) => (one.length > longest.length ? one : longest), first);
  const at = text.indexOf(name);
  const [before, after] = [text.slice(0, at), text.slice(at + name.length)];
  const own = last(area)?.replace(LEVEL_BEHIND, '');
  const branch = own && new RegExp(`^${own}(?:${LEVEL})?分局`, 'u').exec(after)?.[0];
  const isBranch = own !== undefined && (branch !== undefined || name.includes(own));
  const higher = area.slice(0, -1).join('');
  const start = before.split('').findIndex((_, from) => {
    const words = before.slice(from);
    return isArea(words, name, area) || (isBranch && higher.endsWith(words));
  });
  return {
    name,
    rest: before.slice(0, start < 0 ? before.length : start) + after.slice(branch?.length ?? 0),
  };
}
