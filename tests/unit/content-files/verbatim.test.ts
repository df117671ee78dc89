import { expect, test } from 'vitest';
import { verbatimPieces, rebuildSeed } from '../../../src/content-files/verbatim.ts';
import { draftOf, firstTaskLine, seedLines, seedText, shortSeed } from '../../support/helpers.ts';

test('the pieces of a text join to the text', () => {
  const short = shortSeed('1)甲。', '乙。(甲负责)', '2)丙。(甲负责)2.措施二', '3)丁。(甲负责)');
  for (const text of [seedText, short]) expect(rebuildSeed(verbatimPieces(draftOf(text)))).toBe(text);
});

test('number, text and clause of a task are pieces of their own, each with the field in which to correct it', () => {
  const pieces = verbatimPieces(draftOf(shortSeed('1)甲。', '乙。(甲负责)')));
  const ofTask = pieces.filter(({ file }) => file === 'content/tasks/01.md');
  expect(ofTask.map(({ at, line, text }) => [at, line, text])).toEqual([
    [['number'], firstTaskLine, '1)'],
    [['text'], firstTaskLine, '甲。\n乙。'],
    [['duty'], firstTaskLine + 1, '(甲负责)'],
  ]);
});

test('every line of the text is in a piece, and only line 145 is shared by a task and a heading', () => {
  const holders = seedLines.map(() => new Set<string>());
  for (const { file, line, text } of verbatimPieces(draftOf(seedText))) {
    text.split('\n').forEach((_, index) => holders[line - 1 + index]?.add(file));
  }
  expect(holders.filter(({ size }) => size === 0)).toEqual([]);
  expect(holders.flatMap(({ size }, index) => (size > 1 ? [index + 1] : []))).toEqual([145]);
});

test('a line without a piece is rebuilt as an empty line', () => {
  expect(rebuildSeed([{ file: '', at: [], line: 3, text: '丙' }])).toBe('\n\n丙');
});
