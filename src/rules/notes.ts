/** Rules for the notes (简要说明): each says in plain words what its task says, and nothing else. */
import { timesIn } from '../clauses/dates.ts';
import { mentionsDeadline } from '../clauses/hints.ts';
import { splitBefore } from '../text/lists.ts';
import { toShown } from '../text/punctuation.ts';
import type { ClausePart, Finding } from '../plan/model.ts';
import type { Interpreted, ParsedClause } from '../content-files/interpret.ts';
import type { TaskEntry } from '../content-files/schema.ts';

/** In characters, the names of the clause's units not counted: an editor cannot shorten those. */
export const LIMITS = { sentences: 3, sentence: 75, note: 150 } as const;

/** Words that judge or praise, or that state how far a task has come. */
const NEVER = [
  '未完成',
  '已完成',
  '已达',
  '已经',
  '尚未',
  '成效显著',
  '圆满',
  '亮点',
  '扎实',
  '优异',
  '不够',
  '滞后',
];
/** Words of clauses, to be used only as the task does. */
const ONLY_AS_TASK = ['参与', '牵头', '按职责分别负责', '按职责分工负责', '负责', '配合', '统一期限'];

/** Words that state what was or will be reached, how much, or that all are meant: only where the task has them. */
const STATEMENTS =
  /已(?!经|达|完成)|预计|预期|估计|有望|力争|确保|达到|超过|突破|累计|截至|目前|如今|现在|同比|增长|下降|首次|率先|领先|唯一|最(?!后)|全部|所有|一律|绝大多数|大多数?|大部分|多数|普遍|基本/g;

const NUMERAL = '[零〇一二三四五六七八九十百千万亿两]';
/** What must occur in the task itself: numbers, shares, titles, words in quotation marks, names of bodies. */
const CLAIMS: [what: string, pattern: RegExp][] = [
  ['the number', /(?<![\d.])\d+(?:\.\d+)?[%％‰]?/g],
  [
    'the share',
    new RegExp(
      `百分之${NUMERAL}+(?:点${NUMERAL}+)?|${NUMERAL}+分之${NUMERAL}+|[一二三四五六七八九两][成倍]|翻[一两]?番|过半|半数|一半|[大多]半`,
      'g',
    ),
  ],
  ['the number', /[一二三四五六七八九十百千万两]+[项个次年月日名人期条类种份家级]/g],
  ['the title', /《[^》]*》/g],
  ['the quoted words', /“[^”]*”/g],
  ['the name', /[区市县]\p{Script=Han}{1,8}?(?:局|办公室|委员会|中心)/gu],
];

type Context = Pick<Interpreted, 'tasks' | 'units' | 'plan' | 'clauses'>;
type Problem = [problem: string, advice: string];

/** Every note obeys the rules. A task may have none. */
export const notesHold = (content: Context): Finding[] => {
  const clauses = Map.groupBy(content.clauses, ({ file }) => file);
  return content.tasks
    .filter(({ note }) => note !== '')
    .flatMap((task) =>
      problemsOf(task, clauses.get(task.file) ?? [], content).map(([what, advice]): Finding => {
        return { file: task.file, at: ['note'], problem: `note ${task.number}: ${what}`, advice };
      }),
    );
};

/** All problems of one note; none if a clause of the task is unreadable, which is a finding of its own. */
function problemsOf(task: TaskEntry, clauses: ParsedClause[], { units, plan }: Context): Problem[] {
  const clause = requiredWords(task, clauses, plan.generalDeadline);
  if (!clause) return [];
  const { note } = task;
  const source = toShown(task.text + task.duty);
  const required = [...clause.duties, ...clause.deadlines];
  const rest = required.reduce((text, words) => text.replace(words, '。'), note);
  const problems = formProblems(note, clause.names);
  const add = (problem: string, advice: string) => problems.push([problem, advice]);
  for (const words of required) {
    if (!note.includes(words)) add(`does not say “${words}”`, 'copy these words: they are the clause’s own');
  }
  for (const [what, pattern] of CLAIMS) {
    for (const words of rest.match(pattern) ?? []) {
      if (!hasWhole(source, words))
        add(`${what} ${words} is not in the task`, 'take it out, or write it as the task does');
    }
  }
  for (const name of units.flatMap((unit) => [unit.name, ...unit.aliases])) {
    if (rest.includes(name) && !source.includes(name))
      add(`names ${name}, which the task does not`, 'name only who the task names');
  }
  for (const word of NEVER) {
    const advice = 'say only what the task says; do not judge and do not say how far it has come';
    if (note.includes(word)) add(`says “${word}”`, advice);
  }
  for (const [word] of rest.matchAll(STATEMENTS)) {
    if (!source.includes(word))
      add(`says “${word}”, which the task does not`, 'say only what the task says, and how far it goes');
  }
  for (const word of ONLY_AS_TASK) {
    // Together with the two characters before it.
    for (const [words] of rest.matchAll(new RegExp(`\\p{Script=Han}{0,2}${word}`, 'gu'))) {
      if (!source.includes(words))
        add(`says “${words}”, which the task does not`, `use ${word} only as the task does`);
    }
  }
  return problems;
}

/** Whether a text has words; a number, not only as a part of another. */
const hasWhole = (text: string, words: string) =>
  /^\d/.test(words)
    ? new RegExp(`(?<![\\d.])${words.replace('.', '\\.')}(?![\\d.]*\\d|[%％‰])`).test(text)
    : text.includes(words);

/** A note is one short paragraph of plain text with full-width punctuation. */
function formProblems(note: string, names: string[]): Problem[] {
  const problems: Problem[] = [];
  const add = (problem: string, advice: string) => problems.push([problem, advice]);
  if (/[\n#*_`<>[\]]/.test(note))
    add('is more than one paragraph of plain text', 'write one line without Markdown');
  if (/[,;:()!?"']|\.$/.test(note)) add('has ASCII marks', 'use the full-width ones: ，；：（）。');
  if (!note.endsWith('。')) add('does not end with 。', 'end the last sentence');
  const counted = [...names]
    .sort((a, b) => b.length - a.length)
    .reduce((text, name) => text.replaceAll(name, ''), note);
  const sentences = counted.split('。').filter((sentence) => sentence !== '');
  if (sentences.length > LIMITS.sentences)
    add(`has ${sentences.length} sentences`, `write at most ${LIMITS.sentences}`);
  const long = Math.max(...sentences.map((sentence) => sentence.length + 1));
  if (long > LIMITS.sentence)
    add(`has a sentence of ${long} characters, unit names aside`, `write at most ${LIMITS.sentence}`);
  if (counted.length > LIMITS.note)
    add(`has ${counted.length} characters, unit names aside`, `write at most ${LIMITS.note}`);
  return problems;
}

/** What a note must quote from the clauses: the units with their roles, and the deadlines with their basis. */
function requiredWords(
  { text }: TaskEntry,
  clauses: ParsedClause[],
  general: Context['plan']['generalDeadline'],
) {
  if (clauses.some(({ unreadable }) => unreadable !== undefined)) return undefined;
  const parts = clauses.flatMap((clause) => clause.parts ?? []);
  const own = parts.filter(({ kind }) => kind === 'deadline' || kind === 'standing');
  const shown = toShown(text);
  const whole = [
    shown,
    ...clauses.map((clause) => (clause.parts ?? []).map((part) => part.text).join('')),
  ].join('\n');
  // A time that could not be read is none of the general rule.
  const rule =
    general !== undefined && own.length === 0 && timesIn(shown).length === 0 && !mentionsDeadline(whole);
  return {
    duties: unitWords(parts),
    deadlines: rule ? [generalWords(general)] : own.map((one) => one.text),
    names: parts.flatMap((part) => (part.kind === 'unit' ? [part.text] : [])),
  };
}

/** The segments of a clause that name units, verbatim. */
const unitWords = (parts: ClausePart[]): string[] =>
  splitBefore(parts, endsSegment)
    .filter((segment) => segment.some(({ kind }) => kind === 'unit'))
    .map((segment) => segment.flatMap((part) => (endsSegment(part) ? [] : part.text)))
    .map((words) => words.join('').trim());

const endsSegment = ({ kind, text }: ClausePart): boolean =>
  kind === 'punctuation'
    ? /[，；。：:（）()【】[\]]/.test(text)
    : kind !== 'unit' && kind !== 'role' && kind !== 'open';

/** What a note says of the general deadline, in the words of its rule: 原则上 only where that has it. */
function generalWords({ words, date }: { words: string; date: string }): string {
  const rule = toShown(words);
  const time =
    timesIn(rule)
      .findLast((one) => one.date === date)
      ?.words.replace(/[ \n]/g, '') ?? date;
  const until = /(?:前|内|半年|季度)$/.test(time) ? time : `${time}前`;
  return `原文未单独写明期限，按方案的统一期限，${rule.includes('原则上') ? '原则上' : ''}应在${until}完成`;
}
