import { verbatimPieces } from '../content-files/verbatim.ts';
import type { Rule } from './rule.ts';
import { toShown } from '../text/punctuation.ts';
import type { Finding } from '../plan/model.ts';
import { difference } from '../plan/apply-corrections.ts';
import type { CorrectionEntry } from '../content-files/schema.ts';
import { FILES } from '../content-files/schema.ts';

/** Every correction can be undone: it names one place of the seed, and changes only what its kind allows. */
export const correctionsHold: Rule = (content, seed) => {
  const lines = seed.text.split('\n');
  const pieces = Map.groupBy(
    verbatimPieces(content).flatMap(({ line, text }) =>
      text.split('\n').map((own, index) => ({ line: line + index, own })),
    ),
    ({ line }) => line,
  );
  const findings: Finding[] = [];
  content.corrections.forEach((correction, index) => {
    const add = (key: keyof CorrectionEntry, problem: string, advice: string) =>
      findings.push({ file: FILES.corrections, at: [index, key], problem, advice });
    const { id, line, received, kind } = correction;
    if (content.corrections.findIndex((one) => one.id === id) !== index) {
      add('id', `correction ${id} is registered twice`, 'give the newer one the next free number');
    }
    const places = (lines[line - 1] ?? '').split(received).length - 1;
    if (places !== 1) {
      const advice =
        places === 0 ? 'copy the characters from the seed' : 'add neighbouring characters until it is unique';
      add('received', `“${received}” occurs ${places} times in line ${line} of the seed`, advice);
    }
    const whole = (pieces.get(line) ?? []).some(({ own }) => own.includes(received));
    if (places === 1 && whole === (kind === 'layout')) {
      add(
        'kind',
        `${kind} does not fit the place`,
        'layout is for a border between two pieces, and only for that',
      );
    }
    const wrong = wrongChange(correction);
    if (wrong) add('shown', ...wrong);
    const other = content.corrections
      .slice(0, index)
      .find((one) => overlap(one, correction, lines[line - 1] ?? ''));
    if (other)
      add(
        'received',
        `changes the same characters as correction ${other.id}`,
        'make one correction of the two',
      );
  });
  return findings;
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
  const printed = toShown(received);
  if (kind === 'suspected-misprint') {
    if (shown !== printed)
      return [`a suspected misprint is shown as printed: “${printed}”`, 'put the guess under suspected'];
    if (!suspected || suspected === shown)
      return ['no other wording is suspected', 'say under suspected what was meant'];
    return undefined;
  }
  if (suspected) return [`a ${kind} has nothing suspected`, 'take out suspected'];
  if (kind === 'layout') {
    if (shown.replaceAll('\n', '') === printed && shown !== printed) return undefined;
    return ['a layout correction only adds line breaks', `it should read “${printed}” with line breaks`];
  }
  if (onlyAddsMarks(printed, shown)) return undefined;
  return ['a lost sign only adds marks', `keep every character of “${printed}”`];
}

/** Whether `shown` is `printed` with nothing but marks put in. */
function onlyAddsMarks(printed: string, shown: string): boolean {
  const kept = [...printed];
  for (const character of shown) {
    if (character === kept[0]) kept.shift();
    else if (!/[\p{P}\p{S}]/u.test(character)) return false;
  }
  return kept.length === 0 && shown !== printed;
}
