/** Lines of Chinese text in a given width: broken between words, of about the same length, shortened where they are too many. */

/** Text that may be set in several sizes: the first that fits is taken. */
export interface Size {
  size: number;
  /** Lines at most. */
  lines: number;
}

interface Room {
  /** Whether a line may end inside the names of a list. */
  kind: Kind;
  width: number;
  sizes: readonly Size[];
  /** The width of a text of size 1. */
  widthOf: (text: string) => number;
}

interface Lines {
  size: number;
  lines: string[];
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** No line begins with these, */
const CLOSING = /^[\p{Pe}\p{Pf}、，。；：！？·…—%％年月日]/u;
/** and none ends with these; dates and numbers stay whole. */
const OPENING = /(?:[\p{Ps}\p{Pi}—]|\d[—–-]?)$/u;

/** The pieces between which a line may end. */
function wordsOf(text: string): string[] {
  const found: string[] = [];
  for (const { segment } of words.segment(text)) {
    const last = found.at(-1);
    const isGlued = last !== undefined && (CLOSING.test(segment) || OPENING.test(last));
    if (isGlued) found[found.length - 1] = last + segment;
    else found.push(segment);
  }
  return found;
}

/** Names of a list stay whole. */
const partsOf = (text: string) => text.split(/(?<=[、，；\s])/u);

/** Where lines may end, from the best places to those that are taken where a piece is longer than a line. */
const PLACES = {
  text: [wordsOf, Array.from<string>],
  list: [partsOf, wordsOf, Array.from<string>],
} satisfies Record<string, [Split, ...Split[]]>;
type Split = (text: string) => string[];
type Kind = keyof typeof PLACES;

function broken(text: string, kind: Kind, fits: (text: string) => boolean): string[] {
  const lines = [''];
  const add = (part: string, [split, ...finer]: Split[]) => {
    for (const piece of split?.(part) ?? []) {
      const last = lines.at(-1) ?? '';
      if (fits((last + piece).trim())) lines[lines.length - 1] = last + piece;
      // A single character stands on a line, however narrow that is.
      else if (fits(piece.trim()) || finer.length === 0) lines.push(piece);
      else add(piece, finer);
    }
  };
  add(text, PLACES[kind]);
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** The lines of a text in the first size in which it has room, otherwise the last, ending with … after a word. */
export function fitted(text: string, { kind, width, sizes, widthOf }: Room): Lines {
  const inSize = ({ size }: Size, room: number) =>
    text.split('\n').flatMap((part) => broken(part, kind, (line) => widthOf(line) * size <= room));
  const last = sizes.at(-1) ?? { size: 1, lines: 1 };
  const found = sizes.find((one) => inSize(one, width).length <= one.lines);
  if (!found) {
    const fits = (line: string) => widthOf(line) * last.size <= width;
    return { size: last.size, lines: shortened(inSize(last, width), last.lines, fits) };
  }
  // As narrow as it may be without a line more, or a broken word: no character is left alone on the last.
  const widest = Math.max(...PLACES[kind][0](text).map((piece) => widthOf(piece.trim()) * found.size));
  let lines = inSize(found, width);
  for (let room = width - found.size / 2; lines.length > 1 && room >= widest; room -= found.size / 2) {
    const narrower = inSize(found, room);
    if (narrower.length > lines.length) break;
    lines = narrower;
  }
  return { size: found.size, lines };
}

function shortened(lines: readonly string[], most: number, fits: (text: string) => boolean): string[] {
  const kept = lines.slice(0, most);
  const last = kept.pop() ?? '';
  const ended = (parts: string[]) => `${parts.join('').replace(/[\p{P}\s]+$/u, '')}…`;
  const whole = wordsOf(last);
  while (whole.length > 1 && !fits(ended(whole))) whole.pop();
  const parts = fits(ended(whole)) ? whole : Array.from(whole.join(''));
  while (parts.length > 0 && !fits(ended(parts))) parts.pop();
  return [...kept, ended(parts)];
}
