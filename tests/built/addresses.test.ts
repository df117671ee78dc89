import { expect, test } from 'vitest';
import { base, expectNone, files, ids, pages, read } from './dist.ts';

const oneTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** What other people link to. A line leaves this list only together with a redirect. */
const promised = [
  ...['', 'plan/', 'tasks/', 'units/', 'documents/', 'glossary/', 'timeline/', 'matrix/', 'search/'],
  'corrections/',
  ...['about/', 'accessibility/', 'data/', '404.html', 'offline.html'],
  ...oneTo(65).map((number) => `tasks/${number}/`),
  ...oneTo(8).map((number) => `sections/${number}/`),
  ...[
    'plan.json',
    'tasks.csv',
    'units.csv',
    'documents.csv',
    'corrections.csv',
    'source.txt',
    'schema.json',
  ].map((name) => `data/${name}`),
  ...oneTo(65).map((number) => `data/tasks/${number}.json`),
  ...['timeline/timeline', 'matrix/deadlines', 'matrix/sections', 'matrix/together'].flatMap((picture) =>
    ['svg', 'png', 'csv'].map((format) => `${picture}.${format}`),
  ),
  ...['timeline/embed/', 'matrix/embed/deadlines/', 'matrix/embed/sections/', 'matrix/embed/together/'],
  'feed.xml',
];

interface PublishedPlan {
  sections: { number: number; measures: { number: number }[] }[];
  units: { id: string; url: string }[];
  documents: { id: string }[];
}

const plan = files.has('data/plan.json')
  ? (JSON.parse(read('data/plan.json')) as PublishedPlan)
  : { sections: [], units: [], documents: [] };

const fileOf = (address: string) => address.replace(/(^|\/)$/, '$1index.html');

function missing(addresses: string[]) {
  return addresses
    .filter((address) => !files.has(fileOf(address)))
    .map((address) => ({ address: base + address, problem: `there is no dist/${fileOf(address)}` }));
}

function missingIds(address: string, wanted: string[]) {
  const page = pages.find(({ file }) => file === fileOf(address));
  const there = page === undefined ? new Set<string>() : ids(page);
  return wanted
    .filter((id) => !there.has(id))
    .map((id) => ({ address: base + address, problem: `no element has the id “${id}”` }));
}

test('every promised address is there', () => {
  expectNone(missing(promised));
});

test('every unit has its page and its data, by its registered id', () => {
  expect(plan.units.length).toBeGreaterThan(0);
  expect(plan.units.filter(({ id }) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
  expectNone(missing(plan.units.flatMap(({ id }) => [`units/${id}/`, `data/units/${id}.json`])));
});

test('every section page has an anchor for each of its measures, 41 in all', () => {
  const anchors = plan.sections.map(({ number, measures }) => ({
    address: `sections/${number}/`,
    wanted: measures.map((measure) => `measure-${measure.number}`),
  }));
  expectNone(anchors.flatMap(({ address, wanted }) => missingIds(address, wanted)));
  expect(anchors.flatMap(({ wanted }) => wanted).sort()).toEqual(
    oneTo(41)
      .map((n) => `measure-${n}`)
      .sort(),
  );
});

test('every document has its anchor', () => {
  expect(plan.documents.length).toBeGreaterThan(0);
  expectNone(
    missingIds(
      'documents/',
      plan.documents.map(({ id }) => id),
    ),
  );
});

test('every task page has its sentences and its clause', () => {
  expectNone(oneTo(65).flatMap((number) => missingIds(`tasks/${number}/`, ['s1', 'duty'])));
});
