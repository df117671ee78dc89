/**
 * Damaged texts: whatever happens to a text on its way, the import ends in a complete account of every character or in
 * findings that name the file. Never a crash, a hang or a silent loss. The seed is fixed: every run tries the same cases,
 * a tenth of them where WHOLE=1 does not ask for all.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assemble } from '../../../src/assemble/plan.ts';
import { interpret } from '../../../src/content-files/interpret.ts';
import { verbatimPieces, rebuildSeed } from '../../../src/content-files/verbatim.ts';
import { check } from '../../../src/rules/check.ts';
import { parsePlan } from '../../../src/import/parse-plan.ts';
import type { Plan } from '../../../src/plan/model.ts';
import { allClauses } from '../../../src/plan/role-words.ts';
import { origin, root, seedText } from '../../support/helpers.ts';
import { sampleOf } from '../../support/whole.ts';

const folder = join(root, 'tests/plans');
const corpus = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));

/** Places in a text are told as parts of its length, so that they fit any text. */
type Mutation = (text: string, place: number, other: number) => string;

const at = (length: number, place: number) => Math.min(Math.floor(place * length), Math.max(0, length - 1));
const onLines =
  (change: (lines: string[], place: number, other: number) => void): Mutation =>
  (text, place, other) => {
    const lines = text.split('\n');
    change(lines, at(lines.length, place), at(lines.length, other));
    return lines.join('\n');
  };
/** Replaces one of the characters that fit. */
const onOne =
  (pattern: RegExp, change: (found: string, other: number) => string): Mutation =>
  (text, place, other) => {
    const all = [...text.matchAll(pattern)];
    const one = all[at(all.length, place)];
    return one
      ? text.slice(0, one.index) + change(one[0], other) + text.slice(one.index + one[0].length)
      : text;
  };
const WIDE: Record<string, string> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '(': '（',
  ')': '）',
  '.': '．',
  '1': '１',
  '2': '２',
};
const NARROW = Object.fromEntries(Object.entries(WIDE).map(([narrow, wide]) => [wide, narrow]));
const bytes = (text: string) => Buffer.from(text, 'utf8');

const MUTATIONS: Record<string, Mutation> = {
  'a line dropped': onLines((lines, place) => lines.splice(place, 1)),
  'a few lines dropped': onLines((lines, place, other) =>
    lines.splice(place, 1 + Math.floor((other * 5) / lines.length)),
  ),
  'a line doubled': onLines((lines, place) => lines.splice(place, 0, lines[place] ?? '')),
  'two lines joined': onLines((lines, place) =>
    lines.splice(place, 2, lines.slice(place, place + 2).join('')),
  ),
  'two lines swapped': onLines((lines, place, other) => {
    [lines[place], lines[other]] = [lines[other] ?? '', lines[place] ?? ''];
  }),
  'a line split': (text, place) =>
    `${text.slice(0, at(text.length, place))}\n${text.slice(at(text.length, place))}`,
  'a bracket removed': onOne(/[()（）《》〔〕【】]/g, () => ''),
  'a bracket doubled': onOne(/[()（）]/g, (sign) => sign + sign),
  'a digit changed': onOne(/\d/g, (_, other) => String(Math.floor(other * 10))),
  'a mark removed': onOne(/[、，,。；;：:]/g, () => ''),
  'its end cut off': (text, place) => text.slice(0, at(text.length, place) + 1),
  'its beginning cut off': (text, place) => text.slice(at(text.length, place)),
  'cut at a byte': (text, place) =>
    bytes(text)
      .subarray(0, at(bytes(text).length, place) + 1)
      .toString('utf8'),
  'a segment moved': (text, place, other) => {
    const [from, to] = [at(text.length, place), at(text.length, other)];
    return text.slice(0, from) + text.slice(to, to + 200) + text.slice(from);
  },
  'marks widened': (text, _, other) =>
    text.replace(/[,:;().12]/g, (sign, index: number) =>
      (index * 7919) % 10 < other * 10 ? (WIDE[sign] ?? sign) : sign,
    ),
  'marks narrowed': (text, _, other) =>
    text.replace(/[，：；（）．１２]/g, (sign, index: number) =>
      (index * 7919) % 10 < other * 10 ? (NARROW[sign] ?? sign) : sign,
    ),
  'line breaks lost': (text) => text.replaceAll('\n', ''),
  'line breaks turned to blanks': (text) => text.replaceAll('\n', ' '),
  'blank lines between': (text) => text.replaceAll('\n', '\n\n'),
  'lines indented': (text) => text.replaceAll('\n', '\n\u3000\u3000'),
  'ends of lines as in Windows': (text) => text.replaceAll('\n', '\r\n'),
  'a letter that takes no room': (text, place) =>
    `${text.slice(0, at(text.length, place))}\u200b${text.slice(at(text.length, place))}`,
  'read in a wrong encoding': (text, place) =>
    text.slice(0, at(text.length, place)) + bytes(text.slice(at(text.length, place))).toString('latin1'),
  'read as GB18030': (text, place) =>
    new TextDecoder('gb18030').decode(bytes(text.slice(0, at(text.length, place) + 1))),
};

const change = fc.record({
  name: fc.constantFrom(...Object.keys(MUTATIONS)),
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  other: fc.double({ min: 0, max: 1, noNaN: true }),
});

const damaged = (texts: string[]) =>
  fc
    .record({
      text: fc.constantFrom(...texts),
      changes: fc.array(change, { minLength: 1, maxLength: 4 }),
      accept: fc.boolean(),
    })
    .map(({ text, changes, accept }) => ({
      accept,
      text: changes.reduce(
        (one, { name, place, other }) => MUTATIONS[name]?.(one, place, other) ?? one,
        text,
      ),
    }));

/** Milliseconds of this process; what else runs on the machine does not count. */
const cpu = () => (({ user, system }) => (user + system) / 1000)(process.cpuUsage());

function holds({ text, accept }: { text: string; accept: boolean }): void {
  const before = cpu();
  const { content, findings, open } = parsePlan(text, { ...origin, accept });
  expect(cpu() - before).toBeLessThan(2000);
  const lines = text.split('\n').length;
  for (const one of [...findings, ...open]) {
    expect(one.file).toBe(`seeds/${origin.file}`);
    expect(one.problem).not.toBe('');
    expect(one.advice).not.toBe('');
    expect(one.line ?? 1).toBeGreaterThan(0);
    expect(one.line ?? 1).toBeLessThanOrEqual(lines);
    expect(one.problem).not.toContain('cannot be accounted for');
  }
  if (!content) expect(findings.length).toBeGreaterThan(0);
  else {
    expect(rebuildSeed(verbatimPieces(content))).toBe(text);
    const interpreted = interpret(content);
    expect(check(interpreted, { text, sha256: origin.sha256 })).toEqual([]);
    expect(untrueSilence(assemble(interpreted))).toEqual([]);
  }
}

/** Words that name somebody or a time, written down here once more. */
const SOMEBODY =
  /[\p{Script=Han}](?:牵头|负责)[)）,，;；]|(?:责任|牵头|配合)单位[:：]|[省市县区][\p{Script=Han}]{1,6}(?:局|厅|办公室|委员会)(?:[、)）]|牵头|负责)/u;
const SOME_TIME = /[0-9]{4}年(?:[0-9]{1,2}月)?底?前|(?:完成|整改)时限[:：]|长期坚持|持续推进/;

/** What a page would call absent although the text that it shows has it. */
function untrueSilence({ tasks, readings, chrome }: Plan): string[] {
  const ofTasks = tasks.flatMap((task) => {
    const shown = [task.text, ...allClauses(task).map((one) => one.shown)].join(' ');
    return [
      ...(task.readings.units === 'none' && SOMEBODY.test(shown)
        ? [`units of ${task.number}: ${shown}`]
        : []),
      ...(task.readings.deadline === 'none' && SOME_TIME.test(shown) && task.deadlines.length === 0
        ? [`time of ${task.number}: ${shown}`]
        : []),
    ];
  });
  const page = chrome.map(({ text }) => text).join('\n');
  return [
    ...ofTasks,
    ...(readings.publisher === 'none' && /来源[:：]\p{Script=Han}/u.test(page) ? [`publisher: ${page}`] : []),
    ...(readings.published === 'none' && /发布(?:时间|日期)[:：]/.test(page) ? [`date: ${page}`] : []),
  ];
}

/** The seed in small: its head, two blocks and its end. */
const lines = seedText.split('\n');
const short = [...lines.slice(0, 9), ...lines.slice(16, 30), ...lines.slice(137, 153)].join('\n');

test(`${sampleOf(10_000)} damaged texts of the corpus are read completely or refused with file and line`, () => {
  fc.assert(fc.property(damaged([...corpus, short]), holds), { seed: 7, numRuns: sampleOf(10_000) });
});

test(`${sampleOf(200)} damaged copies of the whole seed are read completely or refused with file and line`, () => {
  fc.assert(fc.property(damaged([seedText]), holds), { seed: 7, numRuns: sampleOf(200) });
});

test('of the damaged texts many are read and many refused', () => {
  const read = fc
    .sample(damaged(corpus), { seed: 7, numRuns: 200 })
    .filter(({ text, accept }) => parsePlan(text, { ...origin, accept }).content);
  expect(read.length).toBeGreaterThan(50);
  expect(read.length).toBeLessThan(170);
});

test.each(Object.keys(MUTATIONS))('texts with %s', (name) => {
  const one = fc.record({
    text: fc.constantFrom(...corpus),
    place: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  const run = ({ text, place }: { text: string; place: number }) => {
    holds({ text: MUTATIONS[name]?.(text, place, 1 - place) ?? text, accept: true });
  };
  fc.assert(fc.property(one, run), { seed: 7, numRuns: sampleOf(40) });
});
