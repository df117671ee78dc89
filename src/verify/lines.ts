/** The lines of the plan, found again in a text that was pasted without its line breaks. */
import { normalize, type Range } from '../search/query.ts';
import { BREAK, type Passage, type Quoted } from './passages.ts';

/** Where lines and sentences of the plan begin, and what its headings are. */
export interface Lines {
  /** The first letters of each, with and without its number → where it stands in `Source.letters`. */
  starts: Map<string, number[]>;
  /** The letters of headings, with and without their number. */
  headings: Set<string>;
  /** The number of each task → the letters of its text. */
  tasks: Map<string, string>;
}

/** The number of an item, with what stands behind it. */
const ITEM_NUMBER = /^([0-9]{1,3}|[一二三四五六七八九十]{1,4})[.．、)）](?![0-9])/;
/** The same where its line begins. */
const FIRST_NUMBER = /^[（(]?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,4})[.．、)）]/;
/** The number of a task before its text, without a mark. */
const TASK_NUMBER = /^[0-9]+(?:-[0-9]+)*/;
/** Letters by which lines are looked up, and letters that have to be the same, or the whole of a heading. */
const [KEY, ENOUGH, ENOUGH_AT_END, ENOUGH_OF_TASK] = [2, 8, 4, 4];

export function linesOf(passages: readonly Passage[]): Lines {
  const lines: Lines = { starts: new Map(), headings: new Set(), tasks: new Map() };
  for (const { kind, title, anchors, text, chars, ranges, start: first } of passages) {
    const [, task] = /^任务(\S+)/.exec(title) ?? [];
    if (kind === 'task' && task !== undefined && !lines.tasks.has(task)) lines.tasks.set(task, chars);
    for (const { start, heading } of anchors) {
      const letter = ranges.findIndex(([from]) => from >= start);
      if (letter < 0) continue;
      const number = normalize(FIRST_NUMBER.exec(text.slice(start))?.[0] ?? '').length;
      for (const at of new Set([letter, letter + number])) {
        const key = chars.slice(at, at + KEY);
        lines.starts.set(key, [...(lines.starts.get(key) ?? []), first + at]);
        if (heading) lines.headings.add(chars.slice(at));
      }
    }
  }
  return lines;
}

/** How many letters the number of an item has that begins at a letter; 0 where none does. */
export function numberAt({ text, ranges, letters }: Quoted, letter: number, { tasks }: Lines): number {
  const start = ranges[letter]?.[0] ?? text.length;
  if (/[0-9]/.test(text.charAt(start - 1))) return 0;
  const [, marked] = ITEM_NUMBER.exec(text.slice(start)) ?? [];
  if (marked !== undefined) return marked.length;
  const [number = ''] = TASK_NUMBER.exec(text.slice(start)) ?? [];
  const { length } = normalize(number);
  const behind = (count: number) => letters.slice(letter + length, letter + length + count);
  const task = tasks.get(number);
  // The title may be words from within its text.
  return task?.startsWith(behind(ENOUGH_OF_TASK)) === true || task?.includes(behind(ENOUGH)) === true
    ? length
    : 0;
}

/** Cuts a sentence where a line of the plan begins with the number of an item, or behind the end of another. */
export function splitLines(
  [from, to]: Range,
  quoted: Quoted,
  { letters, lines }: { letters: string; lines: Lines },
): Range[] {
  const ranges: Range[] = [];
  let begin = from;
  for (let at = from + 1; at < to; at++) {
    const number = numberAt(quoted, at, lines);
    const isLine = number > 0 ? begins(at) || begins(at + number) : begins(at) && endsPassage(begin, at);
    if (!isLine) continue;
    ranges.push([begin, at]);
    begin = at;
  }
  return [...ranges, [begin, to]];

  /** Whether a line of the plan begins with the letters from here. */
  function begins(at: number): boolean {
    return (lines.starts.get(quoted.letters.slice(at, at + KEY)) ?? []).some((place) => {
      let same = 0;
      while (same < ENOUGH && at + same < to && quoted.letters[at + same] === letters[place + same]) same++;
      const isWhole = same >= KEY && letters[place + same] === BREAK;
      return isWhole || same === ENOUGH || (same >= ENOUGH_AT_END && at + same === to);
    });
  }

  /** Whether a passage of the plan, a heading or a task for example, ends with the letters from a line's beginning. */
  function endsPassage(start: number, end: number): boolean {
    const number = numberAt(quoted, start, lines);
    const own = quoted.letters.slice(start + number, end);
    return own.length >= KEY && letters.includes(own + BREAK);
  }
}
