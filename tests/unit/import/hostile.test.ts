/** Hostile texts everywhere in the plan: each data file stays valid and contains them unchanged. */
import { parse as readCsv } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { svgFile } from '../../../src/charts/svg-file.ts';
import { columnNames, drawMatrix } from '../../../src/charts/draw-matrix.ts';
import { fileNotes } from '../../../src/charts/source-note.ts';
import { toXml, type SvgNode } from '../../../src/charts/svg.ts';
import { drawTimeline } from '../../../src/charts/draw-timeline.ts';
import { drawSharedTasks } from '../../../src/charts/draw-shared-tasks.ts';
import { CALENDAR_WORDS } from '../../../src/data/calendar-words.ts';
import { roleNames } from '../../../src/plan/role-words.ts';
import { calendarEvents, iCalendar } from '../../../src/data/formats/calendar.ts';
import { cite } from '../../../src/metadata/citation-formats.ts';
import { dataFiles, taskFiles, unitFiles } from '../../../src/data/catalogue.ts';
import { planData } from '../../../src/data/formats/plan-json.ts';
import { cellText } from '../../support/data/cell-text.ts';
import { deadlineColumn, countMatrix } from '../../../src/charts/matrix-counts.ts';
import type { Plan } from '../../../src/plan/model.ts';
import { scriptJson, taskJsonLd } from '../../../src/metadata/json-ld.ts';
import { adjacency } from '../../../src/charts/shared-tasks.ts';
import { hostile } from '../../support/hostile.ts';
import { publishedPlan, the } from '../../support/helpers.ts';

/** What is written by somebody; the rest is chosen from what is registered, or computed. */
const WORDS =
  /^(?:shown|text|publisher|column|words|title|reason|received|suspected|goal|sourceText|name|note|aliases)$/;

const published = publishedPlan();
/** A few tasks are enough, and the long words are long. */
const original: Plan = { ...published, tasks: published.tasks.slice(0, 4) };
const url = (address: string) => `https://example.test${address}`;
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** The pictures as files. */
function pictures(of: Plan): string[] {
  const notes = fileNotes(of, url('/'));
  const dates = countMatrix(of, deadlineColumn);
  const columns = columnNames(dates, 'deadlines', of.sections);
  return [
    svgFile(drawTimeline(of.tasks, of, { label: of.title.shown }), notes),
    svgFile(drawMatrix(dates, columns, of.title.shown, roleNames(of)), notes),
    svgFile(drawSharedTasks(adjacency(of)), notes),
  ];
}
const tags = (svg: string) => new Set(svg.match(/<\/?[a-zA-Z!?][\w-]*/g));
const tagsWithout = pictures(original).map(tags);

/** The plan with words added to each of its texts. */
function planWith(words: string): Plan {
  const added = <T>(value: T, key: string): T => {
    if (typeof value === 'string') return (WORDS.test(key) ? `${words}${value}${words}` : value) as T;
    if (Array.isArray(value)) return value.map((one: unknown) => added(one, key)) as T;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, added(one, name)])) as T;
  };
  return added(original, '');
}

/** What a file in UTF-8 can hold of it. */
const wellFormed = (words: string) => words.toWellFormed();
describe.each(Object.entries(hostile))('%s', (_, words) => {
  const plan = planWith(words);
  const [task] = plan.tasks;
  if (!task) throw new Error('there is no task');
  const data = planData(plan, url);
  const files = new Map(
    dataFiles(plan, data, new Uint8Array(), url).map((file) => [file.address, decode(file.bytes)]),
  );
  const read = (address: string) => files.get(address) ?? '';

  test('JSON contains it unchanged', () => {
    const parsed = JSON.parse(read('/data/plan.json')) as { title: string; tasks: { title: string }[] };
    expect(parsed.title).toBe(plan.title.shown);
    expect(parsed.tasks[0]?.title).toBe(task.title);
    for (const { bytes } of [...taskFiles(data), ...unitFiles(data)]) JSON.parse(decode(bytes));
  });

  test('a table has its rows and columns, and no cell that begins like a formula', () => {
    for (const [name, rows] of [
      ['tasks', plan.tasks],
      ['units', plan.units],
      ['documents', plan.documents],
      ['corrections', plan.corrections],
    ] as const) {
      const table = readCsv(read(`/data/${name}.csv`), {
        bom: true,
        columns: true,
        record_delimiter: '\r\n',
      });
      expect(table.length, name).toBe(rows.length);
      for (const row of table as Record<string, string>[])
        for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
      if (name === 'tasks')
        expect(cellText((table as { title: string }[])[0]?.title ?? '')).toBe(wellFormed(task.title));
    }
  });

  test('a calendar has its entries and no more', () => {
    const events = calendarEvents(plan, CALENDAR_WORDS, { tasks: plan.tasks, reports: true, goal: true });
    const text = iCalendar(events, { name: plan.title.shown, stamp: plan.published, url });
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(events.map(() => 'vevent'));
    expect(text).not.toMatch(/^X-A/m);

    expect(text).not.toMatch(/[\0-\x08\v\f\x0e-\x1f\x7f]/);
    for (const line of text.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  });

  test('data in a page cannot end its script', () => {
    const json = scriptJson(taskJsonLd(task, plan.sections[0], plan, url));
    expect(json).not.toContain('<');
    expect(JSON.parse(json)).toMatchObject({ mainEntity: { name: task.title } });
  });

  test('a citation in HTML is text and one link, in CSL unchanged', () => {
    const work = {
      author: the(plan.publisher),
      title: plan.title.shown,
      published: '2017-07-18',
      url: url('/'),
    };
    const tags: string[] = [];
    const collect = (node: Tree.Node) => {
      if ('tagName' in node) tags.push(node.tagName);
      if ('childNodes' in node) node.childNodes.forEach(collect);
    };
    collect(parseFragment(cite(work, 'html')));
    expect(tags).toEqual(['cite', 'a', 'time']);
    expect(JSON.parse(cite(work, 'csl'))).toMatchObject([{ title: plan.title.shown }]);
  });

  test('a chart on a page has the elements that were drawn, and every label is text', () => {
    const { tasks, title } = plan;
    const drawn = drawTimeline(tasks, plan, { label: title.shown }).nodes;
    const read = (node: Tree.ChildNode): unknown =>
      'tagName' in node
        ? {
            tag: node.tagName,
            attributes: node.attrs.map(({ name, value }) => [name, value]),
            children: node.childNodes.map(read),
          }
        : 'value' in node && node.value;
    // Half of a character, and what XML does not know, is left out; every line end is one to HTML.
    const kept = (text: string) =>
      text
        .toWellFormed()
        .replace(/[^\t\n\r -\ufffc\u{10000}-\u{10ffff}]/gu, '')
        .replace(/\r\n?/g, '\n');
    const meant = (node: SvgNode | string): unknown =>
      typeof node === 'string'
        ? kept(node)
        : {
            tag: node.tag,
            attributes: Object.entries(node.attributes).flatMap(([name, value]) =>
              value === undefined ? [] : [[name, kept(String(value))]],
            ),
            children: node.children.map(meant),
          };
    const [svg] = parseFragment(`<svg>${drawn.map(toXml).join('')}</svg>`).childNodes;
    expect(svg && 'childNodes' in svg ? svg.childNodes.map(read) : []).toEqual(drawn.map(meant));
  });

  test('XML and pictures are well-formed, with no element of its own', async () => {
    const drawn = pictures(plan);
    const xml = [read('/feed.xml'), ...drawn].map((contents, index) => ({
      fileName: `${index}.xml`,
      contents,
    }));
    const { valid, rawOutput } = await validateXML({ xml, normalization: 'c14n', maxMemoryPages: 4096 });
    expect(valid, rawOutput.slice(0, 300)).toBe(true);
    expect(drawn.map(tags)).toEqual(tagsWithout);
  });
});
