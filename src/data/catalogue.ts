/** The data files with their content and what /data/ says of each. */
import type { Plan } from '../plan/model.ts';
import type { AddressOf } from '../urls.ts';
import { isPublished, toAkn } from './formats/akn.ts';
import { toAtom } from './formats/atom.ts';
import {
  CORRECTION_COLUMNS,
  DOCUMENT_COLUMNS,
  dutyColumns,
  namedUnits,
  taskColumns,
  unitColumns,
} from './formats/csv-columns.ts';
import {
  formatCell,
  plainColumns,
  toCsv,
  type Column,
  type ColumnFacts,
  type PlainColumn,
} from './formats/csv.ts';
import {
  exampleText,
  planJsonSchema,
  schemaFields,
  TYPES,
  withExamples,
  type DataField,
} from './formats/json-schema.ts';
import type { PlanData } from './formats/plan-json-fields.ts';
import { planMarkdown } from './formats/plan-markdown.ts';
import { taskJson, toJson, unitJson } from './formats/plan-json.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

export interface DataFile {
  /** Address without the base path: /data/plan.json. */
  address: string;
  /** For readers. */
  format: string;
  /** The media type. */
  type: string;
  /** A description of its content. */
  what: string;
  /** None for formats without fields. */
  fields?: DataField[];
  /** Of a table. */
  columns?: ColumnFacts[];
  bytes: Bytes;
}

/** The file of one task or one unit. */
export interface PartFile {
  address: string;
  /** Number of the task or id of the unit. */
  key: string;
  name: string;
  bytes: Bytes;
}

export const encode = (text: string): Bytes => new TextEncoder().encode(text);

/** The files of the whole plan, in the order in which /data/ lists them. */
export function dataFiles(plan: Plan, data: PlanData, seed: Uint8Array, url: AddressOf): DataFile[] {
  const schema = planJsonSchema(data.version);
  const feed = url('/feed.xml');
  const table = <Row>(name: string, what: string, columns: Column<Row>[], rows: Row[]) =>
    tableFile(name, what, plainColumns(columns, data), rows);
  return [
    {
      address: '/data/plan.json',
      format: 'JSON，UTF-8',
      type: 'application/json',
      what: '方案的全部内容：任务、责任单位、完成期限、文件、勘误和其余正文。',
      fields: withExamples(schemaFields(schema), data),
      bytes: encode(toJson(data)),
    },
    {
      address: '/data/schema.json',
      format: 'JSON Schema（2020-12）',
      type: 'application/schema+json',
      what: 'plan.json 的结构和各字段的说明，可用来校验。',
      bytes: encode(toJson(schema)),
    },
    table('tasks', '任务，每项一行。', taskColumns(data), data.tasks),
    table('units', '责任单位，每个一行，统称的机关也各占一行。', unitColumns(data), data.units),
    table(
      'documents',
      '方案引用的文件和写明将要制定、修订或公布的文件，每个一行。',
      DOCUMENT_COLUMNS,
      data.documents,
    ),
    table('corrections', '勘误，每条一行。', CORRECTION_COLUMNS, data.corrections),
    table('duties', '责任条款写明的单位及其职责，每处一行。', dutyColumns(data), namedUnits(data)),
    ...(isPublished(plan)
      ? [
          {
            address: '/data/plan.akn.xml',
            format: 'Akoma Ntoso 1.0（OASIS LegalDocML），XML，UTF-8',
            type: 'application/akn+xml',
            what: '方案全文，按部分、板块、措施和任务分层，标出单位、职责、完成期限和提到的文件，供法律文件的程序读取。',
            bytes: encode(toAkn(plan, url)),
          },
        ]
      : []),
    {
      address: '/plan.md',
      format: 'Markdown，UTF-8',
      type: 'text/markdown',
      what: '方案全文，围栏里的文字是原文，供程序阅读。',
      bytes: encode(planMarkdown(plan, url)),
    },
    {
      address: '/data/source.txt',
      format: '纯文本，UTF-8',
      type: 'text/plain',
      what: '收到的文本，逐字节原样，含网页导航等方案以外的行。各处所说的行号都是此文件的行号。',
      bytes: new Uint8Array(seed),
    },
    {
      address: '/feed.xml',
      format: 'Atom（RFC 4287）',
      type: 'application/atom+xml',
      what: '供订阅：每项任务和每条勘误各一条。日期均为方案的发布时间。',
      // Without a host the feed has no full address of its own.
      bytes: encode(toAtom(data, /^https?:/.test(feed) ? feed : undefined)),
    },
  ];
}

/** One file for each task. */
export const taskFiles = (data: PlanData): PartFile[] =>
  data.tasks.map((task) => ({
    address: `/data/tasks/${task.number}.json`,
    key: String(task.number),
    name: `任务${task.number} ${task.title}`,
    bytes: encode(toJson(taskJson(data, task))),
  }));

/** One file for each unit. */
export const unitFiles = (data: PlanData): PartFile[] =>
  data.units.map((unit) => ({
    address: `/data/units/${unit.id}.json`,
    key: unit.id,
    name: unit.name,
    bytes: encode(toJson(unitJson(data, unit))),
  }));

function tableFile<Row>(name: string, what: string, columns: PlainColumn<Row>[], rows: Row[]): DataFile {
  return {
    address: `/data/${name}.csv`,
    format: 'CSV（RFC 4180），UTF-8，带 BOM',
    type: 'text/csv',
    what,
    fields: columns.map((column) => tableField(column, rows)),
    columns: columns.map(({ cell: _, ...facts }) => facts),
    bytes: encode(toCsv(columns, rows)),
  };
}

function tableField<Row>(column: PlainColumn<Row>, rows: Row[]): DataField {
  const { name, title, type = 'string', list, values } = column;
  const word = values ? `${TYPES.string}（${values.join('、')}）` : TYPES[type];
  const cells = rows.map((row) => formatCell(column, row));
  return {
    path: name,
    type: list ? `${TYPES.array}（${word}）` : word,
    title,
    description: '',
    example: exampleText(cells.find((text) => text !== '')),
  };
}
