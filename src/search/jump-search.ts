/** Finds the entries of the jump box that match a query, the best first. */
import { compoundNumber } from './question/task-number.ts';
import type { JumpData, JumpEntry, JumpName } from './jump-entries.ts';
import type { TaskNumber } from '../plan/model.ts';
import { RANKS, type JumpMatch, type Rank } from './jump-matches.ts';
import { unitFinder } from './jump-questions.ts';
import { withoutArea } from './question/known-names.ts';
import { normalize, phrases } from './query.ts';
import { topicOf } from './question/question-words.ts';
import { simplifier } from '../text/traditional.ts';
import { foldForms } from '../text/fold-forms.ts';
import { readNumeral } from '../text/numerals.ts';

/** Longer queries, such as a pasted paragraph, are for the full text search. */
const LONGEST_QUERY = 60;
/** Shorter pinyin would match inside of too many names. */
const SHORTEST_INNER_PINYIN = 3;

const NUMERAL =
  /^(任务|措施|小节|板块)?第?(\d+|[〇零一二三四五六七八九十百]+)[项条号个]?(任务|措施|小节|板块)?$/u;
const CALLED: Record<string, JumpEntry['kind']> = {
  任务: 'task',
  措施: 'measure',
  小节: 'measure',
  板块: 'section',
};

/** Prepares the data for any number of queries; a query returns all matches. */
export function finder({
  entries: named,
  numbers = [],
  variants,
  area,
}: JumpData): (typed: string) => JumpMatch[] {
  const simplified = simplifier(variants);
  const numbered = numbers.map((number) => ({ entry: untitled(number), names: [] }));
  const called = named.map((entry) => ({ entry, names: entry.names.map(keyOf) }));

  const namedIn = unitFinder(named);

  const matches = (typed: string) => {
    const folded = simplified(foldForms(typed));
    const words = phrases(folded);
    const query = normalize(folded);
    if (query === '' || query.length > LONGEST_QUERY) return [];
    const asked: Asked = { query, words, number: compoundNumber(typed), numeral: numeralOf(query) };
    const isNumber = asked.number !== undefined || asked.numeral.value !== undefined;
    const found = [...(isNumber ? numbered : []), ...called].flatMap(
      ({ entry, names }) => bestOf(entry, names, asked) ?? [],
    );
    return (found.length > 0 ? found : namedIn(query)).sort(
      (a, b) => order(a) - order(b) || todayLast(a) - todayLast(b),
    );
  };
  /** What is called so, or so without the area before its name. */
  const find = (typed: string): JumpMatch[] => {
    for (const words of [typed, ...withoutArea(normalize(typed), area)]) {
      const found = matches(words);
      if (found.length > 0) return found;
    }
    return [];
  };
  return (typed) => {
    const found = find(typed);
    return found.length > 0 ? found : find(topicOf(typed));
  };
}

const order = ({ rank }: JumpMatch) => RANKS.indexOf(rank);
/** What the plan itself is called so, or is in use for it, before what is called so today, and that before parts of duties. */
const todayLast = ({ name }: JumpMatch) => Number(name.today ?? false) + Number(name.part ?? false);

/** A task that is found by its number alone. */
const untitled = (number: TaskNumber): JumpEntry => ({ kind: 'task', number, names: [{ text: '' }] });

/** What was typed, read once for all entries. */
interface Asked {
  /** Normalised. */
  query: string;
  words: string[];
  /** With the number of the section: 2-3. */
  number: string | undefined;
  numeral: { value: number | undefined; called: JumpEntry['kind'] | undefined };
}

interface Key {
  name: JumpName;
  text: string;
  syllables: string[];
}

function keyOf(name: JumpName): Key {
  return { name, text: normalize(foldForms(name.text)), syllables: name.pinyin?.split(' ') ?? [] };
}

function bestOf(
  entry: JumpEntry,
  keys: Key[],
  { query, words, number, numeral }: Asked,
): JumpMatch | undefined {
  const [first] = entry.names;
  if (first && (isNumberOf(entry, numeral) || (number !== undefined && entry.number === number)))
    return { entry, rank: 'number', name: first };
  let best: JumpMatch | undefined;
  for (const { name, text, syllables } of keys) {
    const asWritten = rankOfText(text, query, words);
    const rank = asWritten ?? rankOfPinyin(syllables, query);
    if (rank === undefined || (best && RANKS.indexOf(best.rank) <= RANKS.indexOf(rank))) continue;
    best = { entry, rank, name, ...(asWritten === undefined && { typed: query }) };
  }
  return best;
}

/** Reads 10, 十, 第10项, 任务十, 第十项任务; a word for a kind excludes the other kinds. */
function numeralOf(query: string): Asked['numeral'] {
  const [, before = '', figures = '', after = ''] = NUMERAL.exec(query) ?? [];
  return { value: readNumeral(figures), called: CALLED[before] ?? CALLED[after] };
}

function isNumberOf(entry: JumpEntry, { value, called }: Asked['numeral']): boolean {
  const { kind } = entry;
  const number = 'printed' in entry ? entry.printed : entry.number;
  return number !== undefined && number === value && (called ?? kind) === kind;
}

function rankOfText(text: string, query: string, words: string[]): Rank | undefined {
  if (text === query) return 'exact';
  if (text.startsWith(query)) return 'prefix';
  if (text.includes(query)) return 'contains';
  return words.every((word) => isMadeOf(word, text)) ? 'words' : undefined;
}

function rankOfPinyin(syllables: string[], query: string): Rank | undefined {
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
  const whole = syllables.join('');
  if (whole === '') return undefined;
  if (whole === query) return 'exact';
  if (initials === query) return 'initials';
  if (whole.startsWith(query)) return 'prefix';
  if (initials.startsWith(query)) return 'initials prefix';
  if (query.length < SHORTEST_INNER_PINYIN) return undefined;
  const inside = syllables.some((_, at) => syllables.slice(at).join('').startsWith(query));
  return inside || initials.includes(query) ? 'contains' : undefined;
}

/** Whether a text contains a word, whole or in pieces of at least two letters: 价格改革 in 深化价格制度改革. */
function isMadeOf(word: string, text: string): boolean {
  if (text.includes(word)) return true;
  if (word.length > text.length) return false;
  for (let end = word.length - 2; end >= 2; end--) {
    if (text.includes(word.slice(0, end)) && isMadeOf(word.slice(end), text)) return true;
  }
  return false;
}
