/**
 * The collections make the site: the same plan without the last entry of its tasks is the same site without its page
 * and its places. Runs on the site of tests/plans/crawler.txt.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as readCsv } from 'csv-parse/sync';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlanData } from '../../../src/data/formats/plan-json-fields.ts';
import { importSeed } from '../../../src/import/import-plan.ts';
import type { JumpData } from '../../../src/search/jump-entries.ts';
import { phraseQuery } from '../../../src/search/pagefind-words.ts';
import { normalize } from '../../../src/search/query.ts';
import type { Texts } from '../../../src/search/text-pages.ts';
import { buildSite } from '../../support/build/build-site.ts';
import {
  attribute,
  dist,
  elements,
  files,
  filesBelow,
  pages,
  planOfSite,
  planRoot,
  read,
  text,
} from '../../support/dist.ts';
import { the } from '../../support/helpers.ts';
import { openIndex } from '../../support/search/pagefind.ts';

const plan = planOfSite();
const task = the(plan.tasks.at(-1));
const page = `tasks/${task.number}/index.html`;
const embed = `tasks/${task.number}/embed/index.html`;
const units = task.duty.units.map(({ id }) => id);

const folder = mkdtempSync(join(tmpdir(), 'one task less '));
const smaller = join(folder, 'dist');
const readSmaller = (file: string) => readFileSync(join(smaller, file), 'utf8');

beforeAll(async () => {
  const seed = `seeds/${plan.source.file}`;
  const [first, last] = task.sourceLines;
  // Empty lines in its place: all others keep their numbers.
  const lines = readFileSync(join(planRoot, seed), 'utf8')
    .split('\n')
    .map((line, index) => (index + 1 < first || index + 1 > last ? line : ''));
  mkdirSync(join(folder, 'seeds'));
  writeFileSync(join(folder, seed), lines.join('\n'));
  expect(importSeed(folder).findings).toEqual([]);
  await buildSite({ plan: folder, outDir: smaller });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What a site has that the other has not, and the other way round. */
function difference<T>(whole: Iterable<T>, part: Iterable<T>): { more: T[]; less: T[] } {
  const [ours, theirs] = [new Set(whole), new Set(part)];
  return { more: [...ours.difference(theirs)], less: [...theirs.difference(ours)] };
}

/** Each list as text, to be compared entry by entry. */
const asText = (list: unknown[]) => list.map((one) => JSON.stringify(one));

test('a task is a page, its form for other pages, a file of data and Markdown: no other file comes or goes with it', () => {
  // Names of Pagefind's files are hashes of what is in them.
  const named = (all: Set<string>) => [...all].filter((file) => !file.startsWith('pagefind/'));
  expect(difference(named(files), named(filesBelow(smaller)))).toEqual({
    more: [`data/tasks/${task.number}.json`, `tasks/${task.number}.md`, embed, page],
    less: [],
  });
});

test('a page is another one where it leads to the task, or counts tasks; all others are the same to the byte', () => {
  const shared = pages.filter(({ file }) => file !== page && file !== embed);
  const changed = shared.filter(({ file, html }) => html !== readSmaller(file)).map(({ file }) => file);
  const leading = shared
    .filter(({ html }) => html.includes(`/tasks/${task.number}/`))
    .map(({ file }) => file);
  // Lists the empty lines · states checksums · offers its deadline · counts tasks by unit.
  const counting = ['corrections', 'data', 'search', 'units'];
  expect(changed).toEqual([...leading, ...counting.map((name) => `${name}/index.html`)].sort());
  for (const file of [
    'index.html',
    'plan/index.html',
    'tasks/index.html',
    `sections/${task.section}/index.html`,
  ])
    expect(leading).toContain(file);
});

test('no file of the smaller site knows the task', () => {
  const knowing = [...filesBelow(smaller)].filter(
    (file) =>
      /\.(?:html|js|json|csv|xml|svg|ics|txt)$/.test(file) &&
      (readSmaller(file).includes(`/tasks/${task.number}/`) || readSmaller(file).includes(task.title)),
  );
  expect(knowing).toEqual([]);
});

test('the search loses its texts, the jump box its name and its deadline', () => {
  // How many tasks a unit has is said beside its name.
  const texts = (json: string) =>
    (JSON.parse(json) as Texts).entries.map(({ page: { facts, ...page }, ...entry }) => ({
      ...{ ...entry, page },
      ...(page.kind !== 'unit' && { facts }),
    }));
  const own = texts(read('search/texts.json')).filter(({ page }) => page.url === `/tasks/${task.number}/`);
  expect(own).toHaveLength(1);
  expect(
    difference(asText(texts(read('search/texts.json'))), asText(texts(readSmaller('search/texts.json')))),
  ).toEqual({ more: asText(own), less: [] });
  const entries = (json: string) => (JSON.parse(json) as JumpData).entries;
  const { more, less } = difference(
    asText(entries(read('jump.json'))),
    asText(entries(readSmaller('jump.json'))),
  );
  expect(less).toEqual([]);
  expect(more.map((one) => JSON.parse(one) as unknown)).toMatchObject([
    { kind: 'task', number: task.number },
    { kind: 'deadline', date: task.deadline?.date, tasks: 1 },
  ]);
});

test('Pagefind loses its record, and no other', async () => {
  const [larger, less] = [await openIndex(dist), await openIndex(smaller)];
  try {
    const [own] = (JSON.parse(read('search/texts.json')) as Texts).entries.filter(
      ({ page }) => page.url === `/tasks/${task.number}/`,
    );
    const title = phraseQuery(normalize(task.title));
    expect(await larger.search(title)).toEqual([own?.id]);
    expect(await less.search(title)).toEqual([]);
    const [all, others] = [await larger.search(null), await less.search(null)];
    expect(all.filter((id) => !others.includes(id))).toEqual([own?.id]);
    expect(others.filter((id) => !all.includes(id))).toEqual([]);
  } finally {
    await Promise.all([larger.close(), less.close()]);
  }
});

/** The numbers of the tasks that elements of a page stand for, in the order of the page. */
const numbersOn = (html: string, fits: (element: Tree.Element) => boolean) =>
  [...elements(parse(html))].filter(fits).map((element) => attribute(element, 'data-task'));
const without = <T>(list: T[], one: T) => list.filter((other) => other !== one);

test('the timeline loses its mark, its row in the table and its line in the files', () => {
  const number = String(task.number);
  const isMark = (element: Tree.Element) => attribute(element, 'class') === 'mark';
  const isRow = (element: Tree.Element) =>
    element.tagName === 'tr' && attribute(element, 'data-task') !== undefined;
  for (const fits of [isMark, isRow]) {
    const whole = numbersOn(read('timeline/index.html'), fits);
    expect(whole).toContain(number);
    expect(numbersOn(readSmaller('timeline/index.html'), fits)).toEqual(without(whole, number));
  }
  const rows = (csv: string) => asText(readCsv(csv, { bom: true, columns: true }));
  const { more, less } = difference(
    rows(read('timeline/timeline.csv')),
    rows(readSmaller('timeline/timeline.csv')),
  );
  expect({ more: more.map((one) => JSON.parse(one) as unknown), less }).toMatchObject({
    more: [{ number }],
    less: [],
  });
  const titles = (svg: string) => [...svg.matchAll(/<title>(.*?)<\/title>/g)].map(([, title = '']) => title);
  expect(
    difference(titles(read('timeline/timeline.svg')), titles(readSmaller('timeline/timeline.svg'))),
  ).toEqual({
    more: [expect.stringContaining(`任务${number} ${task.title}`)],
    less: [],
  });
});

test('its units lose it from their lists, and no other unit changes', () => {
  const listed = (html: string) =>
    [...elements(parse(html))]
      .filter((element) => attribute(element, 'class') === 'task-title')
      .map((element) => attribute(element, 'href') ?? text(element));
  expect(units.length).toBeGreaterThan(1);
  for (const { id } of plan.units) {
    const file = `units/${id}/index.html`;
    const whole = listed(read(file));
    expect(whole.includes(`/tasks/${task.number}/`), id).toBe(units.includes(id));
    expect(listed(readSmaller(file)), id).toEqual(without(whole, `/tasks/${task.number}/`));
  }
});

/** A file of data as it would be if both plans came from the same file: checksum and ids made of it left out. */
function withoutChecksum(data: string): string {
  const checksum = (JSON.parse(read('data/plan.json')) as PlanData).source.sha256;
  const other = (JSON.parse(readSmaller('data/plan.json')) as PlanData).source.sha256;
  return [checksum, other]
    .flatMap((one) => [one, one.slice(0, 16)])
    .reduce((all, one) => all.replaceAll(one, 'checksum'), data)
    .replace(/urn:uuid:[-0-9a-f]{24}/g, 'urn:uuid:');
}

test('the data loses the task wherever it stands, and nothing else', () => {
  const whole = JSON.parse(withoutChecksum(read('data/plan.json'))) as PlanData;
  const expected = {
    ...whole,
    tasks: whole.tasks.filter(({ number }) => number !== task.number),
    sections: whole.sections.map((section) => ({
      ...section,
      measures: section.measures.map((measure) => ({
        ...measure,
        tasks: without(measure.tasks, task.number),
      })),
    })),
    units: whole.units.map((unit) => ({
      ...unit,
      tasks: unit.tasks.filter(({ number }) => number !== task.number),
    })),
  };
  expect(JSON.parse(withoutChecksum(readSmaller('data/plan.json')))).toEqual(expected);
  const others = without(plan.tasks, task).map(({ number }) => `data/tasks/${number}.json`);
  for (const file of others)
    expect(withoutChecksum(readSmaller(file)), file).toBe(withoutChecksum(read(file)));
});

test.each([
  ['data/tasks.csv', /\r\n(?=(?:\d+,)|$)/, 1],
  ['data/duties.csv', /\r\n/, units.length],
  ['feed.xml', /(?=<entry>)|(?<=<\/entry>)/, 1],
  ['calendar.ics', /(?=BEGIN:VEVENT)|(?<=END:VEVENT)/, 1],
])('%s loses what it says of the task', (file, between, count) => {
  const parts = (data: string) => withoutChecksum(data).split(between);
  const { more, less } = difference(parts(read(file)), parts(readSmaller(file)));
  expect(less).toEqual([]);
  expect(more).toHaveLength(count);
  for (const one of more)
    expect(one).toMatch(new RegExp(`^${task.number},|任务${task.number} ${task.title}`));
});
