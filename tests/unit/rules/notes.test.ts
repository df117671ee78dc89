import { interpret } from '../../../src/content-files/interpret.ts';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importSeed } from '../../../src/import/import-plan.ts';
import { LIMITS, notesHold } from '../../../src/rules/notes.ts';
import type { Content } from '../../../src/content-files/schema.ts';
import {
  copyOfContent,
  draftOf,
  edit,
  findingsIn,
  lineOf,
  root,
  shortSeed,
  the,
} from '../../support/helpers.ts';

const WHO = '由区甲局牵头，区乙局等有关部门、各镇政府按职责分别负责';
const OWN = `完善“三统一”制度。${WHO}，2017年底前完成。`;
const GENERAL = `清理2项制度。由区甲局负责。原文未单独写明期限，按方案的统一期限，原则上应在2019年底前完成。`;

const draft = draftOf(
  shortSeed(
    '1)严格执行《甲办法》,完善“三统一”制度,由丙牵头,促进公众参与。(区甲局牵头,区乙局等有关部门、各镇政府按职责分别负责,2017年底前完成)',
    '2)清理2项制度。(区甲局负责)',
  ),
);

/** What is said of the first task's note, without the words every finding shares; the second task's stands. */
function problems(note: string, second = GENERAL): string[] {
  const notes = [note, second];
  const content: Content = {
    ...draft,
    units: draft.units.map((unit) => (unit.name === '区乙局' ? { ...unit, aliases: ['乙委'] } : unit)),
    tasks: draft.tasks.map((task, index) => ({ ...task, note: the(notes[index]) })),
  };
  return notesHold(interpret(content)).map(({ problem }) => problem);
}

test('notes that agree with their tasks are accepted', () => {
  expect(problems(OWN)).toEqual([]);
  expect(problems(`促进公众参与，执行《甲办法》，由丙牵头。${WHO}，2017年底前完成。`)).toEqual([]);
});

test.each([
  ['a lead left out', OWN.replace('区甲局牵头，', ''), 'does not say “区甲局牵头”'],
  [
    'a joint unit left out',
    OWN.replace('、各镇政府', ''),
    'does not say “区乙局等有关部门、各镇政府按职责分别负责”',
  ],
  [
    'an open list closed',
    OWN.replace('等有关部门', ''),
    'does not say “区乙局等有关部门、各镇政府按职责分别负责”',
  ],
  ['another role word', OWN.replace('按职责分别负责', '负责'), 'says “政府负责”, which the task does not'],
  ['a lead more', OWN.replace('完善', '区乙局牵头，完善'), 'says “乙局牵头”, which the task does not'],
  ['another year', OWN.replace('2017', '2018'), 'the number 2018 is not in the task'],
  ['no deadline', OWN.replace('，2017年底前完成', ''), 'does not say “2017年底前完成”'],
  [
    'the general rule beside an own deadline',
    OWN.replace('。由', '，按方案的统一期限。由'),
    'says “案的统一期限”, which the task does not',
  ],
  ['a number of its own', OWN.replace('完善', '完善3个'), 'the number 3 is not in the task'],
  ['a number in characters', OWN.replace('制度', '制度，每年两次'), 'the number 两次 is not in the task'],
  [
    'another document',
    OWN.replace('完善', '落实《乙办法》，完善'),
    'the title 《乙办法》 is not in the task',
  ],
  ['other quoted words', OWN.replace('三统一', '四统一'), 'the quoted words “四统一” is not in the task'],
  ['a unit that is not registered', OWN.replace('完善', '区丁局完善'), 'the name 区丁局 is not in the task'],
  ['a unit by a name people use', OWN.replace('完善', '乙委完善'), 'names 乙委, which the task does not'],
  ['a state of things', OWN.replace('完善', '已完成'), 'says “已完成”'],
  ['what a passed date does not mean', OWN.replace('完善', '未完成'), 'says “未完成”'],
  ['praise', OWN.replace('完善', '扎实完善'), 'says “扎实”'],
  ['Markdown', OWN.replace('完善', '**完善**'), 'is more than one paragraph of plain text'],
  ['two paragraphs', OWN.replace('。由', '。\n\n由'), 'is more than one paragraph of plain text'],
  ['ASCII marks', OWN.replace('，2017', ',2017'), 'has ASCII marks'],
  ['no full stop', OWN.slice(0, -1), 'does not end with 。'],
  ['four sentences', `完善。健全。${OWN}`, 'has 4 sentences'],
  [
    'a long sentence',
    OWN.replace('完善', '完善'.repeat(40)),
    'has a sentence of 88 characters, unit names aside',
  ],
  [
    'too many words',
    OWN.replace('完善', `${'完善'.repeat(30)}。${'健全'.repeat(30)}`),
    'has 157 characters, unit names aside',
  ],
])('a note with %s is reported', (_, note, problem) => {
  expect(problems(note)).toContain(`note 1: ${problem}`);
});

test.each([
  ['百分之八十的制度', 'the share 百分之八十 is not in the task'],
  ['八成制度', 'the share 八成 is not in the task'],
  ['三分之二的制度', 'the share 三分之二 is not in the task'],
  ['过半制度', 'the share 过半 is not in the task'],
  ['2%的制度', 'the number 2% is not in the task'],
  ['20项制度', 'the number 20 is not in the task'],
  ['已清理的制度', 'says “已”, which the task does not'],
  ['已达要求的制度', 'says “已达”'],
  ['预计2项制度', 'says “预计”, which the task does not'],
  ['全部制度', 'says “全部”, which the task does not'],
  ['大部分制度', 'says “大部分”, which the task does not'],
])('a note does not say %s where the task says nothing of it', (words, problem) => {
  expect(problems(OWN, GENERAL.replace('2项制度', words))).toContain(`note 2: ${problem}`);
});

test('shares and statements that the task has may stand in its note; a part of a number is none', () => {
  const ofTask = (text: string, note: string) => {
    const content = structuredClone(draftOf(shortSeed(`1)${text}(区甲局负责,2017年底前完成)`)));
    the(content.tasks[0]).note = `${note}。由区甲局负责，2017年底前完成。`;
    return notesHold(interpret(content)).map(({ problem }) => problem);
  };
  expect(ofTask('力争八成以上、12.5%的制度已清理。', '力争八成以上、12.5%的制度已清理')).toEqual([]);
  expect(ofTask('清理12.5%的制度。', '清理5%的制度')).toEqual(['note 1: the number 5% is not in the task']);
  expect(ofTask('清理120项制度。', '清理12项制度')).toEqual(['note 1: the number 12 is not in the task']);
});

test('参与 is allowed in a note only where the task has it', () => {
  expect(problems(OWN, GENERAL.replace('清理', '区甲局参与清理'))).toContain(
    'note 2: says “甲局参与”, which the task does not',
  );
});

test('the general deadline is named with its basis and its year', () => {
  const bare = 'note 2: does not say “原文未单独写明期限，按方案的统一期限，原则上应在2019年底前完成”';
  expect(problems(OWN, '清理2项制度。由区甲局负责，2019年底前完成。')).toContain(bare);
  expect(problems(OWN, GENERAL.replace('2019', '2020'))).toContain(bare);
});

test.each([
  ['各项任务须于2022年6月20日前全部完成。', '2022-06-20', '应在2022年6月20日前完成'],
  ['各项任务原则上于2022年6月底前完成。', '2022-06-30', '原则上应在2022年6月底前完成'],
  ['各项任务到2022年底完成。', '2022-12-31', '应在2022年底前完成'],
])('under “%s” a note says the time as the rule does', (words, date, expected) => {
  const plan = { ...draft.plan, generalDeadline: { date, line: 1, words } };
  const [, second] = draft.tasks;
  const note = `清理2项制度。由区甲局负责。原文未单独写明期限，按方案的统一期限，${expected}。`;
  expect(notesHold(interpret({ ...draft, plan, tasks: [{ ...the(second), note }] }))).toEqual([]);
  const other = note.replace(expected, expected.includes('原则上') ? expected.slice(3) : `原则上${expected}`);
  expect(notesHold(interpret({ ...draft, plan, tasks: [{ ...the(second), note: other }] }))).not.toEqual([]);
});

test('unit names do not count as length', () => {
  const units = Array.from(
    { length: 30 },
    (_, index) => `区${String.fromCodePoint(0x4e00 + index)}管理局`,
  ).join('、');
  const [task] = draftOf(shortSeed(`1)清理。(${units}按职责分别负责,2017年底前完成)`)).tasks;
  const note = `清理。由${units}按职责分别负责，2017年底前完成。`;
  expect(note.length).toBeGreaterThan(LIMITS.note);
  expect(notesHold(interpret({ ...draft, tasks: [{ ...the(task), note }] }))).toEqual([]);
});

test('a task may have no note, whether others have one or not', () => {
  expect(problems(OWN, '')).toEqual([]);
  expect(notesHold(interpret(draft))).toEqual([]);
});

/** A copy of the content with its notes. */
function copyWithNotes(): string {
  const folder = copyOfContent();
  cpSync(join(root, 'content/tasks'), join(folder, 'content/tasks'), { recursive: true });
  return folder;
}

test('a finding names the file and the line of the note', () => {
  const folder = copyWithNotes();
  const file = 'content/tasks/07.md';
  edit(folder, file, '由区发改局负责', '由区发改局牵头');
  const line = lineOf(folder, file, '由区发改局牵头');
  const found = findingsIn(folder);
  expect(found.length).toBeGreaterThan(0);
  for (const one of found) expect(one.startsWith(`${file}:${line}  note 7: `)).toBe(true);
});

test('the note of an invalid task is not checked', () => {
  const folder = copyWithNotes();
  edit(folder, 'content/tasks/08.md', '(区物价局负责)', '(区商务局负责)');
  expect(findingsIn(folder)).toEqual([expect.stringContaining('differs from line 32')]);
});

test('a task restored from the seed has no note, and can be published', () => {
  const folder = copyWithNotes();
  rmSync(join(folder, 'content/tasks/24.md'));
  expect(importSeed(folder).written).toEqual(['content/tasks/24.md']);
  expect(findingsIn(folder)).toEqual([]);
});

test('a time that could not be read is not called one of the general rule', () => {
  const seed = (text: string) => {
    const content = structuredClone(draftOf(shortSeed(`1)${text}(区甲局负责)`)));
    the(content.tasks[0]).note = '清理制度。由区甲局负责。';
    return notesHold(interpret(content)).map(({ problem }) => problem);
  };
  expect(seed('清理制度,第四季度前完成。')).toEqual([]);
  expect(seed('清理制度。')).toEqual([expect.stringContaining('原文未单独写明期限')]);
});
