/** The plan's own text, prepared for comparing quotations with it. */
import type { PreparedPage } from '../search/exact-search.ts';
import type { Kind, Range } from '../search/query.ts';
import { taskName } from '../labels/names.ts';
import { last } from '../text/lists.ts';
import { readNumeral } from '../text/numerals.ts';
import { simplifier } from '../text/traditional.ts';
import { linesOf, type Lines } from './lines.ts';
import { BREAK, passagesOf, type Passage } from './passages.ts';

export interface Source {
  passages: Passage[];
  /** The normalised letters of all passages, with BREAK between passages. */
  letters: string;
  /** Each sequence of GRAM letters → where it stands in `letters`. */
  grams: Map<string, number[]>;
  lines: Lines;
  /** Names of units, normalised. */
  names: string[];
  /** Replaces traditional characters by those of the text. */
  simplify: (text: string) => string;
}

/** The shortest sequence of letters that is looked up. */
export const GRAM = 3;

/** Prepares the pages of a plan; `units` are those that name its units, `variants` as in text/traditional.ts. */
export function prepareSource(
  pages: readonly PreparedPage[],
  units: readonly PreparedPage[],
  variants: string,
): Source {
  const passages = passagesOf(pages);
  const letters = passages.map(({ chars }) => chars + BREAK).join('');
  const names = units.flatMap(({ runs, parts }) =>
    runs.flatMap(({ start, chars }) => {
      const field = parts.find((part) => part.start === start)?.field;
      return field === 'unit' || field === 'alias' ? [chars] : [];
    }),
  );
  return {
    passages,
    letters,
    grams: gramsOf(letters),
    lines: linesOf(passages),
    names: [...new Set(names)].filter((name) => name.length > 1),
    simplify: simplifier(variants),
  };
}

function gramsOf(letters: string): Map<string, number[]> {
  const grams = new Map<string, number[]>();
  for (let at = 0; at + GRAM <= letters.length; at++) {
    const gram = letters.slice(at, at + GRAM);
    const places = grams.get(gram);
    if (places) places.push(at);
    else if (!gram.includes(BREAK)) grams.set(gram, [at]);
  }
  return grams;
}

const NAMED = /任务(\d+(?:-\d+)*)|第([\d一二三四五六七八九十百]+)项/;

/** The task that a sentence names by its number: 任务10, 第10项, 第十项. */
export function taskNamed(
  { passages }: Source,
  sentence: string,
): { passage: Passage; number: string } | undefined {
  const [, number, item = ''] = NAMED.exec(sentence) ?? [];
  const named = number ?? String(readNumeral(item));
  const passage = passages.find(
    ({ kind, title }) => kind === 'task' && taskOf(title) === taskName({ number: named }),
  );
  return passage && { passage, number: named };
}

/** 任务10 of the title of its page. */
export const taskOf = (title: string): string | undefined => /^任务\S+/.exec(title)?.[0];

/** The passage in which a letter stands. */
export function passageAt({ passages }: Source, letter: number): Passage {
  let [low, high] = [0, passages.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((passages[middle]?.start ?? 0) <= letter) low = middle;
    else high = middle - 1;
  }
  const found = passages[low];
  if (!found) throw new Error('There is no text to compare with.');
  return found;
}

/** Whether letter `at` of the source stands in a responsibility clause of the passage. */
export function isInClause({ start, ranges, anchors }: Passage, at: number): boolean {
  const place = ranges[at - start]?.[0] ?? 0;
  return last(anchors.filter((anchor) => anchor.start <= place))?.clause ?? false;
}

/** The range in a passage's text of letters [from, to) of the source. */
export function textRange({ start, ranges, text }: Passage, from: number, to: number): Range {
  return [ranges[from - start]?.[0] ?? text.length, ranges[to - 1 - start]?.[1] ?? text.length];
}

/** Where letters [from, to) of the source stand: the page, and the ids from the first to the last. */
export function placeOf(source: Source, from: number, to: number): Place {
  const passage = passageAt(source, from);
  const [start, end] = textRange(passage, from, to);
  const ids = passage.anchors.filter((anchor, at) => {
    const next = passage.anchors[at + 1]?.start ?? Infinity;
    return anchor.start < end && next > start;
  });
  return {
    url: passage.url,
    kind: passage.kind,
    title: passage.title,
    first: ids[0]?.id,
    last: ids[ids.length - 1]?.id,
    text: passage.text.slice(start, end),
  };
}

/** A place of the plan. */
export interface Place {
  /** Address of the page, without the base path. */
  url: string;
  kind: Kind;
  title: string;
  /** Ids of the first and the last sentence or line. */
  first: string | undefined;
  last: string | undefined;
  /** The words there, as shown. */
  text: string;
}
