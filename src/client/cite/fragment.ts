/**
 * Text fragments (#:~:text=…): the part of an address that points at words of a page.
 *
 * Not generateFragment of text-fragments-polyfill 6.7: of 240 selections on four pages it left 9 of the whole text
 * without a link, took 0.8 s for one of them (0.02 s here), and wrote 86 links with ( for （ and , for ，, which not
 * every browser takes for the same; it is 6.3 KB (1 KB here).
 */

/** A longer selection is named by its first and its last words, if these are enough. */
const MAX_WHOLE = 60;
const MIN_END = 12;
/** How far the context may reach, in borders before and after. */
const MAX_CONTEXT = 20;

interface Fragment {
  prefix?: string | undefined;
  /** All words pointed at, or the first and the last of them. */
  words: string[];
  suffix?: string | undefined;
}

/**
 * Points at the words between two offsets of a page's text. Context is added until the first match, which is what a
 * browser takes, is this one; if none is enough, the whole lines are pointed at. The text has a line for each block,
 * since no part of a fragment crosses two.
 */
export function textFragment(page: string, from: number, to: number): string | undefined {
  const whole = page.slice(from, to).trim();
  if (whole === '') return undefined;
  const start = from + page.slice(from, to).search(/\S/);
  const end = start + whole.length;
  const inOneLine = !whole.includes('\n');
  const ends = [growing(page, start, 1), growing(page, end, -1)];
  const longest = (texts: string[]) => texts[texts.length - 1] ?? '';
  const long = (texts: string[]) => texts.find(({ length }) => length >= MIN_END) ?? longest(texts);
  const wordings = [
    ...(inOneLine && whole.length <= MAX_WHOLE ? [] : [ends.map(long)]),
    inOneLine ? [whole] : ends.map(longest),
  ];
  // Where a browser may see no end of a word, it has to be led there by the words beside.
  const beside = (at: number, step: 1 | -1) => [
    ...(isBorder(page, at) ? [undefined] : []),
    ...growing(page, at, step).slice(0, MAX_CONTEXT),
  ];
  const [before, after] = [beside(start, -1), beside(end, 1)];
  const contexts = Array.from({ length: Math.max(before.length, after.length) }, (_, count) => {
    const prefix = before[Math.min(count, before.length - 1)];
    const suffix = after[Math.min(count, after.length - 1)];
    return [
      { prefix, suffix: after[0] },
      { prefix: before[0], suffix },
      { prefix, suffix },
    ];
  });
  const found = wordings
    .flatMap((words) => contexts.flat().map((context): Fragment => ({ words, ...context })))
    .find((fragment) => matchStart(page, fragment, whole.length) === start);
  if (found) return `:~:text=${directive(found)}`;
  // Of lines that say the same, only the whole line has a context beyond it.
  const lineStart = page.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = end + page.slice(end).search(/\n|$/);
  const isWidened = page.slice(lineStart, start).trim() !== '' || page.slice(end, lineEnd).trim() !== '';
  return isWidened ? textFragment(page, lineStart, lineEnd) : undefined;
}

const WORD = /[\p{L}\p{N}\p{M}\p{Cs}_]/u;
/** Signs inside of 3.5 and A:B. */
const JOINING = /[.,:;'’·，：；．]/;
const LATIN = /[A-Za-z0-9]/;

/**
 * Whether every browser sees the border of a word here, outside of which it finds nothing: beside a mark or a blank. Words
 * of Chinese are told apart by dictionaries, and each browser has its own.
 */
function isBorder(page: string, at: number): boolean {
  const [a = '', b = '', c = '', d = ''] = [page[at - 2], page[at - 1], page[at], page[at + 1]];
  if (WORD.test(b) && WORD.test(c)) return false;
  const joins = (left: string, sign: string, right: string) =>
    JOINING.test(sign) && LATIN.test(left) && LATIN.test(right);
  return !joins(a, b, c) && !joins(b, c, d);
}

/** What stands from an offset on in one direction: up to the first border, the second … the end of the line. */
function growing(page: string, from: number, step: 1 | -1): string[] {
  const texts: string[] = [];
  for (let to = from + step; to >= 0 && to <= page.length; to += step) {
    if (!isBorder(page, to)) continue;
    const text = page.slice(Math.min(from, to), Math.max(from, to)).trim();
    if (text.includes('\n')) break;
    if (text !== '' && text !== texts[texts.length - 1]) texts.push(text);
  }
  return texts;
}

/** Where the first match of a fragment begins, if it has this length. */
function matchStart(
  page: string,
  { prefix = '', words, suffix = '' }: Fragment,
  length: number,
): number | undefined {
  const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const pattern = `(${literal(prefix)}\\s*)(${words.map(literal).join('[^]*?')})\\s*${literal(suffix)}`;
  const match = new RegExp(pattern, 'i').exec(page);
  return match?.[2]?.length === length ? match.index + (match[1]?.length ?? 0) : undefined;
}

function directive({ prefix = '', words, suffix = '' }: Fragment): string {
  const encode = (text: string) => encodeURIComponent(text).replace(/-/g, '%2D');
  return [
    ...(prefix === '' ? [] : [`${encode(prefix)}-`]),
    ...words.map(encode),
    ...(suffix === '' ? [] : [`-${encode(suffix)}`]),
  ].join(',');
}
