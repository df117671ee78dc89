import { expect, test } from 'vitest';
import { question } from '../../../src/search/query.ts';
import {
  answersOn,
  fieldsOf,
  findPages,
  matchesOn,
  partAt,
  preparePage,
} from '../../../src/search/exact-search.ts';
import { type TextPage } from '../../../src/search/text-pages.ts';

const task: TextPage = {
  url: '/tasks/1/',
  kind: 'task',
  title: '任务1 推进改革',
  blocks: [
    { text: '推进改革', field: 'title' },
    { text: '推进改革，落实', id: 's1' },
    { text: '《甲办法》。', id: 's1', field: 'document', on: true },
    { text: '（区编办负责）', id: 'duty', field: 'duty', on: true },
  ],
};
const page = (url: string, ...texts: string[]): TextPage => ({
  url,
  kind: 'task',
  title: url,
  blocks: texts.map((text) => ({ text })),
});
const found = (pages: TextPage[], query: string) =>
  findPages(pages.map(preparePage), question(query)).map(({ url }) => url);

test('a phrase matches across blocks that continue a text, and across no others', () => {
  expect(found([task], '落实甲办法区编办')).toEqual(['/tasks/1/']);
  expect(found([task], '推进改革推进改革')).toEqual([]);
});

test('a match has its text, its anchor and its fields', () => {
  const read = preparePage(task);
  const matches = matchesOn(read, '办法区编办');
  expect(matches.map(([from, to]) => read.text.slice(from, to))).toEqual(['办法》。（区编办']);
  expect(partAt(read, matches[0]?.[0] ?? 0)?.id).toBe('s1');
  expect(fieldsOf(read, matches)).toEqual(['document', 'duty']);
  expect(fieldsOf(read, matchesOn(read, '推进改革'))).toEqual(['title', 'text']);
});

test('all words must occur; a pasted sentence is found despite blanks, and comes first', () => {
  const pages = [page('/a/', '全健、立建'), page('/b/', '建立健全'), page('/c/', '建立')];
  expect(found(pages, '建 立 健 全')).toEqual(['/b/', '/a/']);
  expect(found(pages, '建立 健全')).toEqual(['/b/']);
  const [first] = pages.slice(1).map(preparePage);
  expect(first && answersOn(first, question('建 立 健 全'))).toEqual([[0, 4]]);
});

test('pages with that name come before pages that contain it', () => {
  const unit: TextPage = { ...page('/u/', '区编办'), blocks: [{ text: '区编办', field: 'unit' }] };
  expect(found([task, unit], '区编办')).toEqual(['/u/', '/tasks/1/']);
  expect(found([task, unit], '编办')).toEqual(['/u/', '/tasks/1/']);
});

test('words in the title come before words in the first sentence, and those before the rest of the text', () => {
  const about = (url: string, ...blocks: TextPage['blocks']): TextPage => ({ ...page(url, ''), blocks });
  const pages = [
    about('/text/', { text: '某事。', id: 's1' }, { text: '办理信访。', id: 's2', on: true }),
    about('/purpose/', { text: '改革信访。', id: 's1' }),
    about('/title/', { text: '信访工作', field: 'title' }),
  ];
  expect(found(pages, '信访')).toEqual(['/title/', '/purpose/', '/text/']);
});
