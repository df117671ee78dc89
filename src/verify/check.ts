/**
 * Compares a text with the plan. The text is cut into stretches; each stands in the plan word for word, differs from a place
 * of it, or is not found. Only letters and digits make words: punctuation, blanks, width and traditional forms are told apart.
 */
import type { Range } from '../search/query.ts';
import { uniqueBy } from '../text/lists.ts';
import { exactPlaces } from './align.ts';
import { compareEndSigns, compareMarks, isSame, noMarks, type Marks, type Piece } from './compare.ts';
import { factsOf, unitsAround, type Fact } from './facts.ts';
import type { Comparison, Part } from './find-part.ts';
import { partsOfText } from './parts.ts';
import type { Lettered, Passage } from './passages.ts';
import { passageAt, placeOf, textRange, type Place, type Source } from './source.ts';
import { quotedOf } from './sentences.ts';
import { textOf, tokenizer } from './tokens.ts';

/** 逐字相同 · 有出入 · 原文中没有找到. */
export type State = 'same' | 'differs' | 'missing';

/** A piece as it is written: words that are the same with the marks between them, words that differ without. */
export interface WrittenPiece {
  kind: Piece['kind'];
  quoted: string;
  source: string;
}

/** A stretch of the text, [start, end). */
export interface Stretch {
  state: State;
  start: number;
  end: number;
  /** The place that it comes from; of what stands there word for word, all places. */
  places: Place[];
  /** The stretch and its place, piece by piece, as they are written. */
  pieces: WrittenPiece[];
  /** Units, dates and numbers other than at its place; of what is not found, other than at the place of the same sentence. */
  facts: Fact[];
  marks: Marks;
  /** True where its sentence goes on with words from another place of the plan. */
  joined: boolean;
}

/** Compares a text with the plan: its stretches in order. What lies between them are marks and connecting words. */
export function checkText(text: string, source: Source): Stretch[] {
  const comparison = { quoted: quotedOf(text, source), source, tokens: tokenizer(source.names) };
  const stretches = partsOfText(comparison).map((part) =>
    part.found ? foundStretch(part, part.found, comparison) : missingStretch(part, comparison),
  );
  return stretches.reduce<Stretch[]>((all, stretch) => {
    const last = all[all.length - 1];
    if (last && isPlainlyMissing(last) && isPlainlyMissing(stretch)) last.end = stretch.end;
    else all.push(stretch);
    return all;
  }, []);
}

/** Sentences in a row of which there is nothing to say but that they are not found are one stretch. */
const isPlainlyMissing = ({ state, facts }: Stretch) => state === 'missing' && facts.length === 0;

function foundStretch(
  { from, to, joined = false }: Part,
  { sourceFrom, sourceTo, pieces }: NonNullable<Part['found']>,
  { quoted, source, tokens }: Comparison,
): Stretch {
  const extent = extentOf([from, to], quoted);
  const passage = passageAt(source, sourceFrom);
  const marks = noMarks();
  let [at, place] = [from, sourceFrom - passage.start];
  for (const piece of pieces) {
    if (piece.kind === 'same') compareMarks(marks, quoted, at, passage, place, textOf(piece.quoted).length);
    at += textOf(piece.quoted).length;
    place += textOf(piece.source).length;
  }
  compareEndSigns(marks, quoted, to - 1, passage, place - 1);
  const exact = isSame(pieces) && !marks.signs;
  const places = exact ? exactPlaces(quoted.letters.slice(from, to), source, sourceFrom) : [sourceFrom];
  return {
    state: exact && !joined ? 'same' : 'differs',
    ...extent,
    places: uniqueBy(
      places.map((one) => placeOf(source, one, one + sourceTo - sourceFrom)),
      ({ url, first, last }) => [url, first, last].join(),
    ),
    pieces: [
      ...marksPiece(quoted.text.slice(extent.start, quoted.ranges[from]?.[0])),
      ...written(pieces, quoted, from, passage, sourceFrom),
      ...marksPiece(quoted.text.slice(quoted.ranges[to - 1]?.[1], extent.end)),
    ],
    facts: factsOf(pieces, {
      quoted: unitsAround([from, to], quoted, quoted.letters, tokens),
      source: unitsAround(
        [sourceFrom - passage.start, sourceTo - passage.start],
        passage,
        source.letters.slice(passage.start, passage.start + passage.ranges.length),
        tokens,
      ),
    }),
    marks,
    joined,
  };
}

function missingStretch({ from, to, near }: Part, { quoted, source, tokens }: Comparison): Stretch {
  const passage = near === undefined ? undefined : passageAt(source, near);
  const own = tokens(quoted.letters.slice(from, to), quoted.ranges.slice(from, to));
  // Only a task says who must act and by when.
  const there =
    passage?.kind === 'task' && source.letters.slice(passage.start, passage.start + passage.ranges.length);
  // 任务10 and 第10项 name the place, and say nothing of it.
  const isName = (at: number) => /^[务第]$/.test(own[at - 1]?.text ?? '');
  const facts = own.flatMap(({ kind, text }, at): Fact[] =>
    there === false || kind === undefined || there.includes(text) || isName(at)
      ? []
      : [{ kind, quoted: text, source: '' }],
  );
  return {
    state: 'missing',
    ...extentOf([from, to], quoted),
    places: near === undefined ? [] : [placeOf(source, near, near + 1)],
    pieces: [],
    facts,
    marks: noMarks(),
    joined: false,
  };
}

/** Pieces as they are written: from letter `from` of the quotation, and letter `sourceFrom` of the source. */
function written(
  pieces: Piece[],
  { text, ranges }: Lettered,
  from: number,
  passage: Passage,
  sourceFrom: number,
): WrittenPiece[] {
  let [at, place] = [from, sourceFrom];
  return pieces.flatMap(({ kind, quoted, source }, index) => {
    const here: Range = [at, (at += textOf(quoted).length)];
    const there: Range = [place, (place += textOf(source).length)];
    const [start = 0, end = 0] = [ranges[here[0]]?.[0], ranges[here[1] - 1]?.[1]];
    const piece = {
      kind,
      quoted: quoted.length === 0 ? '' : text.slice(start, end),
      source: source.length === 0 ? '' : passage.text.slice(...textRange(passage, ...there)),
    };
    // The marks behind it, up to the next letter of the quotation.
    const isFollowed = quoted.length > 0 && index + 1 < pieces.length;
    return [piece, ...marksPiece(isFollowed ? text.slice(end, ranges[at]?.[0]) : '')];
  });
}

const marksPiece = (marks: string): WrittenPiece[] =>
  marks === '' ? [] : [{ kind: 'same', quoted: marks, source: '' }];

/** The range in the text of letters, with the marks that open before them and close behind them. */
function extentOf([from, to]: Range, { text, ranges }: Lettered): { start: number; end: number } {
  let [start, end] = [ranges[from]?.[0] ?? 0, ranges[to - 1]?.[1] ?? 0];
  while (/[“‘「『《〈（(]/.test(text.charAt(start - 1))) start--;
  while (/[”’」』》〉）)。！？]/.test(text.charAt(end))) end++;
  return { start, end };
}
