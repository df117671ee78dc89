import { expect, test } from 'vitest';
import { groupSentences, sentenceEnds } from '../../../src/plan/sentences.ts';
import { publishedPlan, the } from '../../support/helpers.ts';

const { tasks } = publishedPlan();

function sentencesOf(shown: string): string[] {
  let start = 0;
  return sentenceEnds(shown).map((end) => shown.slice(start, (start = end)));
}

test('a sentence ends with its stop, not with a comma or a semicolon', () => {
  expect(sentencesOf('甲，乙；丙。丁！戊？')).toEqual(['甲，乙；丙。', '丁！', '戊？']);
});

test('a closing quotation mark or bracket stays with its sentence', () => {
  expect(sentencesOf('“甲。”（乙。）《丙。》丁。')).toEqual(['“甲。”', '（乙。）', '《丙。》', '丁。']);
});

test('text without a stop at the end is a sentence of its own, and an empty text has none', () => {
  expect(sentencesOf('甲。乙')).toEqual(['甲。', '乙']);
  expect(sentencesOf('')).toEqual([]);
});

test('sentence numbers run on through the second line of a task', () => {
  for (const number of [10, 24]) {
    const [first, second] = the(tasks.find((task) => task.number === number)).paragraphs;
    expect(first?.sentences.map(({ id }) => id)).toEqual(['s1']);
    expect(second?.sentences[0]?.id).toBe('s2');
  }
});

test('the sentences of every task are numbered without gaps and join to its text', () => {
  for (const task of tasks) {
    const sentences = task.paragraphs.flatMap((paragraph) => paragraph.sentences);
    expect(sentences.map(({ id }) => id)).toEqual(sentences.map((_, index) => `s${index + 1}`));
    const lines = task.paragraphs.map((one) => one.sentences.map(({ text }) => text).join(''));
    expect(lines.join('\n')).toBe(task.text);
  }
});

test('the runs of a sentence are those of its paragraph, none lost and none twice', () => {
  for (const { runs, sentences } of tasks.flatMap(({ paragraphs }) => paragraphs)) {
    expect(sentences.flatMap((sentence) => sentence.runs)).toEqual(runs);
  }
});

test('a paragraph that begins after three sentences begins with s4', () => {
  expect(groupSentences([{ text: '甲。', source: '甲。' }], 4).map(({ id }) => id)).toEqual(['s4']);
});
