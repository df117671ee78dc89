/** The area that a plan is for, which people write before the names of its units: 甲市乙区某局. */
import type { Plan } from '../plan/model.ts';
import { groupBy, last } from '../text/lists.ts';

/** Names of areas from the outermost to that of the plan itself: 甲市, 乙区. Empty where none is known. */
export type Area = readonly string[];

/** What the name of an area ends with, or that of a unit begins with: 区某局. */
const LEVEL = '自治[区州县旗]|[省市州盟区县旗镇乡]';
const LEVEL_BEFORE = new RegExp(`^(?:${LEVEL})(?=.{2})`, 'u');
const LEVEL_BEHIND = new RegExp(`(?:${LEVEL})$`, 'u');
// Not 各县, 社区 or 乡镇; the longest names are those of autonomous areas.
const NAME = new RegExp(
  '(?![各全本我该省市])(?:\\p{Script=Han}{2,4}?[省市州盟区县旗镇乡]|\\p{Script=Han}{2,14}?自治[区州县旗]|(?![社地校园小])\\p{Script=Han}[区县旗])(?![省市州盟区县旗镇乡])',
  'uy',
);
const NO_AREA = /(?:[社校园]区|城市)$/u;
const HIGHER = /^(?:\p{Script=Han}{2,10}(?:省|市|州|盟|自治区))$/u;

/** The names of areas with which a title, or the name of a publisher, begins. */
function areasIn(text: string): string[] {
  const names: string[] = [];
  NAME.lastIndex = /^(?:中共|《|关于印发《?)?/u.exec(text)?.[0].length ?? 0;
  for (let found = NAME.exec(text); found; found = NAME.exec(text)) names.push(found[0]);
  return names.filter((name) => !NO_AREA.test(name));
}

/** Whether a text is nothing but names of areas. */
export const isNameOfArea = (text: string): boolean => text !== '' && areasIn(text).join('') === text;

/** The area of a plan, by its title and its publisher: the last they name of the level that its units are of. */
export function areaOf({
  title,
  publisher = '',
  units,
}: {
  title: Pick<Plan['title'], 'shown'>;
  publisher: string | undefined;
  units: readonly Pick<Plan['units'][number], 'name'>[];
}): Area {
  const levels = groupBy(
    units.flatMap(({ name }) => LEVEL_BEFORE.exec(name)?.[0] ?? []),
    (one) => one,
  );
  const level = levels.sort((a, b) => b.items.length - a.items.length)[0]?.key ?? '';
  const named = [areasIn(title.shown), areasIn(publisher)].map((names) =>
    names.slice(0, names.findLastIndex((name) => name.endsWith(level)) + 1),
  );
  return named.reduce((longest, names) => (names.length > longest.length ? names : longest));
}

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
