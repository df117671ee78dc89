import { expect, test } from 'vitest';
import {
  entryWords,
  nameQuery,
  phraseQuery,
  rankingWords,
  type Zone,
} from '../../../src/search/pagefind-words.ts';
import type { Block } from '../../../src/search/text-pages.ts';

const record = (blocks: Block[], notes: string[] = []) =>
  entryWords({
    page: { url: '/tasks/1/', kind: 'task', title: '题', blocks },
    notes: notes.map((text) => ({ url: '/tasks/1/#note', kind: 'note', title: '题', blocks: [{ text }] })),
  }).split(' ');

/** Whether the words of a quoted query follow each other in a record, as Pagefind decides it. */
function finds(words: string[], query: string): boolean {
  const phrase = query.replaceAll('"', '').split(' ');
  return words.some((_, at) => phrase.every((word, index) => words[at + index] === word));
}

test('each letter or digit is a word with the next one, whatever stands between them', () => {
  expect(record([{ text: '（区编办，2017年）' }]).slice(0, 8)).toEqual([
    ...['区编', '编办', '办2', '20', '01', '17', '7年'],
    'ǀ',
  ]);
});

test('a phrase is found wherever it is cut, and never across a break', () => {
  const words = record([{ text: '法治' }, { text: '政府', on: true }, { text: '治理' }, { text: '理法' }]);
  for (const phrase of ['法治政府', '治政', '法', '治理', '理法'])
    expect(finds(words, phraseQuery(phrase))).toBe(true);
  for (const phrase of ['府治', '政府治理', '治理法', '治法', '办'])
    expect(finds(words, phraseQuery(phrase))).toBe(false);
});

test('a single letter is found wherever it stands, also at the end', () => {
  const words = record([{ text: '甲乙。丙' }]);
  for (const letter of ['甲', '乙', '丙']) expect(finds(words, phraseQuery(letter))).toBe(true);
  expect(finds(words, phraseQuery('丁'))).toBe(false);
});

test('names, the first sentence and notes are searched apart', () => {
  const words = record(
    [
      { text: '甲乙丙', field: 'title' },
      { text: '丁戊。', id: 's1' },
      { text: '己庚。', id: 's2' },
    ],
    ['辛壬'],
  );
  const zones = (phrase: string) =>
    (['text', 'title', 'purpose', 'notes'] satisfies Zone[]).filter((zone) =>
      finds(words, phraseQuery(phrase, zone)),
    );
  expect(zones('乙丙')).toEqual(['text', 'title']);
  expect(zones('丁戊')).toEqual(['text', 'purpose']);
  expect(zones('庚')).toEqual(['text']);
  expect(zones('辛壬')).toEqual(['notes']);
  expect(zones('壬')).toEqual(['notes']);
  expect(finds(words, nameQuery('甲乙丙'))).toBe(true);
  expect(finds(words, nameQuery('甲乙'))).toBe(false);
});

test('no text looks like a word of a zone', () => {
  const words = record([{ text: 'ǀ法ǁ甲ǃ乙丙ˀ丁' }]);
  expect(finds(words, phraseQuery('乙丙', 'title'))).toBe(false);
  expect(finds(words, nameQuery('甲'))).toBe(false);
  expect(finds(words, phraseQuery('丁', 'notes'))).toBe(false);
});

test('where the file of texts answers, tasks and all others are indexed apart', () => {
  const words = (kind: 'task' | 'unit', text: string) =>
    rankingWords({ page: { url: '/', kind, title: '题', blocks: [{ text }] }, notes: [] }).split(' ');
  expect(finds(words('task', '甲乙丙'), phraseQuery('甲乙丙'))).toBe(true);
  expect(finds(words('unit', '甲乙丙'), phraseQuery('甲乙丙'))).toBe(false);
  expect(finds(words('unit', '甲乙丙'), phraseQuery('甲乙丙', 'notes'))).toBe(true);
});
