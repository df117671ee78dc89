/** datapackage.json and the zip: what they say of the data files is true of the files. */
import { createHash } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { SEPARATOR } from '../../../src/data/formats/csv.ts';
import { cellText } from '../../support/cell-text.ts';
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

interface Field {
  name: string;
  type: 'string' | 'integer' | 'boolean' | 'date';
  description: string;
  constraints?: { required?: boolean; enum?: string[]; pattern?: string; minimum?: number };
}
interface Resource {
  name: string;
  path: string;
  bytes: number;
  hash: string;
  schema: {
    fields: Field[];
    primaryKey: string[];
    foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
  };
}

const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const plan = JSON.parse(read('data/plan.json')) as PlanData;
const described = JSON.parse(read('data/datapackage.json')) as { resources: Resource[] };
const { resources } = described;
const rowsOf = (path: string) =>
  parse(bytes(`data/${path}`), { bom: true, columns: true, record_delimiter: '\r\n' }).map((row) =>
    Object.fromEntries(
      Object.entries(row as Record<string, string>).map(([key, cell]) => [key, cellText(cell)]),
    ),
  );

/** What the specification of Data Package (version 2) and Table Schema ask of the parts that are used here. */
const strings = { type: 'array', minItems: 1, items: { type: 'string' }, uniqueItems: true };
const object = (required: string[], properties: object) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});
const key = object(['resource', 'fields'], { resource: { type: 'string' }, fields: strings });
const PROFILE = object(['name', 'resources', 'sources'], {
  $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
  profile: { const: 'tabular-data-package' },
  name: { type: 'string', pattern: '^[-a-z0-9._/]+$' },
  id: { type: 'string', pattern: '^urn:uuid:' },
  title: { type: 'string' },
  description: { type: 'string' },
  homepage: { type: 'string', pattern: '^https?://' },
  sources: {
    type: 'array',
    minItems: 1,
    items: object(['title'], { title: { type: 'string' }, path: { type: 'string', pattern: '^https?://' } }),
  },
  resources: {
    type: 'array',
    minItems: 1,
    items: object(['name', 'path', 'schema', 'bytes', 'hash', 'encoding', 'mediatype', 'format'], {
      profile: { const: 'tabular-data-resource' },
      type: { const: 'table' },
      name: { type: 'string', pattern: '^[-a-z0-9._/]+$' },
      title: { type: 'string' },
      // Beside or below the description; a path that leads up is not allowed.
      path: { type: 'string', pattern: '^(?!.*\\.\\.)[^/:][^:]*$' },
      format: { const: 'csv' },
      mediatype: { const: 'text/csv' },
      encoding: { const: 'utf-8' },
      bytes: { type: 'integer', minimum: 1 },
      hash: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
      dialect: object(['delimiter', 'header'], {
        delimiter: { const: ',' },
        lineTerminator: { const: '\r\n' },
        quoteChar: { const: '"' },
        doubleQuote: { const: true },
        header: { const: true },
      }),
      schema: object(['fields', 'primaryKey'], {
        primaryKey: strings,
        foreignKeys: {
          type: 'array',
          items: object(['fields', 'reference'], { fields: strings, reference: key }),
        },
        fields: {
          type: 'array',
          minItems: 1,
          items: object(['name', 'type', 'description'], {
            name: { type: 'string' },
            type: { enum: ['string', 'integer', 'boolean', 'date'] },
            description: { type: 'string', pattern: '\\p{Script=Han}' },
            constraints: object([], {
              required: { const: true },
              minimum: { type: 'integer' },
              enum: { ...strings },
              pattern: { type: 'string' },
            }),
          }),
        },
      }),
    }),
  },
});

/** Whether a cell is of a type, as Table Schema reads it. */
const READS: Record<Field['type'], RegExp> = {
  string: /^[^]*$/,
  integer: /^-?\d+$/,
  boolean: /^(?:true|false)$/,
  date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
};

/** What a cell breaks of its field; an empty one is missing and breaks only that it is required. */
function breach(cell: string | undefined, { type, constraints = {} }: Field): string | undefined {
  if (cell === undefined) return 'no such column';
  if (cell === '') return constraints.required ? 'required' : undefined;
  if (!READS[type].test(cell)) return type;
  if (constraints.enum && !constraints.enum.includes(cell)) return 'enum';
  if (constraints.pattern !== undefined && !new RegExp(`^(?:${constraints.pattern})$`).test(cell))
    return 'pattern';
  return constraints.minimum !== undefined && Number(cell) < constraints.minimum ? 'minimum' : undefined;
}

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

  test.each(resources)('$path has the columns, types and values it is said to have', ({ path, schema }) => {
    const rows = rowsOf(path);
    expect(rows.length).toBeGreaterThan(0);
    expect(Object.keys(rows[0] ?? {})).toEqual(schema.fields.map(({ name }) => name));
    const wrong = rows.flatMap((row, index) =>
      schema.fields.flatMap((field) => {
        const problem = breach(row[field.name], field);
        return problem === undefined ? [] : [`row ${index + 1} ${field.name}: ${problem}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test.each(resources)('the keys of $path hold', ({ path, schema }) => {
    const value = (row: Record<string, string>, fields: string[]) =>
      JSON.stringify(fields.map((name) => row[name]));
    const rows = rowsOf(path);
    const own = rows.map((row) => value(row, schema.primaryKey));
    expect(own.filter((one) => one.includes('""'))).toEqual([]);
    expect(new Set(own).size).toBe(rows.length);
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const other = resources.find(({ name }) => name === reference.resource);
      const known = new Set(rowsOf(other?.path ?? '').map((row) => value(row, reference.fields)));
      expect(rows.map((row) => value(row, fields)).filter((one) => !known.has(one))).toEqual([]);
    }
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
