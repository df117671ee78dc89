/** Reports what the text does not decide although every word of it could be read. */
import { counted } from '../../content-files/findings.ts';
import { lineOfText } from '../../content-files/verbatim.ts';
import { timesIn } from '../../clauses/dates.ts';
import { mayBeSeveral } from '../../clauses/names.ts';
import { toShown } from '../../text/punctuation.ts';
import type { ClauseReadings } from '../extract/units.ts';
import type { LocatedClause } from '../../content-files/interpret.ts';
import type { TaskFile } from '../../content-files/schema.ts';
import type { UnitEntry } from '../../content-files/schema.ts';
import { hasRadicals, radicalUses } from '../../text/radicals.ts';
import { unreadable } from '../extract/units.ts';
import type { Report } from '../report.ts';
import type { ItemRole, Segment } from '../structure/segment.ts';

/** Reports headings with another number than the next one of their kind, which begins anew below another heading. */
export function reportHeadingNumbers(segments: Segment[], report: Report): void {
  const last = new Map<ItemRole, number>();
  for (const { role, marker, line } of segments) {
    if (!marker || (role !== 'part' && role !== 'section' && role !== 'measure')) continue;
    const next = (last.get(role) ?? 0) + 1;
    last.set(role, marker.value);
    if (marker.value === 1 || marker.value === next) continue;
    const problem = `a heading has the number ${marker.value}, where ${next} or 1 should stand`;
    report.open(line, problem, 'compare with the published page: another one may be lost');
  }
}

/** Reports names that may be two units, each once. */
export function reportAmbiguousNames(
  clauses: LocatedClause[],
  { parts, known }: ClauseReadings,
  report: Report,
): void {
  const reported = new Set<string>();
  for (const clause of clauses) {
    const { piece } = clause;
    for (const part of parts(clause)) {
      if (part.kind !== 'unit' || reported.has(part.text) || known.has(part.text)) continue;
      reported.add(part.text);
      if (!mayBeSeveral(part.text, known)) continue;
      const problem = `“${part.text}” may be more than one body`;
      report.open(piece.line, problem, 'it is registered as one name; the text does not decide it');
    }
  }
}

/** Reports times without a definite date: 12月底前 where no year was named, 2018年6月前. */
export function reportUnknownDays(tasks: TaskFile[], report: Report): void {
  for (const task of tasks) {
    const whole = task.text + task.duty;
    let [at, current] = [0, lineOfText(task)];
    for (const { words, start, date } of timesIn(toShown(whole))) {
      if (date !== undefined || !/[月年](?:.{0,3}[前内]|[底末终])/.test(words) || words.startsWith('每'))
        continue;
      current += whole.slice(at, start).split('\n').length - 1;
      at = start;
      const problem = `the last day of “${words}” cannot be told`;
      report.open(current, problem, 'it is shown in its own words, without a date');
    }
  }
}

/** Characters for private use, of no meaning without their font. */
const PRIVATE = /\p{Co}/u;

/** Within a word: without width (soft hyphen, zero-width space, mark of direction, selector of a form), or another code for an ordinary character. */
const UNSEEN =
  /(?<=\S)(?:[\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]|[\u{e0100}-\u{e01ef}])(?=\S)|[\uf900-\ufaff]/gu;

/** Reports characters that are not seen, or not told from others, and that may keep words from being read or found. */
export function reportUnseen(lines: { line: number; text: string }[], report: Report): void {
  const found = lines.flatMap(({ line, text }) =>
    Array.from(text.matchAll(UNSEEN), ({ 0: sign, index }) => ({ line, sign, index })),
  );
  const [first] = found;
  if (!first) return;
  const counts = [...Map.groupBy(found, ({ sign }) => codeOf(sign))].map(
    ([code, all]) =>
      `${code} (${all.length}, lines ${[...new Set(all.map(({ line }) => line))].slice(0, 10).join(', ')})`,
  );
  report.open(
    first.line,
    `characters within words that are not seen, or not told from ordinary ones: ${counts.join('; ')}`,
    'names and dates may be misread through them; take them out of a copy of the text, or write the ordinary ones',
  );
}

const codeOf = (sign: string) =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Reports characters without a meaning of their own, radicals in place of characters, as text copied from a PDF has them, and names that cannot be spelled in full. */
export function reportCharacters(
  lines: { line: number; text: string }[],
  units: UnitEntry[],
  report: Report,
): void {
  const first = lines.find(({ text }) => hasRadicals(text));
  const uses = first ? radicalUses(lines.map(({ text }) => text).join('\n')) : [];
  if (first) {
    const named = uses.map(({ received, shown, count }) => `${received} → ${shown} (${count})`).join(', ');
    report.open(
      first.line,
      `radicals in place of characters: ${named}`,
      'they are shown as the ordinary characters, on every page',
    );
  }
  const own = lines.filter(({ text }) => PRIVATE.test(text));
  if (own[0]) {
    const { line, text } = own[0];
    const at = text.search(PRIVATE);
    const where = own.length > 1 ? `, and others in ${counted(own.length - 1, 'line')}` : '';
    report.open(
      line,
      `character ${at + 1} (${codeOf(text.slice(at))}) has a form only in the font it was written with${where}`,
      'readers see an empty box; write the character that is meant into a copy of the text',
    );
  }
  for (const { id, name } of units) {
    const missing = unreadable(name);
    if (missing === '') continue;
    const line = lines.find(({ text }) => text.includes(name))?.line ?? 1;
    const problem = `“${name}”: the id ${id} lacks a syllable, ${missing} has no reading in the table`;
    report.open(
      line,
      problem,
      'write the id as it is spoken, in content/units.yaml, before anything is published',
    );
  }
}

/** Reports controls of direction: with them a text is shown in another order than it is read in. */
export function reportControls(lines: { line: number; text: string }[], report: Report): void {
  for (const { line, text } of lines) {
    const found = /[\u061c\u202a-\u202e\u2066-\u2069]/.exec(text);
    if (!found) continue;
    const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    const problem = `character ${found.index + 1} (U+${code}) turns the direction of the text`;
    report.error(line, problem, 'take it out of a copy of the text: what is shown would not be what is read');
  }
}

/** Reports numbers of items that are too large to be read as such. */
export function reportLargeNumbers(lines: { line: number; folded: string }[], report: Report): void {
  const large = lines.filter(({ folded }) => /^ *[0-9]{5,}(?:[.)](?![0-9])|、)/.test(folded));
  const [first] = large;
  if (!first) return;
  const problem = `${counted(large.length, 'number')} above 9,999 at the beginning of a line: read as text`;
  report.open(first.line, problem, 'import the plan in parts with numbers up to 9,999');
}
