/** Questions of names, roles and dates alone, for the jump box and the single-file edition, which know no more. */
import type { Area } from '../areas.ts';

/** What else may stand in a question of names. */
const OTHER =
  /^(?:牵头|配合|协办|协助|参与|参加|指导|负责|承担|落实|单位|部门|作为|由|共同|一起|联合|任务|工作|事项|哪些|以及|完成|\d{4}年?|年?底|\d{1,2}月|之?前|以前|[的和与跟同及或都均有])*$/u;

/** Prepares normalised names for any number of normalised queries that name some and say nothing unknown besides. */
export function nameReader(
  known: Iterable<string>,
): (chars: string) => { names: string[]; rest: string } | undefined {
  const longestFirst = [...known].sort((a, b) => b.length - a.length);
  return (chars) => {
    const names: string[] = [];
    let rest = chars;
    for (const name of longestFirst) {
      if (!rest.includes(name)) continue;
      rest = rest.replace(name, '与');
      names.push(name);
    }
    return OTHER.test(rest) ? { names, rest } : undefined;
  };
}

/** What follows the plan's area at the beginning of a normalised text, with its level and without: 区某局, 某局. */
export function withoutArea(text: string, area: Area): string[] {
  const names = area.map((_, from) => area.slice(from).join(''));
  const whole = names.find((name) => text.startsWith(name));
  if (whole === text) return [];
  if (whole !== undefined) return [text.slice(whole.length - 1), text.slice(whole.length)];
  const short = names
    .map((name) => name.slice(0, -1))
    .find((name) => name.length > 1 && text.startsWith(name));
  return short === undefined ? [] : [text.slice(short.length)];
}
