/** The notes and the glossary as published, read as the office's lawyer would. */
import { expect, test } from 'vitest';
import { publishedPlan, the } from '../support/helpers.ts';

const plan = publishedPlan();

test('each of the 65 tasks has a note of one to three sentences', () => {
  expect(plan.tasks).toHaveLength(65);
  for (const { number, note } of plan.tasks) {
    expect(note, `task ${number}`).toMatch(/^(?:[^。]+。){1,3}$/);
  }
});

test('each note names exactly the units of its clause, with the clause’s role words, and its deadline', () => {
  for (const { number, note, duty, deadline } of plan.tasks) {
    const clause = duty.shown.slice(1, -1).replace(/，\d{4}年年?底前完成$/, '');
    // One name for one deadline: that of the clause.
    const own = /，\d{4}年年?底前完成$/.exec(duty.shown.slice(0, -1))?.[0];
    expect(note, `task ${number}`).toContain(`由${clause}`);
    const year = deadline?.date.slice(0, 4);
    const words =
      deadline?.basis === 'own'
        ? `${own}。`
        : `原文未单独写明期限，按方案的统一期限，原则上应在${year}年底前完成。`;
    expect(note.endsWith(words), `task ${number}`).toBe(true);
    expect(note.match(/\d{4}年/g)).toEqual([`${year}年`]);
  }
});

test('a note uses 牵头 exactly as often as its clause', () => {
  const count = (text: string) => text.split('牵头').length;
  for (const { number, note, duty } of plan.tasks) expect(count(note), `task ${number}`).toBe(count(duty.shown));
});

test('参与 occurs in a note only as the statutory step 公众参与 of its task', () => {
  const saying = plan.tasks.filter(({ note }) => note.includes('参与'));
  expect(saying.map(({ number }) => number)).toEqual([24]);
  for (const { note, text } of saying) {
    expect(note.replaceAll('公众参与', '')).not.toContain('参与');
    expect(text).toContain('公众参与');
  }
});

test('the glossary has the terms that the plan explains, each with the quotation and its sentence', () => {
  const explained = (term: string) => the(plan.glossary.find((one) => one.term === term)).explained;
  expect(explained('三统一')).toEqual({
    task: 21,
    sentence: 's2',
    words: '实行制定机关对规范性文件统一登记、统一编号、统一印发制度',
  });
  expect(explained('双随机、一公开')).toMatchObject({ task: 11, sentence: 's3' });
  expect(explained('五落实')).toMatchObject({ task: 57, sentence: 's1' });
});

test('terms that the plan only uses are not explained for it', () => {
  for (const term of ['三跨三分离', '一单、两库、一细则', '党政同责、一岗双责', '先照后证', '四风']) {
    expect(the(plan.glossary.find((one) => one.term === term)).explained).toBeUndefined();
  }
});

test('主体责任清单 is not taken for the 责任清单 of task 4', () => {
  const tasksOf = (term: string) =>
    the(plan.glossary.find((one) => one.term === term)).uses.map(({ task }) => task);
  expect(tasksOf('责任清单')).toEqual([4]);
  expect(tasksOf('主体责任清单')).toEqual([43]);
  expect(tasksOf('互联网+政务服务')).toEqual([2, 48]);
});
