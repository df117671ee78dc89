/** Chooses a first title for each task, which an editor may replace by other words of its text. */
import { fold } from '../../clauses/fold.ts';
import { withoutAddresses } from '../../text/punctuation.ts';

/** Longer sentences are cut to a clause. */
const LONGEST_SENTENCE = 30;
/** Beginnings of clauses that only state the basis of a task. */
const PREAMBLE_CLAUSE = /^(?:根据|按照|以及|在.*(?:下|中|上)$|坚持从)/;
const LONGEST_TITLE = 80;

/** The first sentence of a task or, if that is long, its first clause that says what is to be done; no bracket is cut. */
export function chooseTitle(text: string): string {
  const folded = outsideOfBrackets(text);
  const start = folded.search(/[^\s。;]|$/);
  const length = folded.slice(start).search(/[。;\n]|$/);
  const sentence = text.slice(start, start + length).trimEnd();
  if (sentence.length <= LONGEST_SENTENCE)
    return sentence === '' ? text.slice(0, LONGEST_SENTENCE) : sentence;
  let at = 0;
  for (const clause of outsideOfBrackets(sentence).split(',')) {
    if (clause.trim() !== '' && !PREAMBLE_CLAUSE.test(fold(sentence).slice(at, at + LONGEST_TITLE)))
      return sentence
        .slice(at, at + clause.length)
        .slice(0, LONGEST_TITLE)
        .trim();
    at += clause.length + 1;
  }
  return sentence.slice(0, LONGEST_TITLE);
}

/** A folded copy without marks inside of addresses and of brackets. */
const outsideOfBrackets = (text: string) =>
  fold(withoutAddresses(text)).replace(/\([^()]{0,200}\)|【[^【】]{0,200}】/g, (bracket) =>
    bracket.replace(/[。;,]/g, ' '),
  );

/** A task as far as its title is concerned: the clauses are those inside of its text. */
interface Titled {
  text: string;
  clauses?: readonly string[];
}

/** Titles for all tasks; if two are the same, each is extended by the text after it until it is unique. Equal texts have one title. */
export function chooseTitles(tasks: readonly Titled[]): string[] {
  const own = tasks.map((task) => chooseTitle(beforeClauses(task)));
  const texts = new Map(tasks.map(({ text }, index) => [text, own[index] ?? '']));
  const times = Map.groupBy(texts.values(), (title) => title);
  const taken = new Set([...times].flatMap(([title, all]) => (all.length === 1 ? [title] : [])));
  const titles = new Map<string, string>();
  // Those with the fewest words to choose from come first.
  const same = [...texts].filter(([, title]) => !taken.has(title));
  const candidates = same.map(([text, title]) => ({ text, words: wordsFrom(text, title) }));
  for (const { text, words } of candidates.sort(byChoice)) {
    const one = words.find((title) => !taken.has(title)) ?? words[0] ?? text;
    taken.add(one);
    titles.set(text, one);
  }
  return tasks.map(({ text }, index) => titles.get(text) ?? own[index] ?? text);
}

type Candidate = { text: string; words: string[] };
const byChoice = (a: Candidate, b: Candidate) =>
  a.words.length - b.words.length || a.text.length - b.text.length;

/** The text up to the first clause inside of it, if any words stand there. */
function beforeClauses({ text, clauses = [] }: Titled): string {
  const before = text.slice(0, Math.max(0, text.indexOf(clauses[0] ?? text)));
  return before.trim() === '' ? text : before;
}

/** A title, and what it becomes with the text after it, up to one mark after the other. */
function wordsFrom(text: string, title: string): string[] {
  const ends = [...outsideOfBrackets(text.slice(0, 400)).matchAll(/[。;,\n]/g)].map((match) => match.index);
  const start = text.indexOf(title);
  const longer = [...ends, text.length].map((end) => text.slice(start, end).trim());
  return [...new Set([title, ...longer.filter((words) => words.length >= title.length && words !== '')])];
}
