/** Every file of the data as published, with what readers are told of it on /data/. */
import { toAtom } from './export/atom.ts';
import { CORRECTION_COLUMNS, DOCUMENT_COLUMNS, taskColumns, toCsv, UNIT_COLUMNS } from './export/csv.ts';
import type { Column } from './export/csv.ts';
import { planData, taskFile, toJson, unitFile } from './export/json.ts';
import type { Address } from './export/json.ts';
import { fieldsOf, schemaData } from './export/schema.ts';
import type { Field } from './export/schema.ts';
import type { Plan } from './model.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export interface DataFile {
  /** Address without the base path: /data/plan.json. */
  address: string;
  format: string;
  /** What it holds. */
  what: string;
  /** Empty where the format has none. */
  fields: Field[];
  bytes: Bytes;
}

/** A file about one task or one unit. */
export interface PartFile {
  address: string;
  /** Number of the task or id of the unit. */
  key: string;
  name: string;
  bytes: Bytes;
}

/** The files about the whole plan, in the order they are listed. */
export function dataFiles(plan: Plan, seed: Uint8Array, url: Address): DataFile[] {
  const data = planData(plan, url);
  const schema = schemaData();
  const feed = url('/feed.xml');
  return [
    {
      address: '/data/plan.json',
      format: 'JSON，UTF-8',
      what: '方案的全部内容：任务、责任单位、期限、文件、勘误和其余正文。',
      fields: fieldsOf(schema),
      bytes: encode(toJson(data)),
    },
    {
      address: '/data/schema.json',
      format: 'JSON Schema（2020-12）',
      what: 'plan.json 的结构和各字段的说明，可用来校验。',
      fields: [],
      bytes: encode(toJson(schema)),
    },
    table('tasks', '任务，每项一行。', taskColumns(data), data.tasks),
    table('units', '责任单位，每个一行，统称的机关也各占一行。', UNIT_COLUMNS, data.units),
    table(
      'documents',
      '方案引用的文件和写明将要制定、修订或公布的文件，每个一行。',
      DOCUMENT_COLUMNS,
      data.documents,
    ),
    table('corrections', '勘误，每条一行。', CORRECTION_COLUMNS, data.corrections),
    {
      address: '/data/source.txt',
      format: '纯文本，UTF-8',
      what: '收到的文本，逐字节原样，含网页导航等方案以外的行。各处所说的行号都是此文件的行号。',
      fields: [],
      bytes: new Uint8Array(seed),
    },
    {
      address: '/feed.xml',
      format: 'Atom（RFC 4287）',
      what: '供订阅：每项任务和每条勘误各一条。日期均为方案的发布时间。',
      fields: [],
      // Without a host the feed's address names nothing outside this site.
      bytes: encode(toAtom(data, /^https?:/.test(feed) ? feed : undefined)),
    },
  ];
}

/** The content of one of them, as published. */
export function dataFile(address: string, ...from: Parameters<typeof dataFiles>): Bytes {
  const file = dataFiles(...from).find((one) => one.address === address);
  if (!file) throw new Error(`no data file has the address ${address}`);
  return file.bytes;
}

/** One file for each task. */
export function taskFiles(plan: Plan, url: Address): PartFile[] {
  const data = planData(plan, url);
  return data.tasks.map((task) => ({
    address: `/data/tasks/${task.number}.json`,
    key: String(task.number),
    name: `任务${task.number} ${task.title}`,
    bytes: encode(toJson(taskFile(data, task))),
  }));
}

/** One file for each unit. */
export function unitFiles(plan: Plan, url: Address): PartFile[] {
  const data = planData(plan, url);
  return data.units.map((unit) => ({
    address: `/data/units/${unit.id}.json`,
    key: unit.id,
    name: unit.name,
    bytes: encode(toJson(unitFile(data, unit))),
  }));
}

const encode = (text: string): Bytes => new TextEncoder().encode(text);

function table<Row>(name: string, what: string, columns: Column<Row>[], rows: Row[]): DataFile {
  return {
    address: `/data/${name}.csv`,
    format: 'CSV（RFC 4180），UTF-8，带 BOM',
    what,
    fields: columns.map((column) => ({ path: column.name, title: column.title, description: '' })),
    bytes: encode(toCsv(columns, rows)),
  };
}
