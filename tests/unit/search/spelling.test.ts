import { expect, test } from 'vitest';
import { suggestions } from '../../../src/search/spelling.ts';
import { syllables } from '../../../src/text/dictionaries.ts';

const texts = ['推行权力清单和责任清单制度', '公布权力清单', '行政复议案件', '信访工作制度改革', '属地保护'];
const table = syllables(texts);
const anyWord = () => true;
const meant = (asked: string, isWord: Parameters<typeof suggestions>[3] = anyWord) =>
  suggestions(asked, texts, table, isWord);

test.for([
  ['权利清单', ['权力清单']],
  ['行政复义', ['行政复议']],
  ['形证复议', ['行政复议']],
  ['权清单', ['权力清单']],
  ['信访工制度', ['信访工作制度']],
  ['行政复复议', ['行政复议']],
  ['xinfang', ['信访']],
] as const)('%s may mean %s', ([asked, words]) => {
  expect(meant(asked)).toEqual(words);
});

test('what sounds like nothing, or is written already, has no suggestion', () => {
  expect(meant('量子咖啡')).toEqual([]);
  expect(meant('权力清单')).toEqual([]);
  expect(meant('权')).toEqual([]);
});

test('a piece that is no word is no suggestion: 低保 is not 地保 in 属地保护', () => {
  expect(meant('低保')).toEqual(['地保']);
  expect(meant('低保', () => false)).toEqual([]);
});

test('the most frequent comes first, at most three', () => {
  const many = ['依据', '一举', '一举', '意距', '医剧'];
  expect(suggestions('易巨', many, syllables(many), anyWord)).toEqual(['一举', '依据', '意距']);
});
