/** Every data file is offered, by rel="alternate", on a page whose facts it holds; and every offer is kept. */
import { expect, test } from 'vitest';
import { attribute, base, elements, files, pages, type Page } from '../../support/dist.ts';

/** Kinds of data files, by the end of the name; the first that fits holds. */
const TYPES: [end: string, type: string][] = [
  ['.akn.xml', 'application/akn+xml'],
  ['schema.json', 'application/schema+json'],
  ['feed.xml', 'application/atom+xml'],
  ['.json', 'application/json'],
  ['.csv', 'text/csv'],
  ['.md', 'text/markdown'],
  ['.ics', 'text/calendar'],
  ['.txt', 'text/plain'],
  ['.zip', 'application/zip'],
];
const typeOf = (file: string) => TYPES.find(([end]) => file.endsWith(end))?.[1];

/** Where each kind of file has to be offered, whatever other page offers it too. */
const PLACES: [file: RegExp, page: string][] = [
  [/^data\/tasks\/(\d+)\.json$/, 'tasks/$1/'],
  [/^data\/units\/(.+)\.json$/, 'units/$1/'],
  [/^units\/(.+)\.ics$/, 'units/$1/'],
  [/^data\/plan\.(?:json|akn\.xml)$/, 'plan/'],
  [/^data\/source\.txt$/, 'plan/'],
  [/^((?:tasks|units|sections)\/.+|plan)\.md$/, '$1/'],
  [/^llms\.txt$/, ''],
  [/^data\/tasks\.csv$/, 'tasks/'],
  [/^data\/(?:units|duties)\.csv$/, 'units/'],
  [/^data\/documents\.csv$/, 'documents/'],
  [/^data\/corrections\.csv$/, 'corrections/'],
  [/^data\/(?:schema|datapackage|plan)\.json$/, 'data/'],
  [/^data\/plan-data\.zip$/, 'data/'],
  [/^timeline\/timeline\.csv$/, 'timeline/'],
  [/^matrix\/\w+\.csv$/, 'matrix/'],
  [/^(?:feed\.xml|calendar\.ics)$/, ''],
];

const data = [...files].filter(
  (file) =>
    (file.startsWith('data/') && !file.endsWith('.html')) ||
    /(?:\.(?:csv|ics|md)|feed\.xml|llms\.txt)$/.test(file),
);
const alternates = (page: Page) =>
  [...elements(page.document)]
    .filter((one) => one.tagName === 'link' && attribute(one, 'rel') === 'alternate')
    .map((one) => ({
      file: (attribute(one, 'href') ?? '').slice(base.length),
      type: attribute(one, 'type'),
    }));
const offers = new Map(pages.map((page) => [page.address.slice(base.length), alternates(page)]));

test('the data files are found', () => {
  expect(data.length).toBeGreaterThan(150);
});

test('every data file is offered on its page', () => {
  const homeless = data.filter((file) => {
    const places = PLACES.filter(([pattern]) => pattern.test(file));
    return (
      places.length === 0 ||
      places.some(
        ([pattern, page]) => !offers.get(file.replace(pattern, page))?.some((offer) => offer.file === file),
      )
    );
  });
  expect(homeless).toEqual([]);
});

test('every offer is there, and is what it is said to be', () => {
  const wrong = [...offers].flatMap(([page, own]) =>
    own
      .filter(({ file, type }) => !files.has(file) || type === undefined || type !== typeOf(file))
      .map(({ file, type }) => `/${page}  ${file}  ${type}`),
  );
  expect(wrong).toEqual([]);
});
