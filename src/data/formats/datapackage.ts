/** What datapackage.json says: the tables, column by column, as a Frictionless Data Package (both version 1 and 2). */
import { entryId } from './atom.ts';
import { SEPARATOR, type ColumnFacts } from './csv.ts';
import type { PlanData } from './plan-json-fields.ts';

/** A table as published. */
export interface PublishedTable {
  /** Its file beside datapackage.json. */
  file: string;
  what: string;
  columns: ColumnFacts[];
  size: number;
  sha256: string;
}

/** What identifies a row, and what its columns refer to; held by a test on the rows themselves. */
const KEYS: Readonly<Record<string, string[]>> = {
  tasks: ['number'],
  units: ['id'],
  documents: ['id'],
  corrections: ['id'],
  duties: ['task', 'place'],
};
const REFERENCES: Readonly<Record<string, [own: string, table: string, field: string][]>> = {
  duties: [
    ['task', 'tasks', 'number'],
    ['unit', 'units', 'id'],
  ],
};

/** No licence is named: what the government's text says of itself, it says on /data/. */
export function dataPackage(data: PlanData, tables: PublishedTable[]) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    profile: 'tabular-data-package',
    name: 'plan-data',
    id: entryId(data.source.sha256, 'plan', 0),
    title: `${data.title}：数据表`,
    description:
      '编排由本站整理，文字出自原文。以 =、+、-、@ 等开头的格前加有一个半角撇号，读取时去掉；目前没有这样的格。',
    ...(/^https?:/.test(data.url) && { homepage: data.url }),
    sources: [
      {
        title: `${data.publisher === null ? '' : `${data.publisher}：`}${data.title}`,
        ...(data.source.url !== undefined && { path: data.source.url }),
      },
    ],
    resources: tables.map(resource),
  };
}

function resource({ file, what, columns, size, sha256 }: PublishedTable) {
  const name = file.replace(/\.csv$/, '');
  const references = REFERENCES[name] ?? [];
  return {
    profile: 'tabular-data-resource',
    type: 'table',
    name,
    title: what.replace(/。$/, ''),
    path: file,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: size,
    hash: `sha256:${sha256}`,
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: columns.map(field),
      primaryKey: KEYS[name] ?? [],
      ...(references.length > 0 && {
        foreignKeys: references.map(([own, table, other]) => ({
          fields: [own],
          reference: { resource: table, fields: [other] },
        })),
      }),
    },
  };
}

const INTEGERS = `\\d+(?:${SEPARATOR}\\d+)*`;

/** A list is a text to Table Schema, whose version 1 knows no lists. */
function field({ name, title, type = 'string', list, required, values }: ColumnFacts) {
  const constraints = {
    ...(required && { required }),
    ...(values && { enum: [...values] }),
    ...(list && type === 'integer' && { pattern: INTEGERS }),
    ...(!list && type === 'integer' && { minimum: 1 }),
  };
  return {
    name,
    type: list ? 'string' : type,
    description: list ? `${title}；有多个的，以“${SEPARATOR}”分隔` : title,
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}
