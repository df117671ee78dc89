/** Rules for corrections. */
import { FILES, type CorrectionEntry } from '../content-files/schema.ts';
import { verbatimPieces } from '../content-files/verbatim.ts';
import { difference } from '../plan/apply-corrections.ts';
import { uniqueBy } from '../text/lists.ts';
import { toShown } from '../text/punctuation.ts';
import { checkEntriesOf, type Rule } from './rule.ts';

/** Every correction can be undone: it names unique characters of the seed, and changes only what its kind allows. */
export const correctionsHold: Rule = (content, seed) => {
  const { corrections } = content;
  const lines = seed.text.split('\n');
  const pieces = Map.groupBy(
    verbatimPieces(content).flatMap(({ line, text }) =>
      text.split('\n').map((own, index) => ({ line: line + index, own })),
    ),
    ({ line }) => line,
  );
  const firstById = new Set(uniqueBy(corrections, ({ id }) => id));
  return checkEntriesOf(FILES.corrections, corrections, (correction, report, index) => {
    const { id, line, received, kind } = correction;
    const text = lines[line - 1] ?? '';
    if (!firstById.has(correction))
      report('id', `correction ${id} is registered twice`, 'give the newer one the next free number');
    const count = text.split(received).length - 1;
    if (count !== 1) {
      const other = count === 0 ? lines.findIndex((one) => one.includes(received)) + 1 : 0;
      const advice =
        count === 0 ? 'copy the characters from the seed' : 'add neighbouring characters until it is unique';
      const problem = `“${received}” occurs ${count} times in line ${line} of the seed`;
      if (other > 0) report('line', problem, `write line: ${other}`);
      else report('received', problem, advice);
    }
    const isInPiece = (pieces.get(line) ?? []).some(({ own }) => own.includes(received));
    if (count === 1 && isInPiece === (kind === 'layout')) {
      const advice = 'layout is for a border between two pieces, and only for that';
      report('kind', `${kind} does not fit the place`, advice, isInPiece ? undefined : received);
    }
    const wrong = wrongChange(correction);
    if (wrong) report('shown', ...wrong);
    const other = corrections.slice(0, index).find((one) => overlap(one, correction, text));
    if (other) {
      const problem = `changes the same characters as correction ${other.id}`;
      report('received', problem, 'make one correction of the two');
    }
  });
};

/** Whether two corrections of a line change the same characters, so that they cannot both be undone. */
function overlap(one: CorrectionEntry, other: CorrectionEntry, line: string): boolean {
  if (one.line !== other.line || one.kind === 'layout' || other.kind === 'layout') return false;
  if (!line.includes(one.received) || !line.includes(other.received)) return false;
  const [a, b] = [difference(line, one), difference(line, other)];
  return a.at === b.at || (a.at < b.at + b.source.length && b.at < a.at + a.source.length);
}

function wrongChange({
  kind,
  received,
  shown,
  suspected,
}: CorrectionEntry): [problem: string, advice: string] | undefined {
  const unchanged = toShown(received);
  if (kind === 'suspected-misprint') {
    if (shown !== unchanged)
      return [`a suspected misprint is shown as printed: “${unchanged}”`, 'put the guess under suspected'];
    if (!suspected || suspected === shown)
      return ['no other wording is suspected', 'say under suspected what was meant'];
    return undefined;
  }
  if (suspected) return [`a ${kind} has nothing suspected`, 'take out suspected'];
  if (kind === 'layout') {
    if (shown.replaceAll('\n', '') === unchanged && shown !== unchanged) return undefined;
    return ['a layout correction only adds line breaks', `it should read “${unchanged}” with line breaks`];
  }
  if (onlyAddsSigns(unchanged, shown)) return undefined;
  return ['a lost sign only adds marks', `keep every character of “${unchanged}”`];
}

/** Whether `shown` is `unchanged` with nothing but punctuation and symbols added. */
function onlyAddsSigns(unchanged: string, shown: string): boolean {
  const kept = [...unchanged];
  for (const character of shown) {
    if (character === kept[0]) kept.shift();
    else if (!/[\p{P}\p{S}]/u.test(character)) return false;
  }
  return kept.length === 0 && shown !== unchanged;
}
