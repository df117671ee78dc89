/** Forms of real plans (P3, P11, P12, P17, P18, P20), each with variants of our own and the right reading. */
import { expect, test } from 'vitest';
import { assemble } from '../../../src/assemble/plan.ts';
import { interpret } from '../../../src/content-files/interpret.ts';
import { rebuildSeed, verbatimPieces } from '../../../src/content-files/verbatim.ts';
import { parsePlan } from '../../../src/import/parse-plan.ts';
import { check } from '../../../src/rules/check.ts';
import { normalize } from '../../../src/search/query.ts';
import { toShown } from '../../../src/text/punctuation.ts';
import { origin, refusalOf, the } from '../../support/helpers.ts';

function planOf(...lines: string[]) {
  const text = lines.join('\n');
  const { content, open } = parsePlan(text, origin);
  const plan = assemble(interpret(the(content, 'content')));
  expect(rebuildSeed(verbatimPieces(the(content)))).toBe(text);
  return { plan, open: open.map(({ problem }) => problem) };
}
/** Each task with what it says, under its part. */
const tasksOf = (...lines: string[]) =>
  planOf(...lines).plan.tasks.map(
    ({ text, duty, deadline }) =>
      `${text.replace(/\s/g, '')} ${duty.units.map(({ name }) => name).join('、')}${deadline ? ` ${deadline.date}` : ''}`,
  );

const T = '某某县工作方案';
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => `${index + 1}.第一类工作。（甲局负责）`);

test.each([
  [
    ['1.甲项。（甲局负责）', '2.乙项。（乙局负责）', '3.2021年底前完成丙项。（丙局负责）'],
    ['甲项。 甲局', '乙项。 乙局', '2021年底前完成丙项。 丙局 2021-12-31'],
  ],
  [
    ['1.2020年底前完成甲项。（甲局负责）', '2.乙项。（乙局负责）', '3.丙项。（丙局负责）'],
    ['2020年底前完成甲项。 甲局 2020-12-31', '乙项。 乙局', '丙项。 丙局'],
  ],
  [
    ['1．甲项。（甲局负责）', '2．5个镇建成污水厂。（乙局负责）', '3．丙项。（丙局负责）'],
    ['甲项。 甲局', '5个镇建成污水厂。 乙局', '丙项。 丙局'],
  ],
  [
    ['1.甲项。投资', '3.5亿元。（甲局负责）', '2.乙项。（乙局负责）'],
    ['甲项。投资3.5亿元。 甲局', '乙项。 乙局'],
  ],
])('P3: a number right before a digit is one where it continues the list: %j', (lines, expected) => {
  expect(tasksOf(T, ...lines)).toEqual(expected);
});

test.each([
  ['1．', '2．', '3、', '4．'],
  ['1、', '2、', '3．', '4、'],
  ['1．', '2．', '3 ．', '4．'],
  ['1．', '2．', '3 ', '4．'],
  ['1．', '2、', '3、', '4．'],
  ['1．', '2．', '3．', '4、'],
  ['1．', '2．', '3．', '4)'],
])('an item with another mark than its list is the next of it: %s%s%s%s', (...marks) => {
  const words = ['甲项', '乙项', '丙项', '丁项'];
  const { plan, open } = planOf(
    ...[T, '一、任务', ...marks.map((mark, index) => `${mark}${the(words[index])}。（${index}局负责）`)],
    ...['二、保障', '加强领导。'],
  );
  expect(plan.tasks.map(({ text }) => text)).toEqual(['甲项。', '乙项。', '丙项。', '丁项。']);
  const slipped = open.filter((one) => one.startsWith('this item begins with'));
  expect(slipped).toHaveLength(marks.includes('3 ．') ? 0 : marks[1] === '2、' && marks[0] === '1．' ? 2 : 1);
});

test.each([
  // A list inside of an item, whose first number stands in the line of the item.
  [['1.甲项：1、做一；', '2、做二。（甲局负责）', '2.乙项。（乙局负责）', '3.丙项。（丙局负责）'], 3],
  [['1.甲项。（甲局负责）', '1、做一；', '2、做二；', '2.乙项。（乙局负责）'], 2],
  // A line that was broken before a figure.
  [['1.甲项。（甲局负责）', '2.乙项，建成', '3 个公园。（乙局负责）'], 2],
  [['1.甲项。（甲局负责）', '2.乙项，建成', '3 个公园。（乙局负责）', '3.丙项。（乙局负责）'], 3],
])('what continues no list stays in its item: %j', (lines, count) => {
  expect(planOf(T, '一、任务', ...lines).plan.tasks).toHaveLength(count);
});

test('a second list below a title or heading of its own begins anew where the first runs on across sections', () => {
  const first = [
    '一、主动公开',
    '1.甲项。（甲局负责）',
    '2.乙项。（乙局负责）',
    '二、政策解读',
    '3.丙项。（丙局负责）',
  ];
  const second = ['1.丁项。（牵头单位：丁局）', '2.戊项。（牵头单位：戊局）'];
  for (const above of [['附件2', '2021年民生实事'], ['三、民生实事']]) {
    const { plan, open } = planOf(T, ...first, ...above, ...second);
    expect(plan.tasks.map(({ number, marker, text }) => `${number} ${marker} ${text}`)).toEqual([
      ...['1-1 1. 甲项。', '1-2 2. 乙项。', '2-1 3. 丙项。', '3-1 1. 丁项。', '3-2 2. 戊项。'],
    ]);
    expect(open.join('\n')).toContain('the numbers begin anew here');
  }
  const gap = [T, ...first, '三、民生实事', '1.丁项。（丁局负责）', '5.戊项。（戊局负责）'];
  expect(refusalOf(gap.join('\n')).join('\n')).toContain('task number 1 occurs twice');
});

/** Each task with its number as printed, below the heading of its part. */
const placed = (...lines: string[]) => {
  const { plan } = planOf(...lines);
  return plan.tasks.map(({ section, marker, text }) => {
    const { part } = the(plan.sections.find(({ number }) => number === section));
    return `${plan.parts.find(({ number }) => number === part)?.heading.shown ?? ''}: ${marker} ${text}`;
  });
};

test.each([
  ['一、平台', '二、数据', (number: string) => `${number} `],
  ['1 平台', '2 数据', (number: string) => number],
  ['1.平台', '2.数据', (number: string) => `${number}.`],
])('numbers of two levels, 1.1 and 1.2 below “%s”, are read as such', (first, second, mark) => {
  const task = (number: string, words: string) =>
    `${mark(number)}${words}项，建设\n3.2亿元的工程。（${words}局负责）`;
  const lines = [
    T,
    first,
    task('1.1', '甲'),
    task('1.2', '乙'),
    second,
    task('2.1', '丙'),
    task('2.2', '丁'),
  ];
  const words = (name: string) => `${name}项，建设\n3.2亿元的工程。`;
  expect(placed(...lines)).toEqual([
    ...[`${first}: ${mark('1.1').trim()} ${words('甲')}`, `${first}: ${mark('1.2').trim()} ${words('乙')}`],
    ...[`${second}: ${mark('2.1').trim()} ${words('丙')}`, `${second}: ${mark('2.2').trim()} ${words('丁')}`],
  ]);
});

test('numbers of three levels are not read, and the import says so', () => {
  const lines = [T, '1 平台', '1.1 云', '1.1.1 甲项。（甲局负责）', '1.1.2 乙项。（乙局负责）', '1.2 数据'];
  expect(refusalOf(lines.join('\n')).join('\n')).toMatch(
    /:4 +numbers of three levels such as 1\.1\.1 are not read/,
  );
});

test('P3: 11.121人才项目 is item 11 behind ten others', () => {
  const tasks = tasksOf(T, ...many(10), '11.121人才项目。（乙局负责）', '12.丙项。（丙局负责）');
  expect(tasks.slice(10)).toEqual(['121人才项目。 乙局', '丙项。 丙局']);
});

test.each([
  '一、把政策和改革结合起来，提高实效性（一）用好政策。用好各项政策。（甲局负责）具体措施：1．做一。2．做二。（二）做好改革。推进改革。（乙局负责）具体措施：1．做三。2．做四。二、把服务和管理结合，提高水平（一）优化服务。推进服务。（丙局负责）具体措施：1．做五。',
  '一、加强领导，落实责任（一）建立机制。明确分工。（甲局负责）（二）加强协调。定期会商。（乙局负责）（三）加强检查。（丁局负责）二、强化保障,加大投入（一）增加经费。列入预算。（丙局负责）（二）培训人员。（丁局负责）（三）添置设备。（丁局负责）',
  '一、提质，增效，惠民（一）抓项目。建设十个。（甲局负责）（二）抓招商。引进五个。（乙局负责）（三）抓用地。（丁局负责）二、宣传，督查（一）抓宣传。开设专栏。（丙局负责）（二）抓督查。（丁局负责）（三）抓考核。（丁局负责）',
])('P11: on one line a heading may contain commas: %s', (text) => {
  const { plan } = planOf(T, text);
  expect(plan.parts).toHaveLength(2);
  const named = plan.tasks.filter(({ duty }) => duty.units[0]?.name !== '丁局');
  expect(named.map(({ number, duty }) => `${number} ${duty.units[0]?.name ?? ''}`)).toEqual([
    ...['1-1 甲局', '1-2 乙局', '2-1 丙局'],
  ]);
});

test.each([
  '整改措施：治理。\n建设管网。',
  '整改措施：\n1.治理。\n2.建设。',
  '整改情况：已治理。\n长期坚持。',
])('P12: below the last labels “%s” stays with the last task as with the others', (below) => {
  const item = (number: string, unit: string) =>
    `${number}、某某问题\n责任单位：${unit}\n整改时限：2022年12月底\n${below}`;
  const { plan } = planOf(
    '某某县整改清单',
    ...[item('一', '甲局'), item('二', '乙局'), item('三', '丙局')].join('\n').split('\n'),
  );
  expect(plan.tasks).toHaveLength(3);
  const last = the(below.split('\n').at(-1)).replace(/^\d\./, '');
  for (const { text, duty, deadline } of plan.tasks) {
    expect(text).toContain(last);
    expect([duty.units.length, deadline?.date]).toEqual([1, '2022-12-31']);
  }
});

test.each([
  [
    '登录http://zwfw.example.gov.cn:8080/a,b?x=1;y=2办理,限期.',
    '登录http://zwfw.example.gov.cn:8080/a,b?x=1;y=2办理，限期.',
  ],
  ['见www.example.gov.cn:80(公开),下同', '见www.example.gov.cn:80（公开），下同'],
  ['发至a.b@example.gov.cn;抄送', '发至a.b@example.gov.cn；抄送'],
  ['https://example.gov.cn/(甲)', 'https://example.gov.cn/（甲）'],
  ['比例1:2,见ftp://h/x:y', '比例1:2，见ftp://h/x:y'],
])('P17: %s is shown as %s', (source, shown) => {
  expect(toShown(source)).toBe(shown);
});

test.each([
  ['⺠政', '民政'],
  ['⽅案⽉⼀', '方案月一'],
  ['⻔⼾⻚⾯', '门户页面'],
])('P18: %s is shown as %s and found by it', (received, shown) => {
  expect(toShown(received)).toBe(shown);
  expect(normalize(received)).toBe(normalize(shown));
});

test('P18: radicals are named at the import, headings, units and dates are read through them', () => {
  const { plan, open } = planOf(
    '某某县⺠政⽅案',
    '⼀、任务',
    '1.甲项。（县⺠政局负责，2018年6⽉底前）',
    '2.乙项。（㲵阳镇政府负责）',
  );
  expect(plan.title.shown).toBe('某某县民政方案');
  expect(plan.units.map(({ id }) => id)).toContain('xian-minzheng-ju');
  expect(plan.tasks[0]?.deadline?.date).toBe('2018-06-30');
  expect(open.join(' ')).toContain('⺠ → 民 (2)');
  expect(open.join(' ')).toContain('㲵 has no reading');
});

test.each([
  [['附件', '2026年某某市民生实事'], '2026年某某市民生实事'],
  [['请认真落实。', '', '某某市2026年重点工作清单'], '某某市2026年重点工作清单'],
  [['附件1：', '民生实事'], '民生实事'],
])('P20: tasks below %j stand under that title', (head, title) => {
  const { plan } = planOf(
    '某某市工作报告',
    '一、回顾',
    '成绩显著。',
    '二、打算',
    '继续努力。',
    ...head,
    '1.建学校。（牵头单位：甲局）',
    '2.修路。（牵头单位：乙局）',
  );
  const part = plan.parts.at(-1);
  expect(part?.heading.shown).toBe(title);
  expect(plan.sections.map((section) => section.part)).toEqual([part?.number]);
});

test.each([
  ['一、提高认识。要重视。', '二、加强领导。要落实。'],
  ['（一）提高认识。要重视。', '（二）加强领导。要落实。', '（三）按时报送。'],
  ['1.提高认识。', '2.加强领导。'],
])('P20: the numbers of a covering notice (%s, …) are none of the plan', (...notice) => {
  const { plan } = planOf(
    ...[
      '某某市人民政府关于印发某某市养老工作方案的通知',
      '各区县：',
      ...notice,
      '某某市养老工作方案',
      '为做好工作，制定本方案。',
    ],
    ...['一、重点任务', '1.建设中心。（甲局负责）', '2.培训人员。（乙局负责）', '二、保障措施', '加强宣传。'],
  );
  expect(plan.title.shown).toBe('某某市养老工作方案');
  expect(plan.parts.map(({ heading }) => heading.shown)).toEqual(['一、重点任务', '二、保障措施']);
  expect(plan.tasks.map(({ number }) => number)).toEqual([1, 2]);
});

test('a heading inside a table below which no row is a task is prose, and the measures run on', () => {
  const heads = '序号\t工作任务\t牵头单位';
  const { plan, open } = planOf(
    ...['某某县任务分解表', heads, '一、发展', '1\t甲项\t甲局', '某某县任务分解表', heads],
    ...['二、民生', '1\t乙项\t乙局'],
  );
  expect(plan.tasks.map(({ text }) => text.trim())).toEqual(['甲项', '乙项']);
  expect(plan.sections.flatMap(({ measures }) => measures.map(({ number }) => number))).toEqual([1, 2]);
  expect(open).toContain('a heading below which no row is a task, kept as prose');
});

test('that the first one leads holds for one clause, unless the text says 下同', () => {
  const plan = (...words: string[]) =>
    planOf(T, '一、任务', `1.甲。（责任单位：甲局、乙局${words.join('')}）`, '2.乙。（责任单位：丙局、丁局）')
      .plan;
  const leads = ({ tasks }: ReturnType<typeof plan>) =>
    tasks.flatMap(({ duty }) => duty.units.flatMap(({ name, role }) => (role === 'lead' ? [name] : [])));
  expect(leads(plan('（排名第一的为牵头单位）'))).toEqual(['甲局']);
  expect(leads(plan('（列第一位的为牵头单位，下同）'))).toEqual(['甲局', '丙局']);
});

test('a bracket with nothing but units does not make an item prose, and is told as not read', () => {
  const { plan, open } = planOf(
    T,
    '一、任务',
    '1.甲。（区发改局、区统计局）',
    '2.乙。（区住建局牵头）',
    '3.丙。【区教育局、各镇】',
  );
  expect(plan.tasks.map(({ readings }) => readings.units)).toEqual(['unread', 'named', 'unread']);
  expect(open.filter((problem) => problem.includes('cannot read'))).toEqual([
    'task 1: cannot read “区发改局、区统计局” in the clause',
    'task 3: cannot read “区教育局、各镇” in the clause',
  ]);
});

test('a title in words of a clause that cannot be read is registered like any other', () => {
  const { plan } = planOf(
    T,
    '一、任务（甲局按照《乙办法》负责）',
    '1.甲。（甲局牵头，乙局按照《甲条例》落实）',
    '2.乙。（甲局负责）',
  );
  expect(plan.documents.map(({ title }) => title)).toContain('甲条例');
});

test('items that name their units in a sentence stay tasks; a sentence without 由 is reported as not read', () => {
  const { plan, open } = planOf(
    T,
    '一、推进依法行政',
    '1.公布清单。由市委编办牵头，市司法局配合，2022年6月底前完成。',
    '2.审查文件。市司法局负责，持续推进。',
    '二、公正司法',
    '3.规范减刑。（市法院、市检察院负责）',
    '4.推进普法。（市司法局牵头）',
  );
  expect(plan.tasks.map(({ number, readings }) => `${number} ${readings.units}`)).toEqual([
    '1 named',
    '2 unread',
    '3 named',
    '4 named',
  ]);
  expect(open).toEqual(['task 2 names bodies in a sentence: “市司法局负责，持续推进”']);
});

test('a plan whose items all name their units in sentences is imported', () => {
  const { plan } = planOf(T, '1.甲项。由市司法局负责。', '2.乙项。市教育局牵头，市财政局配合。');
  expect(plan.tasks.map(({ readings }) => readings.units)).toEqual(['named', 'unread']);
});

test('items of prose are not said to name nobody where they may', () => {
  const prose = (...items: string[]) => {
    const { plan, open } = planOf(
      T,
      '一、任务',
      '1.甲。（甲局负责）',
      '2.乙。（乙局负责）',
      '二、保障',
      ...items,
    );
    expect(plan.tasks).toHaveLength(2);
    return open;
  };
  expect(prose('1.加强领导。', '2.加强宣传。')).toEqual([
    'items 1–2 up to line 7 name nobody and are kept as prose',
  ]);
  const naming = ['1.加强领导。由县司法局负责。', '2.加强宣传。', '3.加强督查。各部门要密切配合。'];
  expect(prose(...naming)).toEqual([
    'items 1–3 up to line 8 have no clause that can be read and are kept as prose',
  ]);
});

test.each([
  ['任务1：', '任务2：', '任务3：'],
  ['事项一：', '事项二：', '事项三：'],
  ['项目一、', '项目二、', '项目三、'],
  ['任务一 ', '任务二 ', '任务三 '],
])('%s and the like number the items below headings', (first, second, third) => {
  const { plan, open } = planOf(
    ...['某某县任务清单', '一、简政放权', `${first}压缩时间`, '牵头单位：县司法局', '完成时限：2021年3月底'],
    ...[`${second}推进分离`, '牵头单位：县教育局', '二、优化服务', `${third}一网通办`, '牵头单位：县数据局'],
  );
  expect(plan.parts.map(({ heading }) => heading.shown)).toEqual(['一、简政放权', '二、优化服务']);
  expect(
    plan.tasks.map(({ number, title, duty }) => [number, title, ...duty.units.map(({ name }) => name)]),
  ).toEqual([
    [1, '压缩时间', '县司法局'],
    [2, '推进分离', '县教育局'],
    [3, '一网通办', '县数据局'],
  ]);
  expect(open).toEqual([]);
});

test.each([
  [['◆甲甲。（甲局负责）', '◆乙乙。（乙局负责）'], '2 lines of item 1 end with a clause of their own'],
  [['一是甲甲。（甲局负责）', '二是乙乙。（乙局负责）'], '2 lines of item 1 end with a clause of their own'],
  [['甲甲', '牵头单位：甲局', '乙乙', '牵头单位：乙局'], 'the label 牵头单位: stands twice in item 1'],
])('an item that may be several tasks (%j) is named', (lines, problem) => {
  const { open } = planOf(T, '一、简政', ...lines, '二、服务', '丙丙。（丙局负责）');
  expect(open).toEqual([problem]);
});

test('the number of a task in a sentence is no marker', () => {
  expect(tasksOf(T, '1.完成任务2：甲项。（甲局负责）', '2.乙项。（乙局负责）')).toEqual([
    '完成任务2：甲项。 甲局',
    '乙项。 乙局',
  ]);
});

test.each([
  ['（', '）'],
  ['(', ')'],
  ['【', '】。'],
])('a clause in %s%s over several lines is read whole, below its item or behind it', (open, close) => {
  for (const gap of ['\n', '', '\n\n']) {
    const clause = (unit: string) =>
      `${gap}${open}牵头单位：${unit}\n配合单位：乙局\n完成时限：2022年6月${close}`.split('\n');
    const item = (text: string, unit: string) => {
      const [first = '', ...more] = clause(unit);
      return [text + first, ...more];
    };
    const { plan, open: told } = planOf(T, ...item('1.甲项。', '甲局'), ...item('2.乙项。', '丙局'));
    expect(told).toEqual([]);
    expect(
      plan.tasks.map(({ duty, deadline }) => [
        ...duty.units.map(({ name, role }) => `${name} ${role}`),
        deadline?.date,
      ]),
    ).toEqual([
      ['甲局 lead', '乙局 support', '2022-06-30'],
      ['丙局 lead', '乙局 support', '2022-06-30'],
    ]);
  }
});

test('a bracket over several lines with words that are no label is an unclosed one', () => {
  const { findings } = parsePlan(
    [T, '1.甲项。', '（牵头单位：甲局', '请抓紧', '配合单位：乙局）', '2.乙项。（丙局负责）'].join('\n'),
    origin,
  );
  expect(findings.map(({ problem }) => problem)).toEqual([
    'task 1 has an unclosed bracket: “（牵头单位：甲局\n请”',
  ]);
});

test.each([
  ['有效性：失效', ['the page says of the document: “有效性：失效”']],
  ['索引号：1 效力状态：已废止', ['the page says of the document: “效力状态：已废止”']],
  ['有效性：有效', []],
  ['是否有效：是', []],
])('an editor is told what the page says of the force of the document: %s', (table, expected) => {
  const { open } = planOf(table, T, '1.甲。（甲局负责）', '2.乙。（乙局负责）');
  expect(open).toEqual(expected);
});

test('a character for private use is named with its line, once', () => {
  const { open } = planOf(T, '1.甲\ue000项。（甲局负责）', '2.乙\ue001项。（乙局负责）');
  expect(open).toEqual([
    'character 4 (U+E000) has a form only in the font it was written with, and others in 1 line',
  ]);
});

test('tasks whose numbers are words are not merged in silence', () => {
  const { open } = planOf(
    T,
    '一、履行职能',
    '（一）深化改革',
    '重点任务1：编制清单',
    '责任单位：甲局',
    '第2项：开展承诺',
    '责任单位：乙局',
    '（二）健全制度',
    '制度要健全。',
    '责任单位：丙局',
  );
  expect(open.filter((problem) => problem.includes('task of its own'))).toEqual([
    'item 1: “重点任务1” may begin a task of its own',
    'item 1: “第2项” may begin a task of its own',
  ]);
});

test('where no clause of the plan can be read, none is given as an example', () => {
  const { findings, open } = parsePlan(
    `${T}\n第一条 甲项。（甲局、乙局）\n第二条 乙项。\n第三条 丙项。（丙局、丁局）\n`,
    origin,
  );
  const advice = [...findings, ...open].find(({ problem }) =>
    problem.includes('no responsibility clause'),
  )?.advice;
  expect(advice).toMatch(/^compare with the published page(?:; where|$)/);
});

test.each([
  ['以上各项工作须于2022年12月底前全面完成。', '2022-12-31'],
  ['本方案所列各项任务均应在2023年6月30日前全部完成。', '2023-06-30'],
  ['各项工作要按要求推进。', undefined],
])('a date for all tasks holds for each that has none: %s', (sentence, date) => {
  const { plan } = planOf(T, '一、任务', '1.甲。（甲局负责）', '2.乙。（乙局负责）', '二、要求', sentence);
  expect(plan.generalDeadline?.date).toBe(date);
  expect(plan.tasks.map(({ deadline }) => deadline?.date)).toEqual([date, date]);
});

test.each([
  ['上一轮方案确定的各项任务已于2020年12月底前全部完成。', 'none'],
  ['省政府要求各项任务2021年底前完成。', 'unread'],
  ['所有整改任务2022年10月底前必须整改到位。', 'unread'],
  ['本方案任务完成时限均为2022年12月底。', 'unread'],
  ['已列入清单的各项任务要在2020年底前落实到位。', 'unread'],
  ['到2025年，法治水平明显提高。', 'none'],
])(
  'a sentence that may set a date for all is no reason to say that there is none: %s',
  (sentence, reading) => {
    const { plan } = planOf(T, '一、任务', '1.甲。（甲局负责）', '2.乙。（乙局负责）', '二、要求', sentence);
    expect(plan.generalDeadline).toBeUndefined();
    expect(plan.tasks.map(({ readings }) => readings.deadline)).toEqual([reading, reading]);
  },
);

test('a date for the tasks of one section is no rule for all', () => {
  const { plan } = planOf(
    T,
    '一、任务',
    '1.甲。（甲局负责）',
    '以上工作于2022年6月底前完成。',
    '二、其他任务',
    '2.乙。（乙局负责）',
  );
  expect(plan.generalDeadline).toBeUndefined();
});

test('a column whose head speaks of time keeps its tasks from having none', () => {
  const { plan } = planOf(
    T,
    '序号\t任务\t2021年目标\t责任单位',
    '1\t完善制度。\t出台办法\t县司法局',
    '2\t推进改革。\t\t县教育局',
    '3\t开展普法。\t全面铺开\t县司法局',
  );
  expect(plan.tasks.map(({ readings }) => readings.deadline)).toEqual(['unread', 'none', 'unread']);
});

/** The last sentence of a task is its clause where it begins with 由 and names authorities only. */
test.each([
  ['公布清单。由县司法局牵头，县财政局配合。', '县司法局、县财政局', 'named'],
  ['公布清单。由县司法局会同县财政局负责，2022年6月底前完成。', '县司法局、县财政局', 'named'],
  ['公布清单。由各乡镇负责落实', '', 'unread'],
  ['公布清单。县司法局牵头，县财政局配合。', '', 'unread'],
  ['公布清单。由乡村学校负责。', '', 'unread'],
  ['公布清单，由县司法局负责。', '', 'unread'],
  ['公布清单。由县司法局负责。\n做好宣传。', '', 'unread'],
  ['公布清单。由各乡镇负责。（县民政局牵头）', '县民政局', 'named'],
  ['公布清单。（县民政局牵头）\n由县司法局负责。', '县民政局、县司法局', 'named'],
])('“%s” names “%s”', (item, expected, reading) => {
  const text = [T, '一、主要任务', `1.${item}`, '2.清理文件。（县司法局负责）'].join('\n');
  const { content } = parsePlan(text, { ...origin, accept: true });
  expect(rebuildSeed(verbatimPieces(the(content, 'content')))).toBe(text);
  expect(check(interpret(the(content)), { text, sha256: origin.sha256 })).toEqual([]);
  const [task] = assemble(interpret(the(content))).tasks;
  expect(
    the(task)
      .duty.units.map(({ name }) => name)
      .join('、'),
  ).toBe(expected);
  expect(the(task).readings.units).toBe(reading);
});

test('in a part of prose such a sentence makes no task', () => {
  const { plan } = planOf(
    T,
    '一、主要任务',
    '1.公布清单。（县司法局负责）',
    '二、组织保障',
    '1.加强领导。',
    '2.加强督查。由县政府督查室负责。',
    '3.加强宣传。',
  );
  expect(plan.tasks).toHaveLength(1);
});

test.each(['责任单位及责任人', '责任领导及责任单位'])(
  'a column “%s” beside one of units is not read, and the import says so',
  (head) => {
    const { plan, open } = planOf(
      T,
      `序号\t任务\t牵头单位\t${head}\t完成时限`,
      '1\t建设公园。\t县林业局\t县财政局 李四\t2023.6',
      '2\t建设水厂。\t县水利局\t赵六\t2023.9',
    );
    expect(plan.units.map(({ name }) => name)).toEqual(['县林业局', '县水利局']);
    expect(open).toContain(`the column “${head}” names units and people together`);
  },
);

test('a table that is aligned by blanks stops the import as such', () => {
  const rows = [
    '序号  任务      责任单位  完成时限',
    '1     建设公园  县林业局  2023年6月',
    '2     建设水厂  县水利局  2023年9月',
  ];
  expect(refusalOf([T, ...rows].join('\n'))).toEqual([expect.stringContaining('only aligned by blanks')]);
});

test('a column of units and people is a column of a table whose units are not read', () => {
  const { plan } = planOf(
    T,
    '序号\t任务\t责任单位及责任人\t完成时限',
    '1\t建设公园。\t县林业局 李四\t2023.6',
    '2\t建设水厂。\t县水利局 赵六\t2023.9',
  );
  expect(plan.units).toEqual([]);
  expect(plan.tasks.map(({ readings, deadline }) => [readings.units, deadline?.date])).toEqual([
    ['unread', '2023-06-30'],
    ['unread', '2023-09-30'],
  ]);
});
