/** The content of datapackage.json: the tables, column by column, as a Frictionless Data Package (versions 1 and 2). */
import { entryId } from './atom.ts';
import { SEPARATOR, type ColumnFacts } from './csv.ts';
import type { PlanData } from './plan-json-fields.ts';

/** A table as published. */
interface PublishedTable {
  /** Its file beside datapackage.json. */
  file: string;
  what: string;
  columns: ColumnFacts[];
  size: number;
  sha256: string;
}

/** Primary and foreign keys; a test checks them on the rows. */
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

/** No licence is given: /data/ states the legal status of the text. */
export function dataPackage(data: PlanData, tables: PublishedTable[]) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    profile: 'tabular-data-package',
    name: 'plan-data',
    id: entryId(data.source.sha256, 'plan', 0),
    title: `${data.title}：数据表`,
    description:
      '编排由本站整理，文字出自原文。以 =、+、-、@ 等开头的格，和电子表格程序会当作数字、日期的文字（例如任务序号 1-1），前面加有一个半角撇号，读取时去掉开头的一个。',
    homepage: /^https?:/.test(data.url) ? data.url : undefined,
    sources: [
      {
        title: `${data.publisher === null ? '' : `${data.publisher}：`}${data.title}`,
        path: data.source.url,
      },
    ],
    resources: tables.map(resource),
  };
}

function resource({ file, what, columns, size, sha256 }: PublishedTable) {
  const name = file.replace(/\.csv$/, '');
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
      foreignKeys: REFERENCES[name]?.map(([own, table, other]) => ({
        fields: [own],
        reference: { resource: table, fields: [other] },
      })),
    },
  };
}

/** The items of a list, where they have a form. */
const ITEMS: Readonly<Record<string, string>> = { integer: '\\d+', date: '\\d{4}-\\d{2}-\\d{2}' };
const listOf = (item: string) => `${item}(?:${SEPARATOR}${item})*`;

/** A list is a string: version 1 of Table Schema has no lists. */
function field({ name, title, type = 'string', list, required, values }: ColumnFacts) {
  const item = list && ITEMS[type];
  const constraints = {
    required,
    enum: values,
    pattern: item === undefined ? undefined : listOf(item),
    minimum: !list && type === 'integer' ? 1 : undefined,
  };
  return {
    name,
    type: list ? 'string' : type,
    description: list ? `${title}；有多个的，以“${SEPARATOR}”分隔` : title,
    constraints: Object.values(constraints).some((one) => one !== undefined) ? constraints : undefined,
  };
}
