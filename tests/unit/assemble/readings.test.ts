/** P1: a fact is named, or the text names none, or it was not read; only the second is told as silence of the text. */
import { expect, test } from 'vitest';
import { assemble } from '../../../src/assemble/plan.ts';
import { interpret } from '../../../src/content-files/interpret.ts';
import { planData } from '../../../src/data/formats/plan-json.ts';
import { parsePlan } from '../../../src/import/parse-plan.ts';
import {
  deadlineStatement,
  deadlineText,
  noDatesText,
  taskTimes,
  timesText,
  undatedText,
} from '../../../src/labels/deadlines.ts';
import { dutyText, unitNotes, unitsMissing } from '../../../src/labels/duties.ts';
import { missingText, reportName } from '../../../src/labels/publication.ts';
import { taskDescription, taskFacts } from '../../../src/labels/tasks.ts';
import { unitsCount, unitsSummary } from '../../../src/labels/units.ts';
import { undatedKind } from '../../../src/plan/deadline-groups.ts';
import { isWritten } from '../../../src/plan/calendar-days.ts';
import { searchFilters } from '../../../src/search/filters.ts';
import { origin, shortSeed, the } from '../../support/helpers.ts';

const planOf = (text: string) =>
  assemble(interpret(the(parsePlan(text, { ...origin, accept: true }).content)));
/** The last of a few tasks, of which the others name their units and dates. */
function taskOf(text: string) {
  const plan = planOf(
    shortSeed(
      '1)甲项。（甲局牵头，2018年底前完成）',
      '2)乙项。（乙局负责，2018年底前完成）',
      `3)${text}`,
    ).replace('除另有要求外,原则上应当在2019年底前完成。', ''),
  );
  return { plan, task: the(plan.tasks[2]) };
}

test.each([
  ['做好丙项。（丙局负责）', 'named'],
  ['做好丙项。（某某部门：甲局、乙局）', 'unread'],
  ['做好丙项。责任归属：丙局', 'unread'],
  ['做好丙项，由丙局组织实施。', 'unread'],
  ['各乡镇要做好丙项。', 'unread'],
  ['做好丙项。（丙局主抓）', 'unread'],
  ['做好丙项。', 'none'],
  ['大力发展旅游，改善环境。', 'none'],
  ['提高服务水平。', 'none'],
])('of “%s” the units are %s', (text, reading) => {
  const { task, plan } = taskOf(text);
  expect(task.readings.units).toBe(reading);
  const said = [unitsMissing(task), dutyText(task), unitsSummary(plan.tasks)].join(' ');
  if (reading === 'unread') {
    expect(said).not.toMatch(/没有写责任单位|其中\d+项写明/);
    expect(searchFilters(task, 3).as).toEqual(['unread']);
  }
  if (reading === 'none') expect(dutyText(task)).toBe('原文本项没有写责任单位');
  expect(planData(plan, String).tasks[2]?.readings?.units).toBe(
    planData(plan, String).version === 1 ? undefined : reading,
  );
});

test('what can be read of a clause is kept, the rest is told as not read', () => {
  const { task, plan } = taskOf('做好丙项。（甲局牵头，乙局某某）');
  expect(task.duty.units.map(({ name, role }) => `${name} ${role}`)).toEqual(['甲局 lead']);
  expect(task.readings.units).toBe('named');
  const data = planData(plan, String);
  expect(data.version).toBe(3);
  expect(data.tasks[2]?.unread).toEqual(['乙局某某']);
});

test('lists, cards and search results say that a clause has words that were not read', () => {
  const mark = /（条款另有字句没有读出）/;
  const { task, plan } = taskOf('做好丙项。（甲局负责统筹协调，区直各部门按职责分工落实）');
  expect(task.duty.units.map(({ name }) => name)).toEqual(['区直各部门']);
  for (const said of [dutyText(task), taskFacts(task), taskDescription(task)]) expect(said).toMatch(mark);
  expect(unitNotes(task)).toEqual(['条款另有字句没有读出']);
  const [read] = plan.tasks;
  expect(dutyText(the(read))).toBe('甲局 牵头');
  expect(taskFacts(the(read))).toBe('甲局 牵头 · 2018年底前');
  const unread = taskOf('做好丙项。（丙局主抓）').task;
  for (const said of [dutyText(unread), taskFacts(unread), ...unitNotes(unread)])
    expect(said).not.toMatch(mark);
});

test.each([
  ['做好丙项。（丙局负责，2018年底前完成）', 'named', undefined],
  ['做好丙项。（丙局负责，印发之日起30日内完成）', 'named', 'standing'],
  ['做好丙项。（丙局负责，5年内）', 'named', 'standing'],
  ['“十四五”期间做好丙项。（丙局负责）', 'named', 'standing'],
  ['做好丙项。（丙局负责，明年7月份完成）', 'named', 'standing'],
  ['做好丙项。（丙局负责，立行立改）', 'named', 'standing'],
  ['2023年3月完成丙项。（丙局负责）', 'named', undefined],
  ['2022年12月底完成丙项。（丙局负责）', 'named', undefined],
  ['用三个月时间做好丙项。（丙局负责）', 'unread', 'unread'],
  ['尽快做好丙项。（丙局负责）', 'unread', 'unread'],
  ['汛前做好丙项。（丙局负责）', 'unread', 'unread'],
  ['做好丙项。（丙局负责）', 'none', 'none'],
])('of “%s” the deadline is %s', (text, reading, kind) => {
  const { task } = taskOf(text);
  expect(task.readings.deadline).toBe(reading);
  expect(task.deadline === undefined ? undatedKind(task) : undefined).toBe(kind);
  if (reading !== 'none') expect(taskDescription(task)).not.toContain('原文未写');
});

test.each([
  ...['长期坚持', '长期', '持续推进', '持续', '常态化', '常态化推进', '每年', '每年一次', '每年12月底前'],
  ...[
    '每季度',
    '年度',
    '全年',
    '贯穿全年',
    '定期开展',
    '经常性工作',
    '日常',
    '及时',
    '适时',
    '印发之日起30日内',
  ],
])('“%s” is said in these words, and nowhere that it was not read', (words) => {
  for (const clause of [`（丙局负责，${words}）`, `\n责任单位：丙局\n完成时限：${words}`]) {
    const { task } = taskOf(`做好丙项。${clause}`);
    const said = [timesText(task), taskTimes(task), undatedText({ kind: undatedKind(task), tasks: [task] })];
    expect(said).toEqual([`写明“${words}”`, `“${words}”`, `写明“${words}”`]);
    expect(noDatesText([task])).toContain(`写明“${words}”的1项`);
  }
});

test.each([
  ['做好丙项。（丙局负责，2024年5月底前公布第一批清单）', ['“2024年5月底前公布第一批清单”']],
  [
    '编制规划，2017年3月底前完成初稿，6月底前公布。（丙局负责）',
    ['“2017年3月底前完成初稿”', '2017年6月底前“6月底前公布”'],
  ],
  ['新馆2019年上半年开工，2020年底前建成。（丙局负责）', ['“新馆2019年上半年开工”', '2020年底前']],
  ['做好丙项。\n责任单位：丙局\n完成时限：2024年5月底前公布清单', ['“2024年5月底前公布清单”']],
  ['启动改造，2018年底前，完成10个站点。（丙局负责）', ['“2018年底前，完成10个站点”']],
  // What is done by then is the whole task.
  ['做好丙项，力争2018年底前全面完成。（丙局负责）', ['2018年底前']],
  ['做好丙项，2018年底前，完成。（丙局负责，2019年底前落实到位）', ['2018年底前', '2019年底前落实到位']],
  [
    '2024年3月底前启动丙项，6月底前新建站点1200个。（丙局负责）',
    ['“2024年3月底前启动丙项”', '2024年6月底前“6月底前新建站点1200个”'],
  ],
  [
    '2024年3月底前启动丙项，6月底前做好2023年度考核。（丙局负责）',
    ['“2024年3月底前启动丙项”', '2024年6月底前“6月底前做好2023年度考核”'],
  ],
])('of “%s” a reader is told what is to be done by when: %j', (text, words) => {
  const { task } = taskOf(text);
  expect(task.deadlines.map(deadlineStatement)).toEqual(words);
});

test.each(['年度实施方案', '年度工作方案', '年度任务', '及时发布', '及时通知'])(
  '“%s” is work, and not told as a time',
  (words) => {
    const { task } = taskOf(`做好丙项。（丙局负责，${words}）`);
    expect(task.standing).toEqual([]);
  },
);

test.each(['按上级要求', '按要求完成', '与甲项同步'])(
  'of a clause with the unknown words “%s” nobody says that it has no deadline',
  (words) => {
    const { task } = taskOf(`做好丙项。（丙局负责，${words}）`);
    expect(timesText(task)).toBe('本站没有读出完成期限，见原文');
  },
);

test.each([
  ['（丙局负责，2017年底前完成）', '2017年底前'],
  ['（丙局负责，2017年年底前完成）', '2017年年底前'],
  ['（丙局负责，2018年6月30日前完成）', '2018年6月30日前'],
  ['（丙局负责，2018年12月31日前）', '2018年12月31日前'],
  ['（丙局负责，2019年上半年）', '2019年上半年'],
  ['（丙局负责，二〇一八年六月底前完成）', '二〇一八年六月底前'],
  ['\n责任单位：丙局\n完成时限：2020年6月底', '2020年6月底'],
  // Without its year a month says less than its date.
  ['2018年开始，12月底前完成。（丙局负责）', '2018年底前'],
])('the deadline of “%s” is called %s', (clause, words) => {
  const { task } = taskOf(`做好丙项。${clause}`);
  const said = [deadlineText(the(task.deadline)), timesText(task), taskTimes(task)];
  expect(said).toEqual([words, `${words}（原文写明）`, words]);
  expect(deadlineText({ date: '2018-06-30', basis: 'general', words: '原则上2018年6月30日前' })).toBe(
    '2018年6月底前',
  );
});

test.each([
  ['来源:甲办公室 发布时间:2017-07-18 11:07', ['named', 'named']],
  ['某某市人民政府', ['unread', 'none']],
  ['2017年7月18日', ['none', 'named']],
  ['发布时间：见首页', ['none', 'unread']],
  ['为推进工作，制定本方案。', ['none', 'none']],
])('below a title, “%s” says of publisher and date: %j', (line, [publisher, published]) => {
  const text = ['甲方案', line, '一、任务', '1.甲项。（甲局负责）', '2.乙项。（乙局负责）'].join('\n');
  const { readings } = planOf(text);
  expect(readings).toMatchObject({ publisher, published });
  expect(missingText(readings.publisher).startsWith('原文')).toBe(publisher === 'none');
});

test('a rule for all sets no date where words of the clause were not read that may be another', () => {
  const planWith = (words: string) =>
    the(planOf(shortSeed('1)甲项。（甲局牵头，2018年底前完成）', `2)乙项。（乙局负责${words}）`)).tasks[1]);
  expect(planWith('').deadline?.basis).toBe('general');
  const task = planWith('，贯彻到底');
  expect(task.deadlines).toEqual([]);
  expect(timesText(task)).toBe('本站没有读出完成期限，见原文');
});

test('of a plan of which no unit was read, no page counts units', () => {
  const tasks = (['unread', 'none'] as const).map((units) => ({
    cells: [],
    readings: { units, deadline: 'none' as const },
  }));
  expect(unitsCount({ units: [] })).toBe('责任单位');
  expect(unitsSummary(tasks)).toBe('方案共2项任务，本站没有读出责任单位，见原文。');
  expect(unitsSummary(tasks.slice(1))).toBe('方案共1项任务，原文没有写责任单位。');
});

test('where a cell of units is empty, nobody is said to be named, or not to be', () => {
  const table = (lead: string) =>
    [
      '甲县任务表',
      '序号\t任务\t牵头单位\t配合单位',
      '1\t修路\t县交通局\t县财政局',
      `2\t架桥\t${lead}\t县水利局`,
    ].join('\n');
  const summary = (lead: string) => unitsSummary(planOf(table(lead)).tasks);
  expect(summary('县交通局')).toBe('方案共2项任务，每项都写明了责任单位。');
  expect(summary('无')).toBe('方案共2项任务，每项都写明了责任单位。');
  expect(summary('')).toBe(
    '方案共2项任务，每项都读出了责任单位；其中1项另有空着的格子，本站没有读出，见原文。',
  );
  const open = (lead: string) =>
    parsePlan(table(lead), origin).open.filter(({ problem }) => problem.includes('is empty'));
  expect(open('县交通局')).toEqual([]);
  expect(open('')).toMatchObject([
    { line: 4, problem: 'the cell below “牵头单位” is empty: it may span rows, or say nothing' },
  ]);
  const below = `${table('')}\n\t\t县住建局\t`;
  expect(planOf(below).tasks[1]?.cells.map(({ head, shown }) => `${head}：${shown}`)).toContain(
    '牵头单位：县住建局',
  );
  expect(unitsSummary(planOf(below).tasks)).toBe('方案共2项任务，每项都写明了责任单位。');
});

test.each<[more: string[], reading: string]>([
  [[], 'none'],
  [['发布时间：近日'], 'unread'],
])('of a text with the day of its making and %j the day of publication is %s', (more, reading) => {
  const lines = ['1.做好甲项。（甲局负责）', '某某县人民政府', '2023年3月1日', ...more];
  const { content } = parsePlan(['某某县工作方案', '一、任务', ...lines].join('\n'), origin);
  const plan = content && assemble(interpret(content));
  expect([plan?.publishedAs, plan?.publicationDay]).toEqual(['dated', reading]);
});

test.each([
  ['每年12月前，各单位将完成情况书面报县政府办公室。', '书面报告'],
  ['每年11月底前，各单位向县政府报告完成情况。', '报告'],
  ['县政府督查室每半年通报一次。', undefined],
])('“%s” is a rule for %s', (rule, name) => {
  const { reporting } = planOf(
    ['甲方案', '一、任务', '1.甲项。（甲局负责）', '2.乙项。（乙局负责）', '二、要求', rule].join('\n'),
  );
  expect(reporting && reportName(isWritten(reporting.words))).toBe(name);
});
