/** Chooses a first title for each task, which an editor may replace by other words of its text. */
import { fold } from '../../clauses/fold.ts';
import { withoutAddresses } from '../../text/punctuation.ts';

/** Longer sentences are cut to a clause. */
const LONGEST_SENTENCE = 30;
/** Beginnings of clauses that only state the basis of a task. */
const PREAMBLE_CLAUSE = /^(?:根据|按照|以及|在.*(?:下|中|上)$|坚持从)/;
const LONGEST_TITLE = 80;

/** The first sentence of a task or, if that is long, its first clause that says what is to be done. */
export function chooseTitle(text: string): string {
  const folded = fold(withoutAddresses(text));
  const start = folded.search(/[^\s。;]|$/);
  const length = folded.slice(start).search(/[。;\n]|$/);
  const sentence = text.slice(start, start + length).trimEnd();
  if (sentence.length <= LONGEST_SENTENCE)
    return sentence === '' ? text.slice(0, LONGEST_SENTENCE) : sentence;
  let at = 0;
  for (const clause of fold(withoutAddresses(sentence)).split(',')) {
    if (clause.trim() !== '' && !PREAMBLE_CLAUSE.test(clause.slice(0, LONGEST_TITLE)))
      return sentence
        .slice(at, at + clause.length)
        .slice(0, LONGEST_TITLE)
        .trim();
    at += clause.length + 1;
  }
  return sentence.slice(0, LONGEST_TITLE);
}

/** Titles for all tasks; if two are the same, each is extended by the text after it until it is unique. */
export function chooseTitles(texts: string[]): string[] {
  const titles = texts.map(chooseTitle);
  const times = new Map<string, number>();
  for (const title of titles) times.set(title, (times.get(title) ?? 0) + 1);
  const taken = new Set(titles.filter((title) => times.get(title) === 1));
  return titles.map((title, index) => {
    if (times.get(title) === 1) return title;
    const text = texts[index] ?? '';
    const ends = [...fold(text.slice(0, 400)).matchAll(/[。;,\n]/g)].map((match) => match.index);
    const start = text.indexOf(title);
    const longer = [...ends, text.length].map((end) => text.slice(start, end).trim());
    const one =
      [title, ...longer].find((words) => words.length >= title.length && !taken.has(words) && words !== '') ??
      title;
    taken.add(one);
    return one;
  });
}
