/** The content against the seed, to the character: what is published is what was received. */
import { interpret } from '../../src/content-files/interpret.ts';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../src/rules/check.ts';
import type { Passage, Plan } from '../../src/plan/model.ts';
import {
  copyWithoutNotes,
  draftOf,
  edit,
  findingsIn,
  lineOf,
  origin,
  publishedPlan,
  seedBytes,
  seedFile,
  seedLines,
  seedText,
  the,
} from '../support/helpers.ts';

const plan = publishedPlan();

/** Written down here once more, so that a change of the site's own table does not change its referee. */
const RECEIVED: Record<string, string> = { '，': ',', '：': ':', '；': ';', '（': '(', '）': ')' };
const received = (shown: string) =>
  shown.replace(/[，：；（）]/g, (mark) => RECEIVED[mark] ?? mark).replace(/(?<=\d)—(?=\d)/g, '-');

/** Line of the seed → what is published of it, by the way each passage is read; chrome left out. */
function published({ title, parts, sections, chapters, tasks }: Plan, read: (passage: Passage) => string) {
  const lines = new Map<number, string>();
  const add = (line: number, words: string) => lines.set(line, (lines.get(line) ?? '') + words);
  const partLines = new Set(parts.map(({ heading }) => heading.line));
  for (const { number, paragraphs, duty } of tasks) {
    add(the(paragraphs[0]).line, `${number})`);
    for (const passage of [...paragraphs, duty]) add(passage.line, read(passage));
  }
  const around = [
    title,
    ...parts.map(({ heading }) => heading),
    ...chapters.flatMap(({ prose }) => prose),
    ...sections.flatMap(({ heading, goalPassage, label, measures }) => [
      ...(partLines.has(heading.line) ? [] : [heading]),
      goalPassage,
      label,
      ...measures.map((measure) => measure.heading),
    ]),
  ];
  for (const passage of around.flatMap((one) => one ?? [])) add(passage.line, read(passage));
  return lines;
}

/** The lines at which what is shown, corrections undone, is not the seed; chrome belongs to the account. */
function wrongLines(one: Plan): number[] {
  const said = published(one, ({ shown }) => received(shown));
  for (const correction of one.corrections) {
    const text = said.get(correction.line) ?? '';
    const corrected = received(correction.shown.replaceAll('\n', ''));
    const fits = text.split(corrected).length === 2;
    said.set(correction.line, fits ? text.replace(corrected, () => correction.received) : 'cannot be undone');
  }
  for (const { line, text } of one.chrome) said.set(line, (said.get(line) ?? '') + text);
  const last = Math.max(seedLines.length, ...said.keys());
  return Array.from({ length: last }, (_, index) => index + 1).filter(
    (at) => said.get(at) !== seedLines[at - 1],
  );
}

/** A copy of the plan in which one passage shows something else. */
function showing(line: number, from: string, to: string): Plan {
  const copy = structuredClone(plan);
  const passage = the(
    [...copy.tasks.flatMap(({ paragraphs, duty }) => [...paragraphs, duty]), ...copy.chapters.flatMap(({ prose }) => prose)].find(
      (one) => one.line === line && one.shown.includes(from),
    ),
  );
  passage.shown = passage.shown.replace(from, to);
  return copy;
}

test('the received file is the one that was registered', () => {
  expect(seedBytes.equals(Buffer.from(seedText, 'utf8'))).toBe(true);
  expect(plan.source.file).toBe(seedFile);
  expect(plan.source.sha256).toBe('66f62817e0716757ab8feb26e352bbd1181c51cbb6ca8133634759d4f6b8327c');
});

test('each line of the received file is either published or named as page chrome, never both', () => {
  const shown = published(plan, ({ source }) => source);
  const chrome = plan.chrome.map(({ line }) => line);
  expect(chrome).toEqual([1, 2, 4, 5, 6]);
  expect([...shown.keys(), ...chrome].sort((a, b) => a - b)).toEqual(seedLines.map((_, index) => index + 1));
});

test('the shown text, with corrections undone and punctuation mapped back, is the received file to the character', () => {
  expect(wrongLines(plan)).toEqual([]);
});

test('what the site keeps as the source of its text is the received file to the character', () => {
  const said = published(plan, ({ source }) => source);
  for (const { line, text } of plan.chrome) said.set(line, text);
  expect(seedLines.map((_, index) => said.get(index + 1)).join('\n')).toBe(seedText);
});

test('the runs of every shown passage join to the shown text and to the received text', () => {
  const passages: Passage[] = [];
  published(plan, (passage) => {
    passages.push(passage);
    return '';
  });
  for (const { runs, shown, source } of passages) {
    expect(runs.map(({ text }) => text).join('')).toBe(shown);
    expect(runs.map((run) => run.source).join('')).toBe(source);
    for (const run of runs.filter(({ correction }) => !correction)) expect(received(run.text)).toBe(run.source);
  }
});

test('the received text has none of the full-width punctuation, so that mapping it back loses nothing', () => {
  expect(seedText).not.toMatch(/[，：；（）—]/);
});

test.each([
  [38, '责任追朔', '责任追溯'],
  [22, '，推进', '、推进'],
  [7, '2015—2020', '20152020'],
  [151, '不能按时', '未能按时'],
])('an undeclared change of what is shown in line %i is noticed: %s → %s', (line, from, to) => {
  expect(wrongLines(showing(line, from, to))).toEqual([line]);
});

test('a correction that is taken out of the register leaves its change undeclared', () => {
  for (const { id, line, kind } of plan.corrections) {
    const copy = { ...plan, corrections: plan.corrections.filter((one) => one.id !== id) };
    expect(wrongLines(copy)).toEqual(kind === 'lost-sign' ? [line] : []);
  }
});

test('a correction that was added to the register, but is not in what is shown, is noticed', () => {
  const added = { id: 90, line: 12, received: '守法诚信', shown: '守法，诚信', kind: 'lost-sign', reason: '' } as const;
  expect(wrongLines({ ...plan, corrections: [...plan.corrections, added] })).toEqual([12]);
});

test('a task, a line of prose or a line of chrome that is left out is noticed', () => {
  expect(wrongLines({ ...plan, tasks: plan.tasks.filter(({ number }) => number !== 24) })).toEqual([62, 63]);
  expect(wrongLines({ ...plan, chapters: plan.chapters.filter(({ id }) => id !== 'preamble') })).toEqual([7]);
  expect(wrongLines({ ...plan, chrome: plan.chrome.slice(1) })).toEqual([1]);
});

test('one changed character in any of the 65 tasks is found in the file of that task', () => {
  const draft = draftOf(seedText);
  const seed = { text: seedText, sha256: origin.sha256 };
  for (const task of draft.tasks) {
    const at = Math.floor(task.text.length / 2);
    const changed = `${task.text.slice(0, at)}某${task.text.slice(at + 1)}`;
    const tasks = draft.tasks.map((one) => (one === task ? { ...task, text: changed } : one));
    const found = check(interpret({ ...draft, tasks }), seed).filter(({ problem }) => problem.includes('differs from line'));
    expect(found.map(({ file, at: key }) => [file, key])).toEqual([[task.file, ['text']]]);
  }
});

test.each([
  ['content/tasks/07.md', 'text:', '落实企业投资自主权', '落实企业投资自由权', 31],
  ['content/tasks/10.md', 'text:', '深化“先照后证”改革', '深化“先证后照”改革', 36],
  ['content/tasks/63.md', 'duty:', '区委办公室、区政府办公室牵头', '区政府办公室、区委办公室牵头', 145],
  ['content/tasks/63.md', 'text:', '法治致府', '法治政府', 145],
  ['content/outline.yaml', '40. 强化', '40. 强化考核', '40.强化考核', 145],
  ['content/chapters/part-4.yaml', '深入推进依法行政、建设', '意义重大', '意义深远', 150],
  ['content/plan.yaml', '打印文章', '浏览次数: 打印', '浏览次数:打印', 5],
])('a change in %s (%s %s → %s) is found with its file and line', (file, place, from, to, line) => {
  const folder = copyWithoutNotes();
  const at = lineOf(folder, file, place);
  edit(folder, file, from, to);
  const found = findingsIn(folder).filter((one) => one.includes(`differs from line ${line} of the seed`));
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(`${file}:${at}  `);
});

test('a lost bracket at the end of a clause is found in the clause, not in the heading glued to it', () => {
  const folder = copyWithoutNotes();
  edit(folder, 'content/tasks/63.md', '街道办事处按职责分别负责)', '街道办事处按职责分别负责');
  const at = lineOf(folder, 'content/tasks/63.md', 'duty:');
  const found = findingsIn(folder);
  expect(found.every((one) => one.startsWith(`content/tasks/63.md:${at}  `))).toBe(true);
  expect(found.map((one) => one.split('  ')[1])).toContainEqual(expect.stringContaining('differs from line 145'));
});

test('a deleted task file is found by its lines in the seed', () => {
  const folder = copyWithoutNotes();
  rmSync(join(folder, 'content/tasks/24.md'));
  expect(findingsIn(folder)).toEqual([
    expect.stringContaining('content/tasks/24.md  the file of task 24 is missing, line 62 of the seed: '),
  ]);
});

test('a second line that is dropped from a task is found', () => {
  const folder = copyWithoutNotes();
  edit(folder, 'content/tasks/24.md', '严格执行《广西壮族自治区重大行政决策程序规定》。\n', '');
  expect(findingsIn(folder)).toContainEqual(expect.stringMatching(/^content\/tasks\/24\.md:\d+ {2}differs from line 62/));
});

test('a paragraph that is dropped from a chapter is found', () => {
  const folder = copyWithoutNotes();
  const file = 'content/chapters/part-4.yaml';
  const text = readFileSync(join(folder, file), 'utf8');
  writeFileSync(join(folder, file), text.replace(/ {2}- line: 152\n.*\n.*\n/, ''));
  expect(findingsIn(folder)).toContainEqual(
    expect.stringContaining(`seeds/${seedFile}:152  this line is in no content file`),
  );
});

test('a line that the seed does not have is found', () => {
  const folder = copyWithoutNotes();
  edit(folder, 'content/plan.yaml', 'line: 6\n', 'line: 160\n');
  expect(findingsIn(folder)).toEqual([
    expect.stringMatching(
      /^content\/plan\.yaml:\d+ {2}what is said to stand on line 160 of the seed stands on line 6 {2}→ write line: 6/,
    ),
  ]);
});

test('a changed seed is found, though the content was changed in the same way', () => {
  const folder = copyWithoutNotes();
  edit(folder, `seeds/${seedFile}`, '落实企业投资自主权', '落实企业投资自由权');
  edit(folder, 'content/tasks/07.md', '落实企业投资自主权', '落实企业投资自由权');
  expect(findingsIn(folder)).toEqual([
    expect.stringMatching(/^content\/plan\.yaml:\d+ {2}seeds\/.* is another file than registered/),
  ]);
});

test('a correction that does not fit its line is found with the line of its entry', () => {
  const folder = copyWithoutNotes();
  const file = 'content/corrections.yaml';
  const at = lineOf(folder, file, 'received: 责任追朔制度');
  edit(folder, file, 'received: 责任追朔制度', 'received: 责任追溯制度');
  expect(findingsIn(folder)).toContainEqual(
    expect.stringContaining(`${file}:${at}  “责任追溯制度” occurs 0 times in line 38 of the seed`),
  );
});
