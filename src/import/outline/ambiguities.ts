/** What a reading leaves undecided although every word of it was read: told, never guessed. */
import { timesIn } from '../../clauses/dates.ts';
import { mayBeSeveral } from '../../clauses/unit-names.ts';
import { toShown } from '../../text/punctuation.ts';
import type { ClauseReadings } from '../extract/units.ts';
import type { LocatedClause } from '../../content-files/interpret.ts';
import type { TaskFile } from '../../content-files/schema.ts';
import type { Report } from '../report.ts';

const count = (text: string) => text.split('\n').length - 1;

/** Reports names that may be two, each once. */
export function reportAmbiguousNames(
  clauses: LocatedClause[],
  { parts, known }: ClauseReadings,
  report: Report,
): void {
  const told = new Set<string>();
  for (const { piece } of clauses) {
    for (const part of parts.get(piece.text) ?? []) {
      if (part.kind !== 'unit' || told.has(part.text) || known.has(part.text)) continue;
      told.add(part.text);
      if (mayBeSeveral(part.text, known))
        report.open(
          piece.line,
          `“${part.text}” may be more than one body`,
          'it is registered as one name; the text does not decide it',
        );
    }
  }
}

/** Reports times whose day cannot be told: 12月底前 where no year was said, 2018年6月前. */
export function reportUnknownDays(tasks: TaskFile[], report: Report): void {
  for (const { line, text, duty } of tasks) {
    const whole = text + duty;
    let [at, place] = [0, line];
    for (const { words, start, date } of timesIn(toShown(whole))) {
      if (date !== undefined || !/[月年](?:.{0,3}[前内]|[底末终])/.test(words) || words.startsWith('每'))
        continue;
      place += count(whole.slice(at, start));
      at = start;
      report.open(
        place,
        `the last day of “${words}” cannot be told`,
        'it is shown in its own words, without a date',
      );
    }
  }
}
