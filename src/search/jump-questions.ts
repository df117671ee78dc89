/** The units that a question in the jump box names, where it says nothing else that the box does not know. */
import { foldForms } from '../text/fold-forms.ts';
import type { Area } from './areas.ts';
import type { JumpEntry, JumpName } from './jump-entries.ts';
import { withoutLevel } from './named-units.ts';
import { normalize } from './query.ts';

interface Named {
  entry: JumpEntry;
  name: JumpName;
}

/** Roles, dates and what joins names; the search page answers by them. */
const ROLE_OR_DATE =
  /^(?:牵头|配合|协办|协助|参与|参加|指导|负责|承担|落实|单位|部门|作为|由|共同|一起|联合|任务|工作|事项|哪些|完成|[的和与跟同及或都均]|以及|\d{4}年?|年?底|\d{1,2}月|之?前|以前)+$/u;

/** What follows the plan's area at the beginning of a normalised text, with its level and without: 区某局, 某局. */
export function withoutArea(text: string, area: Area): string[] {
  const names = area.map((_, from) => area.slice(from).join(''));
  const whole = names.find((name) => text.startsWith(name));
  if (whole !== undefined) return [text.slice(whole.length - 1), text.slice(whole.length)];
  const short = names
    .map((name) => name.slice(0, -1))
    .find((name) => name.length > 1 && text.startsWith(name));
  return short === undefined ? [] : [text.slice(short.length)];
}

/** Prepares the units for any number of normalised queries. */
export function unitFinder(entries: JumpEntry[]): (chars: string) => Named[] {
  const units = new Map<string, Named[]>();
  for (const entry of entries)
    for (const name of entry.kind === 'unit' ? entry.names : []) {
      const chars = normalize(foldForms(name.text));
      for (const called of new Set([chars, withoutLevel(chars)]))
        units.set(called, [...(units.get(called) ?? []), { entry, name }]);
    }
  const names = [...units.keys()].sort((a, b) => b.length - a.length);
  return (chars) => {
    const found = new Map<JumpEntry, Named>();
    let rest = chars;
    for (const name of names) {
      if (!rest.includes(name)) continue;
      rest = rest.replace(name, '与');
      for (const one of units.get(name) ?? []) if (!found.has(one.entry)) found.set(one.entry, one);
    }
    return ROLE_OR_DATE.test(rest) ? [...found.values()] : [];
  };
}
