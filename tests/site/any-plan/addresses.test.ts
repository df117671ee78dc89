import { expect, test } from 'vitest';
import {
  attribute,
  base,
  elements,
  expectNone,
  files,
  ids,
  isOwnPlan,
  pages,
  pagesFrom,
  planOfSite,
  read,
} from '../../support/dist.ts';

const plan = planOfSite();
const numbers = plan.tasks.map(({ number }) => number);
const sections = plan.sections.filter(({ heading }) => heading.shown !== '');

/** Whether a picture is no larger than a bitmap can be; those of our own plan are not. */
const isBitmap = (svg: string) =>
  isOwnPlan || !files.has(svg) || !/^<svg[^>]* data-png="none"/.test(read(svg));

/** What other people link to. A line leaves this list only together with a redirect. */
const promised = [
  ...['', 'plan/', 'tasks/', 'units/', 'documents/', 'glossary/', 'timeline/', 'matrix/', 'search/'],
  ...['verify/', 'corrections/'],
  ...['about/', 'accessibility/', 'data/', '404.html', 'offline.html'],
  ...numbers.map((number) => `tasks/${number}/`),
  ...sections.map(({ number }) => `sections/${number}/`),
  ...[
    'plan.json',
    'tasks.csv',
    'units.csv',
    'documents.csv',
    'corrections.csv',
    'source.txt',
    'schema.json',
  ].map((name) => `data/${name}`),
  ...numbers.map((number) => `data/tasks/${number}.json`),
  ...['timeline/timeline', 'matrix/deadlines', 'matrix/sections', 'matrix/together'].flatMap((picture) =>
    ['svg', ...(isBitmap(`${picture}.svg`) ? ['png'] : []), 'csv'].map((format) => `${picture}.${format}`),
  ),
  ...['timeline/embed/', 'matrix/embed/deadlines/', 'matrix/embed/sections/', 'matrix/embed/together/'],
  ...numbers.map((number) => `tasks/${number}/embed/`),
  'feed.xml',
  ...['llms.txt', 'plan.md'],
  ...numbers.map((number) => `tasks/${number}.md`),
];

const fileOf = (address: string) => address.replace(/(^|\/)$/, '$1index.html');

function missing(addresses: string[]) {
  return addresses
    .filter((address) => !files.has(fileOf(address)))
    .map((address) => ({ address: base + address, problem: `there is no dist/${fileOf(address)}` }));
}

function missingIds(
  address: string,
  wanted: string[],
  on = pages.filter(({ file }) => file === fileOf(address)),
) {
  const there = new Set(on.flatMap((page) => [...ids(page)]));
  return wanted
    .filter((id) => !there.has(id))
    .map((id) => ({ address: base + address, problem: `no element has the id “${id}”` }));
}

test('every promised address is there', () => {
  expectNone(missing(promised));
});

test('every unit has its page and its data, by its registered id', () => {
  expect(plan.units.filter(({ id }) => !/^[a-z]+(-[a-z]+)*(-\d+)?$/.test(id))).toEqual([]);
  expectNone(missing(plan.units.flatMap(({ id }) => [`units/${id}/`, `data/units/${id}.json`])));
});

test('every section page has an anchor for each heading of a measure', () => {
  expectNone(
    sections.flatMap(({ number, measures }) =>
      missingIds(
        `sections/${number}/`,
        measures.filter(({ heading }) => heading).map((measure) => `measure-${measure.number}`),
      ),
    ),
  );
});

test.runIf(isOwnPlan)('the 65 tasks, 8 sections and 41 measures of this plan are all there', () => {
  expect(numbers).toEqual(Array.from({ length: 65 }, (_, index) => index + 1));
  expect(sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  const measures = sections.flatMap((section) => section.measures.map(({ number }) => number));
  expect(measures).toEqual(Array.from({ length: 41 }, (_, index) => index + 1));
});

test('every document has its anchor', () => {
  expectNone(
    missingIds(
      'documents/',
      plan.documents.map(({ id }) => id),
      pagesFrom('documents'),
    ),
  );
});

test('every task page has its sentences and, where the text has one, its clause', () => {
  expectNone(
    plan.tasks.flatMap(({ number, paragraphs, duty }) =>
      missingIds(`tasks/${number}/`, [
        ...paragraphs.flatMap(({ sentences }) => sentences.map(({ id }) => id)),
        ...(duty.shown === '' ? [] : ['duty']),
      ]),
    ),
  );
});

test('every line of the text that is shown has its address', () => {
  const text = pagesFrom('plan');
  const lines = new Set(
    text.flatMap(({ document }) =>
      [...elements(document)].flatMap((element) => attribute(element, 'data-line') ?? []),
    ),
  );
  expect(lines.size).toBeGreaterThan(0);
  expectNone(
    missingIds(
      'plan/',
      [...lines].map((line) => `L${line}`),
      text,
    ),
  );
});
