/** P7: the title of a text, on one line or on several, and what stands around it. */
import { expect, test } from 'vitest';
import { assemble } from '../../../src/assemble/plan.ts';
import { interpret } from '../../../src/content-files/interpret.ts';
import { rebuildSeed, verbatimPieces } from '../../../src/content-files/verbatim.ts';
import { parsePlan } from '../../../src/import/parse-plan.ts';
import { draftOf, origin } from '../../support/helpers.ts';

const BODY = ['一、重点任务', '1.甲项。（甲局负责）', '2.乙项。（乙局负责）'];

test.each([
  [
    ['某某省关于加快推进某某和', '某某产业转型升级的指导意见', '某发〔2018〕42号', '各市人民政府：'],
    '某某省关于加快推进某某和某某产业转型升级的指导意见',
  ],
  [
    ['某某市人民政府', '关于推进服务业发展的实施意见', '各县人民政府：'],
    '某某市人民政府关于推进服务业发展的实施意见',
  ],
  [
    ['某某县贯彻落实《某某省质量', '强省建设纲要》', '实施方案'],
    '某某县贯彻落实《某某省质量强省建设纲要》实施方案',
  ],
  [['某某区2023年重点任务', '责任分解表'], '某某区2023年重点任务责任分解表'],
  [
    ['某某市优化营商环境三年行动计划', '（2018—2020年）', '为优化环境，制定本计划。'],
    '某某市优化营商环境三年行动计划（2018—2020年）',
  ],
  [['某某县关于加强', '', '河道管理工作', '的实施意见'], '某某县关于加强河道管理工作的实施意见'],
  [['某某县档案事业发展规划', '　　', '（2016—2020年）'], '某某县档案事业发展规划（2016—2020年）'],
  [
    [
      '云岭市人民政府办公室关于印发云岭市优化营商环境',
      '攻坚行动方案的通知',
      '各县人民政府：',
      '现印发给你们。',
      '云岭市优化营商环境攻坚行动方案',
      '为优化环境，制定本方案。',
    ],
    '云岭市优化营商环境攻坚行动方案',
  ],
  [
    [
      '某某市人民政府办公室',
      '关于印发某某市养老服务工作方案的通知',
      '各县人民政府：',
      '现印发给你们。',
      '某某市养老服务工作方案',
      '为做好工作，制定本方案。',
    ],
    '某某市养老服务工作方案',
  ],
  [
    [
      '某某县人民政府关于印发《某某县2020年工作要点》的通知',
      '各乡镇：',
      '现予印发，请遵照执行。',
      '某某县2020年',
      '工作要点',
    ],
    '某某县2020年工作要点',
  ],
  [['某某市水污染防治工作方案某政发〔2018〕42号', '为做好工作，制定本方案。'], '某某市水污染防治工作方案'],
  [['某某市水污染防治工作方案（某政办发〔2018〕42号）'], '某某市水污染防治工作方案'],
  [['标　　题：某某市水污染防治工作方案', '索引号：1/2018'], '某某市水污染防治工作方案'],
  [
    [
      '标题：某某市水污染防治方案',
      '发布日期：2018-03-02',
      '某某市水污染防治方案',
      '为做好工作，制定本方案。',
    ],
    '某某市水污染防治方案',
  ],
  [
    ['某某县进一步优化政务服务', '提升行政效能推动“一件事”', '实施方案'],
    '某某县进一步优化政务服务提升行政效能推动“一件事”实施方案',
  ],
  [
    [
      '某某县人民政府办公室关于印发',
      '某某县进一步优化政务服务',
      '推动“一件事”实施方案的通知',
      '某政办发〔2024〕5号',
      '各乡镇人民政府：',
      '现印发给你们。',
      '某某县人民政府办公室',
      '2024年4月2日',
      '某某县进一步优化政务服务推动“一件事”实施方案',
    ],
    '某某县进一步优化政务服务推动“一件事”实施方案',
  ],
  [
    [
      '某某县人民政府办公室关于印发',
      '某某县推进“放管服”改革实施方案的通知',
      '现印发给你们。',
      '某某县推进“放管服”',
      '',
      '改革实施方案',
    ],
    '某某县推进“放管服”改革实施方案',
  ],
  [
    [
      '中共某某县委全面依法治县委员会',
      '关于印发《某某县法治社会建设实施方案',
      '（2021—2025年）》的通知',
      '某法委发〔2021〕3号',
      '各乡镇党委：',
      '现印发给你们。',
      '中共某某县委全面依法治县委员会',
      '2021年4月2日',
      '某某县法治社会建设实施方案',
      '（2021—2025年）',
    ],
    '某某县法治社会建设实施方案（2021—2025年）',
  ],
  [
    [
      '某某县人民政府办公室关于印发',
      '某某县推进“放管服”改革',
      '实施方案的通知',
      '各乡镇：',
      '现印发给你们。',
    ],
    '某某县人民政府办公室关于印发某某县推进“放管服”改革实施方案的通知',
  ],
  [
    ['某某县贯彻《某某省行动计划', '（2021—2025年）》', '实施方案'],
    '某某县贯彻《某某省行动计划（2021—2025年）》实施方案',
  ],
  [['某某县公报', '2024年4月2日', '某某县工作方案'], '某某县工作方案'],
  [['某某市人民政府门户网站', '政务公开', '某某市水污染防治方案'], '某某市水污染防治方案'],
  [['某某市水污染防治方案', '根据省有关要求，现提出以下意见'], '某某市水污染防治方案'],
])('of %j the title is %s', (head, title) => {
  const text = [...head, ...BODY].join('\n');
  const content = draftOf(text);
  expect(assemble(interpret(content)).title.shown).toBe(title);
  expect(rebuildSeed(verbatimPieces(content))).toBe(text);
  expect(content.tasks).toHaveLength(2);
});

test('of a notice and its plan both are in the text', () => {
  const head = [
    '某某县人民政府办公室',
    '关于印发某某县工作方案的通知',
    '各乡镇：',
    '现印发给你们。',
    '某某县工作方案',
  ];
  const { plan, chapters } = draftOf([...head, ...BODY].join('\n'));
  expect(plan.title.line).toBe(5);
  expect(chapters[0]?.prose.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
  expect(plan.chrome).toEqual([]);
});

test('a line above the title that may belong to it is named, where it is taken for one of the page', () => {
  const openOf = (...head: string[]) =>
    parsePlan([...head, ...BODY].join('\n'), origin)
      .open.filter(({ problem }) => problem.includes('title'))
      .map(({ line, problem }) => `${line ?? ''} ${problem}`);
  expect(openOf('某某县坚持和完善基层治理', '持续为基层减负增效工作方案')).toEqual([]);
  expect(openOf('坚持人民至上生命至上', '某某县安全生产工作方案')).toEqual([
    '1 “坚持人民至上生命至上” is taken for a line of the web page, not for the beginning of the title',
  ]);
  expect(openOf('某某市人民政府门户网站', '政务公开', '某某县工作方案')).toEqual([]);
});

test('the numbers of a notice whose title stands on two lines are none of the plan', () => {
  const head = ['某某县人民政府办公室关于印发', '某某县普法工作方案的通知', '各乡镇：'];
  const notice = ['一、提高认识。要重视。', '二、加强领导。要落实。', '某某县普法', '工作方案'];
  const plan = assemble(interpret(draftOf([...head, ...notice, ...BODY].join('\n'))));
  expect(plan.title.shown).toBe('某某县普法工作方案');
  expect(plan.parts.map(({ heading }) => heading.shown)).toEqual(['一、重点任务']);
});

test.each([
  ['某某市人民政府办公室文件', '某某市人民政府办公室'],
  ['中共某某市委办公室 某某市人民政府办公室文件', '中共某某市委办公室 某某市人民政府办公室'],
])('the letterhead “%s” is text, and says who issued it', (letterhead, issuer) => {
  const text = [letterhead, '某政办发〔2022〕9号', '某某市工作方案', ...BODY].join('\n');
  const { plan, chapters } = draftOf(text);
  expect(plan.title.text).toBe('某某市工作方案');
  expect(plan.chrome).toEqual([]);
  expect(chapters[0]?.prose.map(({ text: words }) => words)).toContain(letterhead);
  expect(plan.metadata?.issuer).toEqual({ line: 1, words: issuer });
});

test.each(['（2025年1月20日印发）', '（2025年1月20日某某市人民政府第3次常务会议通过）'])(
  'the day “%s” below a title is no part of it, and nobody says that the text has none',
  (day) => {
    const text = ['某某市某某局2025年重点任务分解表', day, ...BODY].join('\n');
    const { title, readings } = assemble(interpret(draftOf(text)));
    expect(title.shown).toBe('某某市某某局2025年重点任务分解表');
    expect([readings.dated, readings.published, readings.issuer]).toEqual(['unread', 'unread', 'unread']);
  },
);
