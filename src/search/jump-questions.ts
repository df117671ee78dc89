/** The units that a question in the jump box names, where it says nothing else that the box does not know. */
import { foldForms } from '../text/fold-forms.ts';
import type { JumpEntry } from './jump-entries.ts';
import type { JumpMatch } from './jump-matches.ts';
import { withoutLevel } from './named-units.ts';
import { normalize } from './query.ts';
import { nameReader } from './question/known-names.ts';

/** Prepares the units for any number of normalised queries. */
export function unitFinder(entries: JumpEntry[]): (chars: string) => JumpMatch[] {
  const units = new Map<string, JumpMatch[]>();
  for (const entry of entries)
    for (const name of entry.kind === 'unit' ? entry.names : []) {
      const chars = normalize(foldForms(name.text));
      for (const called of new Set([chars, withoutLevel(chars)]))
        units.set(called, [...(units.get(called) ?? []), { entry, rank: 'words', name }]);
    }
  const read = nameReader(units.keys());
  return (chars) => {
    const found = read(chars)?.names.flatMap((name) => units.get(name) ?? []) ?? [];
    return [...new Map(found.map((one) => [one.entry, one])).values()];
  };
}
