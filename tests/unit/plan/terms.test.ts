import { expect, test } from 'vitest';
import { documentSpans } from '../../../src/plan/document-mentions.ts';
import { linkTerms, termSpans } from '../../../src/plan/terms.ts';
import { groupRuns, shownOf, sourceOf, splitRuns } from '../../../src/plan/text-runs.ts';
import { copyOfContent, edit, findingsIn, lineOf, publishedPlan } from '../../support/helpers.ts';

const known = [
  { id: 'qingdan', term: '责任清单' },
  { id: 'zhuti', term: '主体责任清单' },
  { id: 'tongyi', term: '三统一' },
];
const wordsOf = (text: string, linked = new Set<string>()) =>
  linkTerms([{ text, source: text }], known, linked).flatMap(({ text: words, term }) =>
    term === undefined ? [] : [`${term} ${words}`],
  );

test('a longer term is not read as the shorter one inside it', () => {
  expect(termSpans('主体责任清单和责任清单', known)).toEqual([
    { term: 'zhuti', start: 0, end: 6 },
    { term: 'qingdan', start: 7, end: 11 },
  ]);
});

test('a term is marked at its first occurrence in the task', () => {
  const linked = new Set<string>();
  expect(wordsOf('实行三统一，未经三统一的', linked)).toEqual(['tongyi 三统一']);
  expect(wordsOf('三统一和责任清单', linked)).toEqual(['qingdan 责任清单']);
});

test('the title of a document is not split; the term is marked at its next occurrence', () => {
  const text = '《三统一办法》规定三统一';
  const runs = splitRuns([{ text, source: text }], documentSpans(text, [{ id: 'a', title: '三统一办法' }]));
  const marked = linkTerms(runs, known, new Set());
  expect(groupRuns(marked).map(({ document, term, runs: own }) => [document, term, shownOf(own)])).toEqual([
    ['a', undefined, '《三统一办法》'],
    [undefined, undefined, '规定'],
    [undefined, 'tongyi', '三统一'],
  ]);
  expect(shownOf(marked)).toBe(text);
  expect(sourceOf(marked)).toBe(text);
});

test('no run of the plan is both a document and a term, and each term is marked at most once a task', () => {
  for (const { number, paragraphs } of publishedPlan().tasks) {
    const runs = paragraphs.flatMap((paragraph) => paragraph.runs);
    expect(runs.filter(({ document, term }) => document !== undefined && term !== undefined)).toEqual([]);
    const terms = groupRuns(runs).flatMap(({ term }) => term ?? []);
    expect(terms, `task ${number}`).toEqual([...new Set(terms)]);
  }
});

test.each([
  [
    'an explanation that is not the task’s',
    '三统一”',
    '的“双随机、一公开”抽查机制',
    '的“双随机”抽查',
    'no sentence of task 11 says “',
  ],
  ['a term no task writes', '五落实', 'term: 五落实', 'term: 六落实', 'no task writes “六落实”'],
  ['a term twice', '四风', 'term: 四风', 'term: 五落实', '“五落实” is registered twice'],
  ['an address twice', 'si-feng', 'id: si-feng', 'id: san-tongyi', 'two terms claim /glossary/#san-tongyi'],
  ['an address that is none', 'si-feng', 'id: si-feng', 'id: Si_feng', 'id: must be lower-case pinyin words'],
])('%s is reported with its line', (_, _what, from, to, problem) => {
  const folder = copyOfContent();
  const file = 'content/glossary.yaml';
  edit(folder, file, from, to);
  const [found = ''] = findingsIn(folder).filter((one) => one.includes(problem));
  expect(found).toMatch(new RegExp(`^${file}:\\d+  `));
  if (!problem.includes('twice') && !problem.includes('two')) {
    expect(found.startsWith(`${file}:${lineOf(folder, file, to)}  `)).toBe(true);
  }
});
