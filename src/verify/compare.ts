/** How a stretch of a quotation differs from its place in the source: words, then facts, then punctuation. */
import { diffArrays } from 'diff/lib/diff/array.js';
import type { Lettered } from './passages.ts';
import { textOf, type Token } from './tokens.ts';

/** A piece of a quotation: `added` 多, `missing` 少 and `replaced` 换 are said of the quotation. */
export interface Piece {
  kind: 'same' | 'added' | 'missing' | 'replaced';
  /** Letters of the quotation; empty where words are missing. */
  quoted: Token[];
  /** Letters of the source; empty where words were added. */
  source: Token[];
}

/** Differences of what is no letter, by kind. */
export interface Marks {
  punctuation: { quoted: string; source: string }[];
  blanks: number;
  width: number;
  traditional: number;
  /** True where one of them is no punctuation but changes a number: 30% for 30. */
  signs: boolean;
}

export const noMarks = (): Marks => ({ punctuation: [], blanks: 0, width: 0, traditional: 0, signs: false });

/** The differences between two sequences; a single letter between two differences is part of them. */
export function compareTokens(source: Token[], quoted: Token[]): Piece[] {
  const changes = diffArrays(source, quoted, { comparator: (a, b) => a.text === b.text });
  const pieces: Piece[] = [];
  let [inSource, inQuoted] = [0, 0];
  for (const { count, added, removed } of changes) {
    const fromSource = added ? [] : source.slice(inSource, (inSource += count));
    const fromQuoted = removed ? [] : quoted.slice(inQuoted, (inQuoted += count));
    const same = !added && !removed;
    const last = pieces[pieces.length - 1];
    if (last && !same && last.kind !== 'same') join(last, fromSource, fromQuoted);
    else if (last && same && byChance(pieces, fromQuoted, inQuoted < quoted.length)) {
      join(last, fromSource, fromQuoted);
    } else pieces.push({ kind: same ? 'same' : 'replaced', source: fromSource, quoted: fromQuoted });
  }
  for (const piece of pieces) piece.kind = kindOf(piece);
  return pieces;
}

function kindOf({ kind, quoted, source }: Piece): Piece['kind'] {
  if (kind === 'same' || textOf(quoted) === textOf(source)) return 'same';
  if (quoted.length === 0) return 'missing';
  return source.length === 0 ? 'added' : 'replaced';
}

/** How many letters of a quotation are the same. */
export const countSame = (pieces: readonly Piece[]) =>
  pieces.reduce((sum, { kind, quoted }) => (kind === 'same' ? sum + textOf(quoted).length : sum), 0);

export const isSame = (pieces: readonly Piece[]) => pieces.every(({ kind }) => kind === 'same');

function join(piece: Piece, source: Token[], quoted: Token[]): void {
  piece.source.push(...source);
  piece.quoted.push(...quoted);
}

/** Whether what is the same is a single letter between words that differ. */
function byChance(pieces: Piece[], same: Token[], isFollowed: boolean): boolean {
  const before = pieces[pieces.length - 1];
  const [only] = same;
  return isFollowed && same.length === 1 && only?.kind === undefined && before?.kind === 'replaced';
}

const QUOTES = /["“”„‟'‘’「」『』＂＇﹁﹂﹃﹄]/g;
const DASHES = /[‐‑‒–—―－~～〜-]+/g;
/** As marks are compared: without width, one form of quotation marks and of dashes. */
const plain = (marks: string) =>
  marks.normalize('NFKC').replace(QUOTES, '"').replace(DASHES, '-').replace(/\s+/g, '');

/** Adds the differences between `length` letters that are the same on both sides, and of what stands between them. */
export function compareMarks(
  marks: Marks,
  quoted: Lettered,
  at: number,
  source: Lettered,
  place: number,
  length: number,
): void {
  for (let step = 0; step < length; step++) {
    const here = letterAt(quoted, at + step);
    const there = letterAt(source, place + step);
    if (here !== there) {
      if (here.normalize('NFKC').toLowerCase() === there.normalize('NFKC').toLowerCase()) marks.width++;
      else marks.traditional++;
    }
    if (step + 1 === length || source.borders?.has(place + step) === true) continue;
    const [ours, theirs] = [gapAfter(quoted, at + step), gapAfter(source, place + step)];
    if (ours === theirs) continue;
    if (plain(ours) !== plain(theirs)) {
      marks.punctuation.push({ quoted: ours.trim(), source: theirs.trim() });
      marks.signs ||= /[%‰]/.test(plain(ours) + plain(theirs));
    } else if (ours.replace(/\s/g, '') === theirs.replace(/\s/g, '')) marks.blanks++;
    else marks.width++;
  }
}

/** Adds a difference of the signs that belong to a number behind the last letter on both sides: 98‰ for 98%. */
export function compareEndSigns(
  marks: Marks,
  quoted: Lettered,
  at: number,
  source: Lettered,
  place: number,
): void {
  const signOf = (lettered: Lettered, letter: number) => {
    const end = lettered.ranges[letter]?.[1] ?? 0;
    return /^[%％‰]/.exec(lettered.text.slice(end, end + 1))?.[0] ?? '';
  };
  const [ours, theirs] = [signOf(quoted, at), signOf(source, place)];
  if (plain(ours) === plain(theirs)) return;
  marks.punctuation.push({ quoted: ours, source: theirs });
  marks.signs = true;
}

const letterAt = ({ text, ranges }: Lettered, at: number) => text.slice(...(ranges[at] ?? [0, 0]));

function gapAfter({ text, ranges }: Lettered, at: number): string {
  const end = ranges[at]?.[1] ?? 0;
  // One character may stand for several letters.
  return text.slice(end, Math.max(end, ranges[at + 1]?.[0] ?? end));
}
