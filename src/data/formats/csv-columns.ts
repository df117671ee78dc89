/** The lists of plan.json as tables; columns have the names of the fields of plan.json. */
import type { Column } from './csv.ts';
import {
  FIRST_ROLES,
  planDataSchema,
  ROLE_TITLES,
  rolesIn,
  VERSION,
  type PlanData,
} from './plan-json-fields.ts';

const { units, documents, corrections } = planDataSchema.shape;
const BASES = ['own', 'general'];

type Task = PlanData['tasks'][number];
type Unit = PlanData['units'][number];
type Role = Task['units'][number]['role'];

const unitsColumn = (role: Role): Column<Task> => ({
  ...{ name: role, title: `${ROLE_TITLES[role]}的单位`, list: true },
  cell: (task) => task.units.filter((unit) => unit.role === role).map(({ name }) => name),
});
const tasksColumn = (role: Role): Column<Unit> => ({
  ...{ name: role, title: `${ROLE_TITLES[role]}的任务`, type: 'task', list: true },
  cell: (unit) => unit.tasks.filter((task) => task.role === role).map(({ number }) => number),
});

/** The roles without a column among the first ones. */
const laterRoles = (data: Pick<PlanData, 'version'>) =>
  rolesIn(data).filter((role) => role !== 'with' && !FIRST_ROLES.includes(role));

const READINGS = ['named', 'none', 'unread'];
const READING_COLUMNS: Column<Task>[] = [
  {
    name: 'unitsReading',
    title: '责任单位：named 已读出，none 原文没有写，unread 本站没有读出',
    values: READINGS,
    cell: ({ readings }) => readings?.units,
  },
  {
    name: 'deadlineReading',
    title: '任务自己的完成期限：named 已读出，none 原文没有写，unread 本站没有读出',
    values: READINGS,
    cell: ({ readings }) => readings?.deadline,
  },
];

/** Columns of tasks.csv: one row for each task. */
export function taskColumns(data: Pick<PlanData, 'sections' | 'version'>): Column<Task>[] {
  const { sections } = data;
  const measures = sections.flatMap((section) => section.measures);
  return [
    { name: 'number', title: '任务序号', type: 'task', required: true },
    { name: 'title', title: '标题', required: true },
    { name: 'url', title: '网址', required: true },
    { name: 'section', title: '所属板块', type: 'integer' },
    {
      name: 'sectionTitle',
      title: '所属板块的标题',
      cell: ({ section }) => sections.find(({ number }) => number === section)?.title,
    },
    { name: 'measure', title: '所属措施', type: 'integer' },
    {
      name: 'measureTitle',
      title: '所属措施的标题',
      cell: ({ measure }) => measures.find(({ number }) => number === measure)?.title,
    },
    { name: 'sourceText', title: '收到的文本，一字不改', required: true },
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
    { name: 'text', title: '正文，不含责任条款', required: true },
    { name: 'duty', title: '责任条款' },
    ...(['lead', 'sole', 'joint', 'support'] as const).map(unitsColumn),
    { name: 'openEnded', title: '是否写有“等有关部门”', type: 'boolean', required: true },
    {
      name: 'deadlineDate',
      title: '完成期限的最后一日',
      type: 'date',
      cell: ({ deadline }) => deadline?.date,
    },
    {
      name: 'deadlineBasis',
      title: '完成期限的依据：own 原文在任务中写明，general 按方案的统一期限',
      values: BASES,
      cell: ({ deadline }) => deadline?.basis,
    },
    { name: 'deadlineWords', title: '完成期限的用语', cell: ({ deadline }) => deadline?.words },
    { name: 'documents', title: '提到的文件的标识', list: true },
    unitsColumn('with'),
    {
      name: 'deadlines',
      title: '写明的全部完成期限',
      type: 'date',
      list: true,
      cell: ({ deadlines }) => deadlines.map(({ date }) => date),
    },
    {
      name: 'standing',
      title: '没有日期的时间用语',
      list: true,
      cell: ({ standing }) => standing.map(({ words }) => words),
    },
    ...laterRoles(data).map(unitsColumn),
    ...(data.version === VERSION ? [] : READING_COLUMNS),
  ];
}

/** Columns of units.csv: one row for each unit. */
export const unitColumns = (data: Pick<PlanData, 'version'>): Column<Unit>[] => [
  { name: 'id', title: '单位标识', required: true },
  { name: 'name', title: '单位名称', required: true },
  { name: 'kind', title: '类别', required: true, values: units.element.shape.kind.options },
  { name: 'aliases', title: '别称', list: true },
  { name: 'url', title: '网址', required: true },
  { name: 'aliasesInPlan', title: '别称中见于原文的', list: true },
  ...(['lead', 'sole', 'joint', 'support', 'with'] as const).map(tasksColumn),
  ...laterRoles(data).map(tasksColumn),
];

/** Columns of documents.csv: one row for each document that the text names. */
export const DOCUMENT_COLUMNS: Column<PlanData['documents'][number]>[] = [
  { name: 'id', title: '文件标识', required: true },
  { name: 'title', title: '文件名称', required: true },
  { name: 'number', title: '发文字号' },
  {
    name: 'relation',
    title: '与方案的关系：cited 引用，promised 将要制定、修订或公布',
    required: true,
    values: documents.element.shape.relation.options,
  },
  { name: 'url', title: '网址', required: true },
  {
    name: 'tasks',
    title: '提到它的任务',
    type: 'task',
    list: true,
    cell: ({ citations }) => [...new Set(citations.map(({ task }) => task))],
  },
  { name: 'lines', title: '任务以外提到它的行号', type: 'integer', list: true },
];

/** Columns of corrections.csv: one row for each difference from the source. */
export const CORRECTION_COLUMNS: Column<PlanData['corrections'][number]>[] = [
  { name: 'line', title: '行号', type: 'integer', required: true },
  { name: 'received', title: '收到的文本', required: true },
  { name: 'shown', title: '显示为', required: true },
  { name: 'kind', title: '类别', required: true, values: corrections.element.shape.kind.options },
  { name: 'reason', title: '理由', required: true },
  { name: 'suspected', title: '疑为' },
  { name: 'id', title: '勘误编号', type: 'integer', required: true },
  { name: 'url', title: '网址', required: true },
];

/** A unit named in a clause. */
interface NamedUnit {
  task: Task['number'];
  place: number;
  unit: string;
  name: string;
  role: Role;
}

/** The units named in the clauses, in order: the rows of duties.csv. */
export const namedUnits = (data: Pick<PlanData, 'tasks'>): NamedUnit[] =>
  data.tasks.flatMap(({ number, units }) =>
    units.map(({ id, name, role }, index) => ({ task: number, place: index + 1, unit: id, name, role })),
  );

/** Columns of duties.csv: one row for each unit that a clause names. */
export const dutyColumns = (data: Pick<PlanData, 'version'>): Column<NamedUnit>[] => [
  { name: 'task', title: '任务序号', type: 'task', required: true },
  { name: 'place', title: '在责任条款中的次序，自1起', type: 'integer', required: true },
  { name: 'unit', title: '单位标识', required: true },
  { name: 'name', title: '单位名称', required: true },
  {
    name: 'role',
    title: `职责：${(data.version === VERSION
      ? (['lead', 'joint', 'sole', 'support'] as const)
      : rolesIn(data)
    )
      .map((role) => `${role} ${ROLE_TITLES[role]}`)
      .join('，')}`,
    required: true,
    values: rolesIn(data),
  },
];
