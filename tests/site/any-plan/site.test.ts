/** What holds for the data and the files of any plan's site, whatever its text is made of. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { isLarge } from '../../../src/plan/large/size.ts';
import type { PlanData } from '../../../src/data/formats/plan-json-fields.ts';
import {
  attribute,
  base,
  elements,
  expectNone,
  files,
  isOwnPlan,
  pageAt,
  pages,
  pagesFrom,
  planOfSite,
  planRoot,
  read,
  readBytes,
  text,
} from '../../support/dist.ts';
import { readTable } from '../../support/data/data-package.ts';
import { searchEntries } from '../../support/search/entries.ts';

const plan = planOfSite();
const data = JSON.parse(read('data/plan.json')) as PlanData;
const seed = readFileSync(join(planRoot, 'seeds', plan.source.file));
const letters = (words: string) => words.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
const wordsOf = (file: string) => text(pageAt(file).document);

test('plan.json is valid by its own schema', () => {
  const isoDate = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
  const isoTime = (value: string) => !Number.isNaN(Date.parse(value));
  const schema = JSON.parse(read('data/schema.json')) as object;
  const validate = new Ajv2020({
    strict: true,
    // Version 2 of the data has numbers of tasks in two forms.
    allowUnionTypes: data.version > 1,
    formats: { date: isoDate, 'date-time': isoTime },
  }).compile(schema);
  expect(validate(data), JSON.stringify(validate.errors, null, 2)).toBe(true);
});

test('the text as received is published byte for byte, and every task stands in it', () => {
  expect(readBytes('data/source.txt').equals(seed)).toBe(true);
  const checksum = createHash('sha256').update(seed).digest('hex');
  expect(wordsOf('data/index.html')).toContain(checksum);
  const lines = seed.toString('utf8').split('\n');
  expect(data.tasks.length).toBeGreaterThan(0);
  for (const {
    number,
    sourceText,
    sourceLines: [first = 0, last = 0],
    text: shown,
    duty,
  } of data.tasks) {
    expect(lines.slice(first - 1, last).join('\n'), `task ${number}`).toContain(sourceText);
    expect(letters(shown + duty), `task ${number}`).toBe(letters(sourceText));
  }
});

test('tables, files of single tasks and units, feed and calendar agree with plan.json', () => {
  const table = (name: string) => readTable(readBytes(`data/${name}.csv`));
  expect(table('tasks').map(({ number }) => number)).toEqual(data.tasks.map(({ number }) => String(number)));
  expect(table('units').map(({ id }) => id)).toEqual(data.units.map(({ id }) => id));
  const single = [
    ...data.tasks.map((task) => [`data/tasks/${task.number}.json`, task] as const),
    ...data.units.map((unit) => [`data/units/${unit.id}.json`, unit] as const),
  ];
  for (const [file, one] of single)
    expect(JSON.parse(read(file)), file).toMatchObject({ ...one, plan: { title: data.title } });
  expect([...files].filter((file) => /^data\/(?:tasks|units)\//.test(file))).toHaveLength(single.length);
  const ofFeed = [...read('feed.xml').matchAll(/<entry>\s*<id>(.*?)<\/id>/g)].map(([, id]) => id);
  expect(new Set(ofFeed).size).toBe(data.tasks.length + data.corrections.length);
  const events = new ICAL.Component(ICAL.parse(read('calendar.ics')) as unknown[])
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one));
  const due = events
    .filter(({ uid }) => uid.startsWith('task-'))
    .map(({ startDate }) => startDate.toString());
  const days = data.tasks.flatMap(({ deadlines }) => [...new Set(deadlines.map(({ date }) => date))]);
  expect(due.sort()).toEqual(days.sort());
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
});

/** All links of a page, and of those that go on with it. */
const linksFrom = memoizeByName(
  (folder) =>
    new Set(
      pagesFrom(folder).flatMap(({ document }) =>
        [...elements(document)].flatMap((one) => attribute(one, 'href') ?? []),
      ),
    ),
);

function memoizeByName<T>(compute: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    const value = known.get(name) ?? compute(name);
    known.set(name, value);
    return value;
  };
}

test('every unit of a clause has its page, and every task that names it stands there', () => {
  expectNone(
    plan.tasks.flatMap(({ number, duty }) =>
      duty.units.flatMap(({ id, name }) => {
        const leads = linksFrom(`units/${id}`).has(`${base}tasks/${number}/`);
        return leads ? [] : [{ address: `${base}units/${id}/`, problem: `${name} lacks task ${number}` }];
      }),
    ),
  );
});

test('the clause below a task on the page of a unit is one that names units, not one that names a deadline alone', () => {
  const unitPages = pages.filter(({ file }) => file.startsWith('units/'));
  expect(unitPages.length).toBeGreaterThan(plan.units.length);
  const withUnits = new Set(
    plan.tasks.flatMap(({ clauses, duty }) =>
      [...clauses, duty]
        .filter(({ parts }) => parts.some(({ kind }) => kind === 'unit' || kind === 'same'))
        .map(({ shown }) => letters(shown)),
    ),
  );
  const quoted = unitPages.flatMap(({ address, document }) =>
    [...elements(document)]
      .filter((one) => attribute(one, 'class')?.includes('task-clause'))
      .map((one) => ({ address, problem: letters(text(one)) })),
  );
  expect(quoted.length > 0).toBe(withUnits.size > 0);
  expectNone(quoted.filter(({ problem }) => !withUnits.has(problem)));
});

test('a task says who must act and by when, or that the text does not say so', () => {
  for (const { number, duty, deadlines, standing, readings } of plan.tasks) {
    const words = wordsOf(`tasks/${number}/index.html`);
    for (const { name } of duty.units) expect(words, `task ${number}`).toContain(name);
    if (duty.shown === '' && duty.units.length === 0)
      expect(words, `task ${number}`).toContain('原文本项没有写责任单位');
    for (const one of [...deadlines, ...standing])
      if (!('basis' in one) || one.basis === 'own') expect(words, `task ${number}`).toContain(one.words);
    if (deadlines.length + standing.length === 0)
      expect(words, `task ${number}`).toContain(
        readings.deadline === 'unread' ? '没有读出完成期限' : '原文未写完成期限',
      );
  }
});

test.skipIf(isLarge(plan))(
  'the timeline has a mark for each task with a day, or says that there is none',
  () => {
    const page = pageAt('timeline/index.html');
    const marks = [...elements(page.document)].filter((one) => attribute(one, 'class') === 'mark').length;
    const dated = plan.tasks.filter(({ deadline }) => deadline !== undefined).length;
    expect(marks).toBe(dated);
    const rows = [...elements(page.document)].filter(
      (one) => one.tagName === 'tr' && attribute(one, 'data-task'),
    );
    expect(rows).toHaveLength(plan.tasks.length);
    if (dated === 0) expect(text(page.document)).toContain('没有时间轴');
  },
);

test('the search has every task whole, and what stands around the tasks', () => {
  const found = searchEntries().map(({ page }) => page);
  const byAddress = new Map(found.map(({ url, blocks }) => [url, blocks]));
  const ofPage = (url: string) => letters((byAddress.get(url) ?? []).map(({ text }) => text).join(''));
  for (const { number, sourceText } of plan.tasks)
    expect(ofPage(`/tasks/${number}/`)).toContain(letters(sourceText));
  const everything = letters(found.flatMap(({ blocks }) => blocks.map((one) => one.text)).join(''));
  const around = [...plan.chapters, ...plan.sections].flatMap(({ prose }) => prose);
  for (const { shown } of around) expect(everything).toContain(letters(shown));
});

test.skipIf(isLarge(plan))('the edition in one file holds every task', () => {
  const file = letters(read('offline.html').replace(/<[^>]+>/g, ''));
  for (const { number, text: shown } of plan.tasks) {
    expect(read('offline.html')).toContain(`id="task-${number}"`);
    for (const line of shown.split('\n'))
      expect(file, `task ${number}`).toContain(letters(line).slice(0, 20));
  }
});

test('the text for machines is Akoma Ntoso, and has every task and every line around them', async () => {
  // The standard asks who published a text and when: one that does not say so has no such file.
  if (plan.publisher === undefined || plan.published === undefined) {
    expect(files.has('data/plan.akn.xml')).toBe(false);
    return;
  }
  const xml = read('data/plan.akn.xml');
  const schema = (name: string) => ({
    fileName: name,
    contents: readFileSync(new URL(`../../support/schemas/${name}`, import.meta.url), 'utf8'),
  });
  const { errors } = await validateXML({
    xml: { fileName: 'plan.xml', contents: xml },
    schema: schema('akn-subset.xsd'),
    preload: [schema('akn-places.xsd')],
    ...{ initialMemoryPages: 512, maxMemoryPages: 4096 },
  });
  expect(errors.map(({ rawMessage }) => rawMessage)).toEqual([]);
  const words = letters(/<preface>[^]*<\/mainBody>/.exec(xml)?.[0].replace(/<[^>]*>/g, '') ?? '');
  for (const { sourceText } of plan.tasks) expect(words).toContain(letters(sourceText));
  const around = [...plan.chapters, ...plan.sections].flatMap(({ prose }) => prose);
  const headings = [...plan.parts, ...plan.sections].map(({ heading }) => heading);
  for (const { shown } of [...around, ...headings]) expect(words).toContain(letters(shown));
});

test('nothing leads to what a plan has not, and no list is empty', () => {
  const all = pages.flatMap((page) => [...elements(page.document)].map((element) => ({ page, element })));
  expectNone(
    all.flatMap(({ page, element }) => {
      const isEmpty = ['ul', 'ol', 'dl', 'tbody'].includes(element.tagName) && text(element).trim() === '';
      return isEmpty ? [{ address: page.address, problem: `has an empty ${element.tagName}` }] : [];
    }),
  );
  const header = (word: string) =>
    all.some(
      ({ page, element }) =>
        page.file === 'index.html' && element.tagName === 'a' && text(element).trim() === word,
    );
  expect(header('文件')).toBe(plan.documents.length > 0);
  expect(header('名词')).toBe(plan.glossary.length > 0);
});

// The counts of a large plan may be the same by chance.
test.skipIf(isOwnPlan || isLarge(plan))('no page says what only the plan of this project says', () => {
  const own = /钦南|钦州|四、实施步骤|65项|41项|每年12月前的书面报告/;
  expectNone(
    pages
      .filter(({ html }) => own.test(html))
      .map(({ address, html }) => ({ address, problem: `says “${own.exec(html)?.[0] ?? ''}”` })),
  );
  expect(
    [...files].filter((file) => /\.(json|xml|svg|csv|webmanifest)$/.test(file) && own.test(read(file))),
  ).toEqual([]);
});
