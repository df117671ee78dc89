/** Rules of the notes (简要说明): each says in plain words what its task says, and nothing else. */
import { timesIn } from '../clauses/dates.ts';
import { toShown } from '../text/punctuation.ts';
import type { ClausePart, Finding } from '../plan/model.ts';
import type { Interpreted, ParsedClause } from '../content-files/interpret.ts';
import type { TaskEntry } from '../content-files/schema.ts';

/** In characters, the names of the clause's units left out: those are not ours to shorten. */
export const LIMITS = { sentences: 3, sentence: 75, note: 150 } as const;

/** Judging or praising words, and all that would say how far a task has come. */
const NEVER = [
  '未完成',
  '已完成',
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
const ONLY_QUOTED = ['参与', '牵头', '按职责分别负责', '按职责分工负责', '负责', '配合', '一般规定'];

/** What is compared with the task's own words: numbers, titles, words in quotation marks, names of bodies. */
const CLAIMS: [what: string, pattern: RegExp][] = [
  ['the number', /\d+/g],
  ['the number', /[一二三四五六七八九十百千万两]+[项个次年月日名人期条类种份家级]/g],
  ['the title', /《[^》]*》/g],
  ['the quoted words', /“[^”]*”/g],
  ['the name', /[区市县]\p{Script=Han}{1,8}?(?:局|办公室|委员会|中心)/gu],
];

type Context = Pick<Interpreted, 'tasks' | 'units' | 'plan' | 'clauses'>;
type Problem = [problem: string, advice: string];

/** Every note holds; and where notes are written at all, every task has one. */
export const notesHold = (content: Context): Finding[] => {
  const clauses = Map.groupBy(content.clauses, ({ of }) => of);
  const written = content.tasks.some(({ note }) => note !== '');
  return content.tasks.flatMap((task) => {
    const { file, number, note } = task;
    const problems: Problem[] =
      note !== ''
        ? problemsOf(task, clauses.get(`task ${number}`) ?? [], content)
        : written
          ? [
              [
                'there is no note',
                'say in one to three short sentences, below the second ---, what the task says',
              ],
            ]
          : [];
    return problems.map(([problem, advice]): Finding => ({
      file,
      at: ['note'],
      problem: `note ${number}: ${problem}`,
      advice,
    }));
  });
};

/** All that is wrong with one note. A clause that cannot be read has a finding of its own. */
function problemsOf(task: TaskEntry, clauses: ParsedClause[], { units, plan }: Context): Problem[] {
  const clause = requiredWords(task, clauses, plan.generalDeadline?.date);
  if (!clause) return [];
  const { note } = task;
  const source = toShown(task.text + task.duty);
  const required = [...clause.duties, ...clause.deadlines];
  const missing = required.filter((words) => !note.includes(words));
  const rest = required.reduce((text, words) => text.replace(words, '。'), note);
  const names = units.flatMap(({ name, aliases }) => [name, ...aliases]);
  return [
    ...formProblems(note, clause.names),
    ...missing.map((words): Problem => [
      `does not say “${words}”`,
      'copy these words: they are the clause’s own',
    ]),
    ...CLAIMS.flatMap(([what, pattern]) =>
      (rest.match(pattern) ?? [])
        .filter((words) => !source.includes(words))
        .map((words): Problem => [
          `${what} ${words} is not in the task`,
          'take it out, or write it as the task does',
        ]),
    ),
    ...names
      .filter((name) => rest.includes(name) && !source.includes(name))
      .map((name): Problem => [`names ${name}, which the task does not`, 'name only who the task names']),
    ...NEVER.filter((word) => note.includes(word)).map((word): Problem => [
      `says “${word}”`,
      'say only what the task says; do not judge and do not say how far it has come',
    ]),
    ...ONLY_QUOTED.flatMap((word) => strayUses(rest, word, source)),
  ];
}

/** One paragraph of plain text in full-width marks, short. */
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

/** Words that may stand outside of the clause only as the task itself has them, with the two characters before. */
function strayUses(rest: string, word: string, source: string): Problem[] {
  return [...rest.matchAll(new RegExp(`\\p{Script=Han}{0,2}${word}`, 'gu'))]
    .filter(([words]) => !source.includes(words))
    .map(([words]): Problem => [
      `says “${words}”, which the task does not`,
      `use ${word} only as the task does`,
    ]);
}

/** What a note must say of the clauses, in their own words: who in which role, and by when, with its basis. */
function requiredWords({ text }: TaskEntry, clauses: ParsedClause[], general: string | undefined) {
  if (clauses.some(({ unreadable }) => unreadable !== undefined)) return undefined;
  const parts = clauses.flatMap((clause) => clause.parts ?? []);
  const own = parts.filter(({ kind }) => kind === 'deadline' || kind === 'standing');
  const rule = own.length === 0 && timesIn(toShown(text)).length === 0 && general !== undefined;
  return {
    duties: unitWords(parts),
    deadlines: rule ? [generalWords(general)] : own.map((one) => one.text.replace('年年底', '年底')),
    names: parts.flatMap((part) => (part.kind === 'unit' ? [part.text] : [])),
  };
}

/** The segments that name units, each in its own words. */
function unitWords(parts: ClausePart[]): string[] {
  const segments: ClausePart[][] = [[]];
  for (const part of parts) {
    const ends =
      part.kind === 'punctuation'
        ? /[，；。：:（）()【】[\]]/.test(part.text)
        : part.kind !== 'unit' && part.kind !== 'role' && part.kind !== 'open';
    if (ends) segments.push([]);
    else segments.at(-1)?.push(part);
  }
  return segments
    .filter((segment) => segment.some(({ kind }) => kind === 'unit'))
    .map((segment) =>
      segment
        .map(({ text }) => text)
        .join('')
        .trim(),
    );
}

const generalWords = (date: string) => {
  const month = date.slice(5, 7) === '12' ? '' : `${Number(date.slice(5, 7))}月`;
  return `原文未单独写明期限，按方案的一般规定，原则上应在${date.slice(0, 4)}年${month}底前完成`;
};
