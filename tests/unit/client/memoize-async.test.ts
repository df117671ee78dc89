/** What a reader asked for once is not loaded again; what failed is. */
import { expect, test } from 'vitest';
import { memoizeAsync } from '../../../src/client/memoize-async.ts';

test('a result is remembered, a failure is not, and clearing forgets both', async () => {
  const memo = memoizeAsync();
  let calls = 0;
  const load = () => {
    calls++;
    return calls === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(calls);
  };
  const both = Promise.allSettled([memo.get('a', load), memo.get('a', load)]);
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(calls).toBe(1);
  expect(await memo.get('a', load)).toBe(2);
  expect(await memo.get('a', load)).toBe(2);
  memo.clear();
  expect(await memo.get('a', load)).toBe(3);
});

test('what fails late takes no newer result away', async () => {
  const memo = memoizeAsync();
  const { promise, reject } = Promise.withResolvers<number>();
  const old = memo.get('a', () => promise);
  memo.clear();
  await memo.get('a', () => Promise.resolve(2));
  reject(new Error('late'));
  await expect(old).rejects.toThrow('late');
  expect(await memo.get('a', () => Promise.resolve(3))).toBe(2);
});
