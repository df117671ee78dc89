/** The sharded index of a large plan, compared with a plain substring search. */
import { afterEach, expect, test, vi } from 'vitest';
import { question } from '../../../src/search/query.ts';
import { lastNotAfter, readPlaces, shardsOf, writePlaces } from '../../../src/search/shards.ts';
import type { TextPage } from '../../../src/search/text-pages.ts';
import { openShelves } from '../../../src/client/search/sharded-index.ts';
import { parsePlan } from '../../../src/import/parse-plan.ts';
import { planText } from '../../bench/plans.ts';
import { cut, numbers, plain } from '../../support/searching.ts';
import { origin, the } from '../../support/helpers.ts';

const { tasks } = the(parsePlan(planText(650), origin).content);
const pages = tasks.map(({ number, title, text, duty }, index): TextPage => ({
  url: `/tasks/${number}/`,
  kind: index < 600 ? 'task' : 'note',
  title,
  blocks: [
    { text: title, field: 'title' },
    { text, id: 's1' },
    { text: duty, on: true },
  ],
  ...(index % 2 === 0 && { filters: { as: [`unit-${index % 3}:lead`], section: ['1'] } }),
}));
const { catalogue, filters, places, pages: shelves } = shardsOf(pages);
const loaded: string[] = [];

function open() {
  vi.stubGlobal('fetch', (address: string) => {
    const [, name = '', number] = /\/search\/([a-z]+)-?(\d+)?\.json$/.exec(address) ?? [];
    loaded.push(name);
    const files: Record<string, unknown> = { catalogue, filters, places, pages: shelves };
    const file = number === undefined ? files[name] : (files[name] as unknown[])[Number(number)];
    return Promise.resolve(file === undefined ? new Response('', { status: 404 }) : Response.json(file));
  });
  return openShelves('/search/');
}

afterEach(() => {
  vi.unstubAllGlobals();
  loaded.length = 0;
});

test('positions are read back as they were written', () => {
  const some = [0, 1, 40, 1_000_000, 1_000_001];
  expect(readPlaces(writePlaces(some))).toEqual(some);
  expect([4, 5, 6, 70].map((wanted) => lastNotAfter([5, 6, 60], wanted))).toEqual([-1, 0, 1, 2]);
});

test('600 substrings of all lengths find exactly the pages that contain them', async () => {
  const index = open();
  const next = numbers(650);
  const runs = pages.map(({ title, blocks }) => [
    plain(title),
    plain(
      blocks
        .slice(1)
        .map(({ text }) => text)
        .join(''),
    ),
  ]);
  const queries = Array.from({ length: 600 }, (_, at) => {
    const piece = cut(blocksText(next(pages.length)), next, 1 + next(at % 9 === 0 ? 70 : 9));
    return at % 7 === 0 ? `${piece} ${cut(blocksText(next(pages.length)), next, 2)}` : piece;
  });
  const wrong: unknown[] = [];
  for (const query of queries.filter((one) => plain(one) !== '')) {
    const words = query.split(/\s+/).map(plain).filter(Boolean);
    const wanted = runs.flatMap((own, at) =>
      words.every((word) => own.some((run) => run.includes(word))) ? [String(at)] : [],
    );
    const found = await index.ids(question(query).words);
    if (found.join() !== wanted.join()) wrong.push({ query, found, wanted });
  }
  expect(wrong).toEqual([]);
});

const blocksText = (at: number) => (pages[at]?.blocks ?? []).map(({ text }) => text).join(' ');

test('a page is read back whole, filters restrict, and pages with the searched name are known', async () => {
  const index = open();
  expect((await index.page('33')).title).toBe(pages[33]?.title);
  expect(await index.ids([], { kind: 'note', unit: 'unit-1', role: 'lead' })).toEqual(
    pages.flatMap(({ kind, filters: own }, at) =>
      kind === 'note' && own?.as?.[0] === 'unit-1:lead' ? [String(at)] : [],
    ),
  );
  const title = plain(the(pages[5]).title);
  expect(await index.named(title)).toEqual(['5']);
  expect(await index.named(title.slice(1))).toEqual([]);
  const [, text, duty] = the(pages[5]).blocks;
  expect(await index.named(plain(`${text?.text ?? ''}${duty?.text ?? ''}`))).toEqual([]);
});

test('a query loads few shards, and a failed one is loaded again', async () => {
  const index = open();
  const title = plain(the(pages[300]).title);
  await index.ids([title]);
  expect(loaded.filter((name) => name === 'places').length).toBeLessThanOrEqual(4);
  const fetching = globalThis.fetch;
  const again = open();
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no line')));
  await expect(again.ids([title])).rejects.toThrow('no line');
  vi.stubGlobal('fetch', fetching);
  expect(await again.ids([title])).toContain('300');
});
