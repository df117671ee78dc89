/** The site of a large plan: pages that a reader can wait for, counts that agree with the lists they lead to. */
import { brotliCompressSync, constants } from 'node:zlib';
import { expect, test } from 'vitest';
import { yearOf } from '../../../src/plan/large/year-pages.ts';
import {
  attribute,
  base,
  elements,
  expectNone,
  pageAt,
  pages,
  pagesFrom,
  planOfSite,
  read,
  readBytes,
  text,
  type Page,
} from '../../support/dist.ts';

const plan = planOfSite();
const rows = (page: Page) => [...elements(page.document)].filter(({ tagName }) => tagName === 'tr');
const links = (node: Parameters<typeof elements>[0]) =>
  [...elements(node)].filter(({ tagName }) => tagName === 'a');
const numberIn = (words: string) => Number(/\d+/.exec(words)?.[0] ?? 0);

/** Ten times the tasks may be twice as much on a page, since there are ten times as many units, documents and sections. */
const MOST_KILOBYTES = 60;

test('no page is longer than a reader waits for, nor the list of the jump box', () => {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  const kilobytes = (bytes: Buffer | string) => brotliCompressSync(bytes, quality).length / 1000;
  expectNone(
    pages
      .map(({ address, html }) => ({ address, size: kilobytes(html) }))
      .filter(({ size }) => size > MOST_KILOBYTES)
      .map(({ address, size }) => ({ address, problem: `has ${Math.round(size)} KB` })),
  );
  expect(kilobytes(readBytes('jump.json'))).toBeLessThan(40);
});

test('the timeline counts by section and year, and each number leads to a list of as many tasks', () => {
  const page = pageAt('timeline/index.html');
  const cells = rows(page).flatMap((row) => links(row).filter((link) => /^\d+项$/.test(text(link))));
  const inSections = cells.filter((link) => attribute(link, 'href')?.includes('#section-'));
  expect(inSections.reduce((sum, link) => sum + numberIn(text(link)), 0)).toBe(plan.tasks.length);
  const marks = links(page.document).filter((link) => attribute(link, 'class') === 'mark');
  expect(marks.map((mark) => attribute(mark, 'href'))).toEqual(
    inSections.map((link) => attribute(link, 'href')),
  );
  const years = new Set(plan.tasks.map(yearOf));
  for (const year of years) {
    const listed = pagesFrom(`timeline/${year}`).flatMap(({ document }) =>
      links(document).filter((link) => attribute(link, 'class') === 'task-title'),
    );
    const wanted = plan.tasks.filter((task) => yearOf(task) === year);
    expect(listed).toHaveLength(wanted.length);
    expect(new Set(listed.map((link) => attribute(link, 'href'))).size).toBe(wanted.length);
  }
});

test('the matrix has one row a unit, with the number of its tasks', () => {
  const counted = rows(pageAt('matrix/index.html')).filter(
    (row) => attribute(row, 'data-total') !== undefined,
  );
  expect(counted).toHaveLength(plan.units.length);
  for (const row of counted) {
    const [link] = links(row);
    const unit = plan.units.find(({ id }) => attribute(link ?? row, 'href') === `${base}units/${id}/`);
    expect(attribute(row, 'data-total')).toBe(String(new Set(unit?.tasks.map(({ number }) => number)).size));
  }
});

test('the address of the single file does not die: it says why there is none, and what there is', () => {
  const file = read('offline.html');
  expect(file).toContain(`${plan.tasks.length}项任务`);
  expect(file).toContain('没有单文件版');
  expect(file).toContain(`href="${base}plan.md"`);
  expect(text(pageAt('data/index.html').document)).toContain('没有单文件版');
  expect(text(pageAt('search/index.html').document)).not.toContain('单文件');
});

test('the overview of the text leads to every section, and the overview of tasks to every section and deadline', () => {
  const hrefs = (file: string) =>
    new Set(links(pageAt(file).document).map((link) => attribute(link, 'href')));
  for (const { number } of plan.sections) {
    expect(hrefs('plan/index.html')).toContain(`${base}plan/${number}/`);
    expect(hrefs('tasks/index.html')).toContain(`${base}sections/${number}/`);
  }
  for (const year of new Set(plan.tasks.map(yearOf)))
    expect(hrefs('tasks/index.html')).toContain(`${base}timeline/${year}/`);
});
