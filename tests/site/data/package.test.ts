/** datapackage.json and the zip: what they say of the data files is true of the files. */
import { createHash } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { SEPARATOR } from '../../../src/data/formats/csv.ts';
import {
  breach,
  brokenKeys,
  PROFILE,
  readTable,
  wrongCells,
  type DataPackage,
  type Field,
} from '../../support/data/data-package.ts';
import type { PlanData } from '../../../src/data/formats/plan-json-fields.ts';
import {
  attribute,
  base,
  elements,
  files,
  pageAt,
  read,
  readBytes as bytes,
  text,
} from '../../support/dist.ts';

const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const plan = JSON.parse(read('data/plan.json')) as PlanData;
const described = JSON.parse(read('data/datapackage.json')) as DataPackage;
const { resources } = described;
const rowsOf = (path: string) => readTable(bytes(`data/${path}`));

describe('datapackage.json', () => {
  test('has the form of a Data Package', () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(PROFILE);
    expect(validate(described), JSON.stringify(validate.errors)).toBe(true);
    const up = { ...described, resources: [{ ...resources[0], path: '../plan.json' }] };
    expect(validate(up)).toBe(false);
  });

  test('describes every table beside it', () => {
    const tables = [...files].filter((file) => /^data\/[^/]+\.csv$/.test(file));
    expect(resources.map(({ path }) => `data/${path}`).sort()).toEqual(tables);
  });

  test.each(resources)('$path has the bytes it is said to have', ({ path, bytes: size, hash }) => {
    expect(bytes(`data/${path}`).length).toBe(size);
    expect(`sha256:${sha256(bytes(`data/${path}`))}`).toBe(hash);
  });

  test.each(resources)('$path has the columns, types and values it is said to have', (resource) => {
    expect(rowsOf(resource.path).length).toBeGreaterThan(0);
    expect(wrongCells(resource, rowsOf(resource.path))).toEqual([]);
  });

  test.each(resources)('the keys of $path hold', (resource) => {
    expect(brokenKeys(resource, described, rowsOf)).toEqual([]);
  });

  test('the check finds what is wrong', () => {
    const field = (type: Field['type'], constraints: Field['constraints'] = {}): Field => ({
      name: 'a',
      type,
      description: '',
      constraints,
    });
    expect(breach('', field('string', { required: true }))).toBe('required');
    expect(breach('一', field('integer'))).toBe('integer');
    expect(breach('0', field('integer', { minimum: 1 }))).toBe('minimum');
    expect(breach('2017年', field('date'))).toBe('date');
    expect(breach('participant', field('string', { enum: ['lead'] }))).toBe('enum');
    expect(breach('1,2', field('string', { pattern: '\\d+(?:; \\d+)*' }))).toBe('pattern');
    expect(breach('', field('date'))).toBeUndefined();
  });

  test('duties.csv agrees with plan.json', () => {
    expect(rowsOf('duties.csv')).toEqual(
      plan.tasks.flatMap(({ number, units }) =>
        units.map(({ id, name, role }, index) => ({
          ...{ task: String(number), place: String(index + 1), unit: id, name, role },
        })),
      ),
    );
  });

  test('lists say how they are read', () => {
    const lists = resources.flatMap(({ schema }) =>
      schema.fields.filter(({ description }) => description.includes('分隔')),
    );
    expect(lists.length).toBeGreaterThan(10);
    expect(lists.filter(({ description }) => !description.includes(`“${SEPARATOR}”`))).toEqual([]);
  });
});

describe('plan-data.zip', () => {
  const packed = unzipSync(bytes('data/plan-data.zip'));
  const names = Object.keys(packed);
  const decode = (content: Uint8Array | undefined) => new TextDecoder().decode(content);

  test('holds every file about the whole plan, as published, and a guide', () => {
    const whole = [...files].filter((file) =>
      /^(?:data\/[^/]+\.(?!html|zip)\w+|feed\.xml|calendar\.ics|plan\.md)$/.test(file),
    );
    expect(whole.length).toBeGreaterThan(10);
    expect([...names].sort()).toEqual(
      ['README.txt', ...whole.map((file) => file.replace('data/', ''))].sort(),
    );
    for (const file of whole)
      expect(bytes(file).equals(packed[file.replace('data/', '')] ?? new Uint8Array()), file).toBe(true);
  });

  test('tells of every file in the guide, in lines that old editors show', () => {
    const guide = decode(packed['README.txt']);
    for (const name of names.filter((one) => one !== 'README.txt')) expect(guide).toContain(`${name}\r\n`);
    for (const [name, content] of Object.entries(packed))
      if (name !== 'README.txt') expect(guide, name).toContain(sha256(content));
    expect(bytes('data/plan-data.zip').includes(Buffer.from([0xef, 0xbb, 0xbf]))).toBe(false);
    expect([...(packed['README.txt'] ?? []).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(guide.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('has its names in order and one fixed date for all', () => {
    expect(names).toEqual(names.toSorted());
    const zip = bytes('data/plan-data.zip');
    const heads = [...zip.keys()].filter(
      (at) => zip.readUInt8(at) === 0x50 && zip.subarray(at, at + 4).equals(Buffer.from('PK\u0003\u0004')),
    );
    expect(heads).toHaveLength(names.length);
    // 12:00:00 on the first of January 1980, as DOS counts.
    for (const at of heads)
      expect([zip.readUInt16LE(at + 10), zip.readUInt16LE(at + 12)]).toEqual([12 << 11, 33]);
  });
});

test('the Dataset of /data/ names every file with its type, size and checksum', () => {
  const all = [...elements(pageAt('data/index.html').document)];
  const scripts = all.filter(({ tagName }) => tagName === 'script');
  const own = scripts.find((one) => attribute(one, 'type') === 'application/ld+json');
  const dataset = JSON.parse(own ? text(own) : '{}') as {
    '@type': string;
    distribution: Record<string, string>[];
  };
  expect(dataset['@type']).toBe('Dataset');
  const found = dataset.distribution.map((one) => {
    const address = one.contentUrl?.replace(/^https?:\/\/[^/]*/, '').slice(base.length) ?? '';
    expect(files, address).toContain(address);
    const content = bytes(address);
    expect(one, address).toMatchObject({
      '@type': 'DataDownload',
      name: address.replace('data/', ''),
      contentSize: `${content.length} B`,
      sha256: sha256(content),
      encodingFormat: expect.stringMatching(/^[a-z]+\/[a-z+]+$/) as string,
    });
    return address;
  });
  const whole = [...files].filter((file) =>
    /^(?:data\/[^/]+\.(?!html)\w+|feed\.xml|calendar\.ics|plan\.md)$/.test(file),
  );
  expect(found.sort()).toEqual(whole.sort());
});
