/** The area that a plan is for. */
import type { Plan } from '../plan/model.ts';
import { groupBy } from '../text/lists.ts';
import { LEVEL_BEFORE, type Area } from './areas.ts';

// Not 各县, 社区 or 乡镇; the longest names are those of autonomous areas.
const NAME = new RegExp(
  '(?![各全本我该省市])(?:\\p{Script=Han}{2,4}?[省市州盟区县旗镇乡]|\\p{Script=Han}{2,14}?自治[区州县旗]|(?![社地校园小])\\p{Script=Han}[区县旗])(?![省市州盟区县旗镇乡])',
  'uy',
);
const NO_AREA = /(?:[社校园]区|城市)$/u;
/** The names of areas with which a title, or the name of a publisher, begins. */
function areasIn(text: string): string[] {
  const names: string[] = [];
  NAME.lastIndex = /^(?:中共|《|关于印发《?)?/u.exec(text)?.[0].length ?? 0;
  for (let found = NAME.exec(text); found; found = NAME.exec(text)) names.push(found[0]);
  return names.filter((name) => !NO_AREA.test(name));
}

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
