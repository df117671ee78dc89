/** What crawlers, browsers and those who share a link find in the head of a page. */
import { expect, test } from 'vitest';
import type { MetadataName } from '../../../src/plan/model.ts';
import {
  attribute,
  base,
  elements,
  expectNone,
  files,
  pageAt,
  pages,
  planOfSite,
  read,
  text,
  type Page,
} from '../../support/dist.ts';

const plan = planOfSite();
/** As source lines print it, where the plan says when it was published; its hour only where it says so. */
const published = (plan.publishedAs === 'dated' ? undefined : plan.published)?.replace(
  /^(.{10})T(?:00:00|(\d\d:\d\d)).*$/,
  (_, day: string, time?: string) => (time === undefined ? day : `${day} ${time}`),
);

const metas = (page: Page) =>
  [...elements(page.document)]
    .filter(({ tagName }) => tagName === 'meta')
    .map((meta) => ({
      name: attribute(meta, 'name') ?? attribute(meta, 'property') ?? '',
      content: attribute(meta, 'content') ?? '',
    }));
const metaOf = (page: Page, name: string) => metas(page).find((one) => one.name === name)?.content;
const blocks = (page: Page) =>
  [...elements(page.document)]
    .filter((element) => attribute(element, 'type') === 'application/ld+json')
    .map((element) => JSON.parse(text(element)) as Record<string, unknown>);

test('every page names its site and says what it is, once', () => {
  expectNone(
    pages.flatMap((page) =>
      ['SiteName', 'Description', 'og:title', 'og:site_name'].flatMap((name) => {
        const found = metas(page).filter((meta) => meta.name.toLowerCase() === name.toLowerCase());
        return found.length === 1 && found[0]?.content !== ''
          ? []
          : [{ address: page.address, problem: `has ${found.length} ${name}` }];
      }),
    ),
  );
});

test('no tag is empty, and none holds a mark that was not issued', () => {
  expectNone(
    pages.flatMap((page) =>
      metas(page)
        .filter(({ name, content }) => name !== '' && content === '')
        .map(({ name }) => ({ address: page.address, problem: `${name} is empty` })),
    ),
  );
  if (plan.site.code === undefined) expect(metaOf(pageAt('index.html'), 'SiteIDCode')).toBe(undefined);
});

test('every task is an article of the day on which the plan was published', () => {
  for (const { number, title } of plan.tasks) {
    const page = pageAt(`tasks/${number}/index.html`);
    expect(metaOf(page, 'ArticleTitle')).toBe(`任务${number} ${title}`);
    expect(metaOf(page, 'PubDate')).toBe(published);
    expect(metaOf(page, 'ContentSource')).toBe(plan.publisher);
    expect(metaOf(page, 'ColumnName')).toBe(undefined);
  }
});

test.each([
  'tasks',
  'units',
  'documents',
  'timeline',
  ...(plan.sections[0]?.heading.shown ? ['sections/1'] : []),
])('/%s/ is a column', (address) => {
  const page = pageAt(`${address}/index.html`);
  for (const name of ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'])
    expect(metaOf(page, name), name).toBeTruthy();
});

test('the whole text has the table that documents have, and says what the source does not say', () => {
  const page = pageAt('plan/index.html');
  const table = [...elements(page.document)].find((one) => attribute(one, 'class')?.includes('metadata'));
  const silence = (reading: string) => (reading === 'none' ? '原文未载明' : '本站没有读出，见原文');
  const fact = (name: MetadataName) => plan.metadata[name]?.words ?? silence(plan.readings[name]);
  const isPublisher = plan.publisher !== undefined && plan.publisherAs === 'publisher';
  const rows = table
    ? [...elements(table)]
        .filter(({ tagName }) => ['dt', 'dd'].includes(tagName))
        .map((one) => text(one).trim())
    : [];
  expect(rows).toEqual([
    ...['索引号', fact('indexNumber'), '主题分类', fact('topic')],
    ...['发文机关', `${fact('issuer')}${isPublisher ? `（发布机关为${plan.publisher}）` : ''}`],
    ...['成文日期', fact('dated'), '标题', plan.title.shown, '发文字号', fact('documentNumber')],
    ...['发布日期', published ?? silence(plan.publicationDay)],
  ]);
});

test('tasks, units, the text, the data and the home page speak schema.org', () => {
  const typed = (file: string) => blocks(pageAt(file)).map((block) => block['@type']);
  expect(typed('index.html')).toEqual(['WebSite']);
  expect(typed('plan/index.html')).toEqual(['DigitalDocument']);
  expect(typed('data/index.html')).toEqual(['Dataset']);
  for (const { number } of plan.tasks) expect(typed(`tasks/${number}/index.html`)).toEqual(['WebPage']);
  for (const { id } of plan.units) expect(typed(`units/${id}/index.html`)).toEqual(['CollectionPage']);
  const { number } = plan.tasks.at(-1) ?? { number: 0 };
  const [task] = blocks(pageAt(`tasks/${number}/index.html`));
  const day = plan.publishedAs === 'dated' ? 'dateCreated' : 'datePublished';
  const isPartOf = plan.published === undefined ? {} : { [day]: plan.published };
  expect(task).toMatchObject({ mainEntity: { position: number, isPartOf } });
});

test('the icons and the start page that the manifest names are there', () => {
  const manifest = JSON.parse(read('manifest.webmanifest')) as {
    start_url: string;
    icons: { src: string }[];
  };
  expect(manifest.start_url).toBe(base);
  expect(manifest.icons.map(({ src }) => src.slice(base.length)).filter((src) => !files.has(src))).toEqual(
    [],
  );
  expect(manifest.icons.length).toBeGreaterThan(1);
});

test('without script a task can be cited all the same, the day left to the reader, and the address where it has no host', () => {
  const first = plan.tasks[0]?.number;
  const page = pageAt(`tasks/${first}/index.html`);
  const texts = [...elements(page.document)]
    .filter((element) => attribute(element, 'data-format') !== undefined)
    .map(text);
  expect(texts).toHaveLength(6);
  // Of a text that names only the day on which it was made, the citation has that day, called so.
  const known = plan.published?.slice(0, 10);
  const day = known === undefined ? '' : `(${known}${plan.publishedAs === 'dated' ? '成文' : ''})`;
  expect(texts[0]).toContain(`：任务${first} `);
  expect(texts[0]).toContain(`[EB/OL]. ${day}[引用日期]. `);
  expect(texts[0]).toMatch(new RegExp(`\\]\\. (?:https?://\\S+/tasks/${first}/|\\[网址\\])\\.$`));
});

test('every page says for which years the plan was made, where its title names them, and nothing otherwise', () => {
  const feet = pages.flatMap(({ document }) =>
    [...elements(document)].filter(({ tagName }) => tagName === 'footer').map(text),
  );
  expect(feet.length).toBeGreaterThan(plan.tasks.length);
  const years = plan.period && `方案的起止年份：${plan.period[0]}—${plan.period[1]}年。`;
  expect(
    feet.filter((foot) => (years === undefined ? foot.includes('起止年份') : !foot.includes(years))),
  ).toEqual([]);
});
