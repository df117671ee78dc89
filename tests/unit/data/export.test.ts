import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { dataFiles, taskFiles, unitFiles } from '../../../src/data/catalogue.ts';
import { entryId } from '../../../src/data/formats/atom.ts';
import { guardCell, SEPARATOR, toCsv, type Column } from '../../../src/data/formats/csv.ts';
import { planData, toJson } from '../../../src/data/formats/plan-json.ts';
import { schemaFields, planJsonSchema } from '../../../src/data/formats/json-schema.ts';
import { xmlText } from '../../../src/text/xml.ts';
import type { AddressOf } from '../../../src/urls.ts';
import { cellText } from '../../support/data/cell-text.ts';
import { publishedPlan, seedBytes, the } from '../../support/helpers.ts';

const plan = publishedPlan();
const seed: Uint8Array = seedBytes;
const url = (address: string) => `/base${address}`;
const full = (address: string) => `https://plan.example/base${address}`;
const data = planData(plan, url);
const filesWith = (address: AddressOf) => dataFiles(plan, planData(plan, address), seed, address);
const bytesOf = (name: string, address: AddressOf) =>
  the(filesWith(address).find((one) => one.address === name)).bytes;
const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** How to reach every value, as the field lists write it; each path once, in the order of first appearance. */
function paths(value: unknown, prefix = ''): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((one) => paths(one, `${prefix}[]`)))];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    return [path, ...paths(one, path)];
  });
}

describe('plan.json', () => {
  test.each([
    ['', 'title publisher published source sections tasks units documents corrections'],
    ['source.', 'file sha256'],
    ['sections[].', 'number title goal measures'],
    ['sections[].measures[].', 'number title tasks'],
    [
      'tasks[].',
      'number title url section measure sourceText sourceLines text duty units openEnded deadline documents',
    ],
    ['tasks[].units[].', 'id name role'],
    ['tasks[].deadline.', 'date basis'],
    ['units[].', 'id name kind aliases url'],
    ['documents[].', 'id title number relation'],
    ['corrections[].', 'line received shown kind reason'],
  ])('has the recorded keys first in %s, in order', (prefix, keys) => {
    const own = schemaFields(planJsonSchema())
      .filter(({ path }) => path.startsWith(prefix))
      .map(({ path }) => path.slice(prefix.length))
      .filter((rest) => !/[.[]/.test(rest));
    const promised = keys.split(' ');
    expect(own.slice(0, promised.length)).toEqual(promised);
  });

  test('has its fields in the order of the schema', () => {
    const explained = schemaFields(planJsonSchema()).map(({ path }) => path);
    const places = (within: object) => paths(within).map((path) => explained.indexOf(path));
    expect(paths(data).filter((path) => !explained.includes(path))).toEqual([]);
    for (const [key, list] of Object.entries(data)) {
      if (!Array.isArray(list)) continue;
      for (const one of list as object[]) {
        const found = places({ [key]: [one] });
        expect(found).toEqual(found.toSorted((a, b) => a - b));
      }
    }
  });

  test('explains every field in Chinese', () => {
    expect(schemaFields(planJsonSchema()).filter(({ title }) => !/\p{Script=Han}/u.test(title))).toEqual([]);
  });

  test('gives every field of every file a type, and an example where the data has one', () => {
    const files = filesWith(url).filter(({ fields }) => fields);
    expect(files).toHaveLength(6);
    expect(files.flatMap(({ fields }) => (fields ?? []).filter(({ type }) => type === ''))).toEqual([]);
    const json = new Map(files[0]?.fields?.map(({ path, example }) => [path, example]));
    expect(json.get('tasks[].number')).toBe(String(data.tasks[0]?.number));
    expect(json.get('tasks[].deadline.date')).toBe(data.tasks[0]?.deadline?.date);
    expect(json.get('sections[].measures[].tasks')).toBe('1');
    expect(json.get('tasks[].units')).toBe('');
    expect(json.get('units[].name')).toBe(data.units[0]?.name);
  });

  test('writes every address with the given function', () => {
    expect(data.url).toBe('/base/');
    expect(data.schema).toBe('/base/data/schema.json');
    expect(data.tasks[9]?.url).toBe('/base/tasks/10/');
    const addresses = [
      ...data.sections,
      ...data.tasks,
      ...data.units,
      ...data.documents,
      ...data.corrections,
    ];
    expect(addresses.filter((one) => !one.url.startsWith('/base/'))).toEqual([]);
  });

  test('names each document of a task once, in the order of first mention', () => {
    for (const task of plan.tasks) {
      const mentioned = task.citations.map(({ document }) => document);
      const own = data.tasks.find(({ number }) => number === task.number)?.documents ?? [];
      expect(own).toEqual(mentioned.filter((id, index) => mentioned.indexOf(id) === index));
    }
  });

  test('ends with a newline and is the same each time', () => {
    expect(toJson(data)).toMatch(/^\{\n {2}"title": [^]*\n\}\n$/);
    expect(toJson(planData(plan, url))).toBe(toJson(data));
  });
});

describe('the schema', () => {
  const validate = new Ajv2020({ strict: true, validateFormats: false }).compile(planJsonSchema());
  const withTask = (change: object) =>
    JSON.parse(toJson({ ...data, tasks: [{ ...data.tasks[0], ...change }] })) as unknown;

  test('fits the data', () => {
    expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
  });

  test('lets fields be added', () => {
    expect(validate(withTask({ later: 1 }))).toBe(true);
  });

  test.each([
    ['a missing text', { text: undefined }],
    ['an unknown role', { units: [{ id: 'a', name: '甲', role: 'participant' }] }],
    ['an unknown basis', { deadline: { date: '2017-12-31', basis: 'guess', words: '' } }],
    ['lines that are no pair', { sourceLines: [1] }],
  ])('refuses %s', (_, wrong) => {
    expect(validate(withTask(wrong))).toBe(false);
  });

  test('has a name that depends on no host, and the version of the data', () => {
    const { $id, properties } = planJsonSchema();
    expect($id).toMatch(/^urn:uuid:/);
    expect(properties?.version).toMatchObject({ const: data.version });
  });
});

describe('tables', () => {
  const columns = [
    { name: 'a', title: '甲', cell: (row: string[]) => row[0] },
    { name: 'b', title: '乙', cell: (row: string[]) => row[1] },
  ];

  test.each([
    '甲,乙',
    '他说"好"',
    '一\n二',
    '一\r\n二',
    '',
    ' 空格 ',
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t甲',
    '\r甲',
    '＝甲',
    "'甲",
    "''",
  ])('restore %j exactly', (cell) => {
    const csv = toCsv(columns, [[cell, '乙']]);
    const rows = parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' });
    expect(rows).toEqual([{ a: guardCell(cell), b: '乙' }]);
    expect(cellText(guardCell(cell))).toBe(cell);
  });

  test('have no cell that begins like a formula', () => {
    for (const cell of ['=1', '+1', '-1', '@a', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠a']) {
      expect(guardCell(cell)).toBe(`'${cell}`);
    }
  });

  test('have no text that a spreadsheet program takes for a number, a date, a time or a truth value', () => {
    for (const cell of [
      '1-1',
      '2-1-3',
      '12',
      '007',
      '1e5',
      '2017-12-31',
      '2017年',
      '1月1日',
      '１-１',
      '3:00',
      '(3)',
      '50%',
      'TRUE',
      'true ',
      '一月一日',
      '二〇一七',
      '五万',
      '2下午',
      '31+',
      '万Ⅳ',
    ])
      expect(guardCell(cell)).toBe(`'${cell}`);
    for (const cell of ['1-1; 1-2', '2017年底前', '发〔2015〕50号', '第1项', 'qu-fagai-ju', '—', ''])
      expect(guardCell(cell)).toBe(cell);
    for (const cell of ['1', '一', '1 ', '(1', ' '].map((piece) => `${piece.repeat(100_000)}(`)) {
      const start = performance.now();
      expect(guardCell(cell)).toBe(cell);
      expect(performance.now() - start).toBeLessThan(1000);
    }
    const typed: Column<[unknown, string]>[] = [
      { name: 'a', title: '甲', cell: ([own]) => own as string },
      { name: 'b', title: '乙', type: 'date', cell: ([, own]) => own },
    ];
    const lines = [12, true, '12', [12], ['1-1']].map(
      (own) => toCsv(typed, [[own, '2017-12-31']]).split('\r\n')[1],
    );
    expect(lines).toEqual(['12', 'true', "'12", '12', "'1-1"].map((cell) => `${cell},2017-12-31`));
  });

  test('begin with the byte-order mark and end each row with CR LF', () => {
    expect(toCsv(columns, [['甲', '乙']])).toBe('\ufeffa,b\r\n甲,乙\r\n');
  });

  test('have no guarded cell in this plan, and no list item that contains the separator', () => {
    const tables = filesWith(url).filter(({ address }) => address.endsWith('.csv'));
    expect(tables).toHaveLength(5);
    for (const { bytes } of tables) {
      const cells = parse(text(bytes), { bom: true }).flat();
      expect(cells.filter((cell) => cellText(cell) !== cell)).toEqual([]);
    }
    const names = [...data.units, ...data.tasks.flatMap(({ units }) => units)].map(({ name }) => name);
    const listed = [...names, ...data.units.flatMap(({ aliases }) => aliases)];
    expect(listed.filter((name) => name.includes(SEPARATOR.trim()))).toEqual([]);
  });
});

describe('the feed', () => {
  const { sha256 } = plan.source;

  test('escapes what XML reserves and drops what it does not allow', () => {
    expect(xmlText('<a href="x">&\u0000\u000b\ufffe\ud800甲𠀀\n</a>')).toBe(
      '&lt;a href=&quot;x&quot;&gt;&amp;甲𠀀\n&lt;/a&gt;',
    );
  });

  test('has ids that are UUIDs of version 8, one for each entry, the same on every host', () => {
    const ids = [entryId(sha256, 'plan', 0), entryId(sha256, 'task', 1), entryId(sha256, 'correction', 1)];
    for (const id of ids)
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(3);
    const idsOf = (address: (address: string) => string) =>
      text(bytesOf('/feed.xml', address)).match(/<id>.*<\/id>/g);
    expect(idsOf(full)).toEqual(idsOf(url));
  });

  test('names its own address only where the host is known', () => {
    expect(text(bytesOf('/feed.xml', url))).not.toContain('rel="self"');
    expect(text(bytesOf('/feed.xml', full))).toContain(
      '<link rel="self" type="application/atom+xml" href="https://plan.example/base/feed.xml"/>',
    );
  });
});

test('the seed is published as it was received', () => {
  expect(bytesOf('/data/source.txt', url)).toEqual(new Uint8Array(seed));
});

test('every task and every unit has a file of its own', () => {
  expect(taskFiles(data).map(({ address }) => address)).toEqual(
    plan.tasks.map(({ number }) => `/data/tasks/${number}.json`),
  );
  expect(unitFiles(data).map(({ address }) => address)).toEqual(
    plan.units.map(({ id }) => `/data/units/${id}.json`),
  );
});
