/** Work on another thread: what goes wrong there reaches whoever called. */
import { expect, test } from 'vitest';
import { beside } from '../../../src/build/shared/worker-thread.ts';
import { searchPages } from '../../../src/build/search/read-page.ts';

const module = new URL('../../../src/build/search/read-page.ts', import.meta.url).href;

test('calls are answered, each with its own result', async () => {
  const thread = beside(module, searchPages);
  const page = (text: string) =>
    `<main><div data-search-meta='{"kind":"task","order":1}'></div><p data-pagefind-body>${text}</p></main>`;
  const [first, second] = await Promise.all([thread.call(page('甲'), '/a/'), thread.call(page('乙'), '/b/')]);
  expect(first[0]?.page).toMatchObject({ url: '/a/', blocks: [{ text: '甲' }] });
  expect(second[0]?.page).toMatchObject({ url: '/b/', blocks: [{ text: '乙' }] });
  await thread.end();
});

test('a call that fails leaves the thread to the next', async () => {
  const thread = beside(module, searchPages);
  await expect(thread.call('<main><p data-pagefind-body></p></main>', '/a/')).rejects.toThrow('/a/ has');
  expect(await thread.call('', '/b/')).toEqual([]);
  await thread.end();
});

test('where the module does not load every call fails, those after it too: a build never waits for ever', async () => {
  const thread = beside(new URL('nowhere.ts', module).href, searchPages);
  await expect(thread.call('', '/a/')).rejects.toThrow('nowhere.ts');
  await expect(thread.call('', '/b/')).rejects.toThrow('nowhere.ts');
});

test('a thread that was ended takes no more calls', async () => {
  const thread = beside(module, searchPages);
  await thread.end();
  await expect(thread.call('', '/a/')).rejects.toThrow('The thread of searchPages has ended.');
});
