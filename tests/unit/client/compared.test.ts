/** What the search page says of how it compared: each difference by its own name. */
import { expect, test } from 'vitest';
import { comparisonNote } from '../../../src/client/search/show/compared.ts';
import { question } from '../../../src/search/query.ts';

test.each([
  ['2018', ['2018'], ''],
  ['2018', ['２０１８'], '（不分全角半角）'],
  ['1', ['①'], '（特殊字形按普通字形）'],
  ['100m2', ['100㎡'], '（不计标点、符号和空格，不分大小写，特殊字形按普通字形）'],
])('of “%s” found as %j it says %s', (query, found, note) => {
  expect(comparisonNote(query, question(query), found)).toBe(note);
});
