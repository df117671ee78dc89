/** The lists of plan.json as tables for spreadsheet programs: RFC 4180, UTF-8 with BOM, the names those of plan.json. */
import { planDataSchema, type PlanData } from './plan-json-fields.ts';

type Cell = string | number | boolean | undefined;

/** The description of a column for readers (on /data/) and for programs (in datapackage.json). */
export interface ColumnFacts {
  name: string;
  title: string;
  /** `string` by default; of a list, the type of its items. `task`: a `TaskNumber`. */
  type?: 'string' | 'integer' | 'boolean' | 'date' | 'task';
  /** True if a cell holds several values, with SEPARATOR between them. */
  list?: true;
  /** True if no cell is ever empty. */
  required?: true;
  /** The only possible values. */
  values?: readonly string[];
}

export interface Column<Row> extends ColumnFacts {
  cell: (row: Row) => Cell;
}

/** A column in which task numbers have the type that they have in one plan. */
export type PlainColumn<Row> = Column<Row> & { type?: Exclude<ColumnFacts['type'], 'task'> };

/** Sets the type of columns with task numbers: integers in most plans, otherwise text such as 2-3. */
export function plainColumns<Row>(
  columns: Column<Row>[],
  { tasks }: Pick<PlanData, 'tasks'>,
): PlainColumn<Row>[] {
  const type = tasks.every(({ number }) => typeof number === 'number') ? 'integer' : 'string';
  return columns.map((column): PlainColumn<Row> => {
    const { type: own = 'string' } = column;
    return { ...column, type: own === 'task' ? type : own };
  });
}

/** Separates several values in one cell. */
export const SEPARATOR = '; ';

/** Beginnings that a spreadsheet program may take for a formula, full-width signs included, and the guard itself. */
const RISKY = /^[=+\-@\t\r\n＝＋－＠']/u;

/**
 * Guards a cell against formula injection: a text that begins like a formula, or with ', gets one ' before it. Removing one
 * ' from the front of a cell always restores the text.
 */
export function guardCell(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const line = (cells: Cell[]) => `${cells.map((cell) => quote(guardCell(String(cell ?? '')))).join(',')}\r\n`;

/** The text of a CSV file with its BOM. */
export function toCsv<Row>(columns: Column<Row>[], rows: Row[]): string {
  const head = line(columns.map(({ name }) => name));
  return `\ufeff${head}${rows.map((row) => line(columns.map(({ cell }) => cell(row)))).join('')}`;
}

const { tasks, units, documents, corrections } = planDataSchema.shape;
const BASES = ['own', 'general'];

type Task = PlanData['tasks'][number];
type Unit = PlanData['units'][number];
type Role = Task['units'][number]['role'];

const ROLE_TITLES: Record<Role, string> = {
  lead: '牵头',
  sole: '负责',
  joint: '按职责分别（分工）负责',
  support: '配合',
  with: '会同',
};

const join = (values: (string | number)[]) => values.join(SEPARATOR);

const unitsColumn = (role: Role): Column<Task> => ({
  ...{ name: role, title: `${ROLE_TITLES[role]}的单位`, list: true },
  cell: (task) => join(task.units.filter((unit) => unit.role === role).map(({ name }) => name)),
});
const tasksColumn = (role: Role): Column<Unit> => ({
  ...{ name: role, title: `${ROLE_TITLES[role]}的任务`, type: 'task', list: true },
  cell: (unit) => join(unit.tasks.filter((task) => task.role === role).map(({ number }) => number)),
});

/** Columns of tasks.csv: one row for each task. */
export function taskColumns({ sections }: Pick<PlanData, 'sections'>): Column<Task>[] {
  const measures = sections.flatMap((section) => section.measures);
  return [
    { name: 'number', title: '任务序号', type: 'task', required: true, cell: ({ number }) => number },
    { name: 'title', title: '标题', required: true, cell: ({ title }) => title },
    { name: 'url', title: '网址', required: true, cell: ({ url }) => url },
    { name: 'section', title: '所属板块', type: 'integer', cell: ({ section }) => section },
    {
      name: 'sectionTitle',
      title: '所属板块的标题',
      cell: ({ section }) => sections.find(({ number }) => number === section)?.title,
    },
    { name: 'measure', title: '所属措施', type: 'integer', cell: ({ measure }) => measure },
    {
      name: 'measureTitle',
      title: '所属措施的标题',
      cell: ({ measure }) => measures.find(({ number }) => number === measure)?.title,
    },
    {
      name: 'sourceText',
      title: '收到的文本，一字不改',
      required: true,
      cell: ({ sourceText }) => sourceText,
    },
    {
      name: 'firstLine',
      title: '收到的文本的首行',
      type: 'integer',
      required: true,
      cell: ({ sourceLines }) => sourceLines[0],
    },
    {
      name: 'lastLine',
      title: '收到的文本的末行',
      type: 'integer',
      required: true,
      cell: ({ sourceLines }) => sourceLines[1],
    },
    { name: 'text', title: '正文，不含责任条款', required: true, cell: ({ text }) => text },
    { name: 'duty', title: '责任条款', cell: ({ duty }) => duty },
    ...(['lead', 'sole', 'joint', 'support'] as const).map(unitsColumn),
    {
      name: 'openEnded',
      title: '是否写有“等有关部门”',
      type: 'boolean',
      required: true,
      cell: ({ openEnded }) => openEnded,
    },
    { name: 'deadlineDate', title: '期限的最后一日', type: 'date', cell: ({ deadline }) => deadline?.date },
    {
      name: 'deadlineBasis',
      title: '期限依据：own 任务载明，general 一般规定',
      values: BASES,
      cell: ({ deadline }) => deadline?.basis,
    },
    { name: 'deadlineWords', title: '期限用语', cell: ({ deadline }) => deadline?.words },
    { name: 'documents', title: '提到的文件的标识', list: true, cell: ({ documents }) => join(documents) },
    unitsColumn('with'),
    {
      name: 'deadlines',
      title: '写明的全部期限',
      list: true,
      cell: ({ deadlines }) => join(deadlines.map(({ date }) => date)),
    },
    {
      name: 'standing',
      title: '没有日期的时间用语',
      list: true,
      cell: ({ standing }) => join(standing.map(({ words }) => words)),
    },
  ];
}

/** Columns of units.csv: one row for each unit. */
export const UNIT_COLUMNS: Column<Unit>[] = [
  { name: 'id', title: '单位标识', required: true, cell: ({ id }) => id },
  { name: 'name', title: '单位名称', required: true, cell: ({ name }) => name },
  {
    name: 'kind',
    title: '类别',
    required: true,
    values: units.element.shape.kind.options,
    cell: ({ kind }) => kind,
  },
  { name: 'aliases', title: '别名', list: true, cell: ({ aliases }) => join(aliases) },
  { name: 'url', title: '网址', required: true, cell: ({ url }) => url },
  {
    name: 'aliasesInPlan',
    title: '别名中见于原文的',
    list: true,
    cell: ({ aliasesInPlan }) => join(aliasesInPlan),
  },
  ...(Object.keys(ROLE_TITLES) as Role[]).map(tasksColumn),
];

/** Columns of documents.csv: one row for each document that the text names. */
export const DOCUMENT_COLUMNS: Column<PlanData['documents'][number]>[] = [
  { name: 'id', title: '文件标识', required: true, cell: ({ id }) => id },
  { name: 'title', title: '文件名称', required: true, cell: ({ title }) => title },
  { name: 'number', title: '发文字号', cell: ({ number }) => number },
  {
    name: 'relation',
    title: '与方案的关系：cited 引用，promised 将要制定、修订或公布',
    required: true,
    values: documents.element.shape.relation.options,
    cell: ({ relation }) => relation,
  },
  { name: 'url', title: '网址', required: true, cell: ({ url }) => url },
  {
    name: 'tasks',
    title: '提到它的任务',
    type: 'task',
    list: true,
    cell: ({ citations }) => join([...new Set(citations.map(({ task }) => task))]),
  },
  {
    name: 'lines',
    title: '任务以外提到它的行号',
    type: 'integer',
    list: true,
    cell: ({ lines }) => join(lines),
  },
];

/** Columns of corrections.csv: one row for each difference from the source. */
export const CORRECTION_COLUMNS: Column<PlanData['corrections'][number]>[] = [
  { name: 'line', title: '行号', type: 'integer', required: true, cell: ({ line }) => line },
  { name: 'received', title: '收到的文本', required: true, cell: ({ received }) => received },
  { name: 'shown', title: '显示为', required: true, cell: ({ shown }) => shown },
  {
    name: 'kind',
    title: '类别',
    required: true,
    values: corrections.element.shape.kind.options,
    cell: ({ kind }) => kind,
  },
  { name: 'reason', title: '理由', required: true, cell: ({ reason }) => reason },
  { name: 'suspected', title: '疑为', cell: ({ suspected }) => suspected },
  { name: 'id', title: '勘误编号', type: 'integer', required: true, cell: ({ id }) => id },
  { name: 'url', title: '网址', required: true, cell: ({ url }) => url },
];

/** A unit named in a clause. */
interface NamedUnit {
  task: Task['number'];
  place: number;
  unit: Task['units'][number];
}

/** The units named in the clauses, in order: the rows of duties.csv. */
export const namedUnits = (data: Pick<PlanData, 'tasks'>): NamedUnit[] =>
  data.tasks.flatMap(({ number, units }) =>
    units.map((unit, index) => ({ task: number, place: index + 1, unit })),
  );

/** Columns of duties.csv: one row for each unit that a clause names. */
export const DUTY_COLUMNS: Column<NamedUnit>[] = [
  { name: 'task', title: '任务序号', type: 'integer', required: true, cell: ({ task }) => task },
  {
    name: 'place',
    title: '在责任条款中的次序，自1起',
    type: 'integer',
    required: true,
    cell: ({ place }) => place,
  },
  { name: 'unit', title: '单位标识', required: true, cell: ({ unit }) => unit.id },
  { name: 'name', title: '单位名称', required: true, cell: ({ unit }) => unit.name },
  {
    name: 'role',
    title: '职责：lead 牵头，joint 按职责分别（分工）负责，sole 负责，support 配合',
    required: true,
    values: tasks.element.shape.units.element.shape.role.options,
    cell: ({ unit }) => unit.role,
  },
];
