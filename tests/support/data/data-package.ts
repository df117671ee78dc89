/** datapackage.json: what its specification asks of it, and whether tables are as it says. */
import { parse } from 'csv-parse/sync';
import { cellText } from './cell-text.ts';

export interface Field {
  name: string;
  type: 'string' | 'integer' | 'boolean' | 'date';
  description: string;
  constraints?: { required?: boolean; enum?: string[]; pattern?: string; minimum?: number };
}
export interface Resource {
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

export interface DataPackage {
  resources: Resource[];
}

type Row = Record<string, string>;

/** The rows of a table as /data/ says to read them. */
export const readTable = (bytes: Uint8Array): Row[] =>
  parse(Buffer.from(bytes), { bom: true, columns: true, record_delimiter: ['\r\n', '\n'] }).map((row) =>
    Object.fromEntries(Object.entries(row as Row).map(([key, cell]) => [key, cellText(cell)])),
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
export const PROFILE = object(['name', 'resources', 'sources'], {
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
export function breach(cell: string | undefined, { type, constraints = {} }: Field): string | undefined {
  if (cell === undefined) return 'no such column';
  if (cell === '') return constraints.required ? 'required' : undefined;
  if (!READS[type].test(cell)) return type;
  if (constraints.enum && !constraints.enum.includes(cell)) return 'enum';
  if (constraints.pattern !== undefined && !new RegExp(`^(?:${constraints.pattern})$`).test(cell))
    return 'pattern';
  return constraints.minimum !== undefined && Number(cell) < constraints.minimum ? 'minimum' : undefined;
}

/** Every cell that is not what its column is said to hold. */
export function wrongCells({ path, schema }: Resource, rows: Row[]): string[] {
  const names = schema.fields.map(({ name }) => name).join();
  if (rows[0] && Object.keys(rows[0]).join() !== names) return [`${path}: other columns`];
  return rows.flatMap((row, index) =>
    schema.fields.flatMap((field) => {
      const problem = breach(row[field.name], field);
      return problem === undefined ? [] : [`${path}, row ${index + 1}, ${field.name}: ${problem}`];
    }),
  );
}

/** Rows without a key or with that of another row, references that lead nowhere or have another type. */
export function brokenKeys(
  { path, schema }: Resource,
  { resources }: DataPackage,
  rowsOf: (path: string) => Row[],
): string[] {
  const value = (row: Row, fields: string[]) => JSON.stringify(fields.map((name) => row[name]));
  const types = ({ schema: { fields } }: Resource, names: string[]) =>
    names.map((name) => fields.find((field) => field.name === name)?.type).join();
  const rows = rowsOf(path);
  const own = rows.map((row) => value(row, schema.primaryKey));
  const wrong = own.filter((one, index) => one.includes('""') || own.indexOf(one) !== index);
  for (const { fields, reference } of schema.foreignKeys ?? []) {
    const other = resources.find(({ name }) => name === reference.resource);
    if (!other) return [`${path}: no table ${reference.resource}`];
    if (types({ schema } as Resource, fields) !== types(other, reference.fields))
      wrong.push(`type of ${fields.join()}`);
    const known = new Set(rowsOf(other.path).map((row) => value(row, reference.fields)));
    wrong.push(...rows.map((row) => value(row, fields)).filter((one) => !known.has(one)));
  }
  return wrong.map((one) => `${path}: ${one}`);
}
