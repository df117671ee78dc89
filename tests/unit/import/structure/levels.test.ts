/** Headings of several levels: every item that says who is responsible is a task below its heading, or the editor is told. */
import { expect, test } from 'vitest';
import { assemble } from '../../../../src/assemble/plan.ts';
import { interpret } from '../../../../src/content-files/interpret.ts';
import { rebuildSeed, verbatimPieces } from '../../../../src/content-files/verbatim.ts';
import { parsePlan } from '../../../../src/import/parse-plan.ts';
import { origin, refusalOf, the } from '../../../support/helpers.ts';

function planOf(...lines: string[]) {
  const text = lines.join('\n');
  const { content, open } = parsePlan(text, origin);
  expect(rebuildSeed(verbatimPieces(the(content, 'content')))).toBe(text);
  return {
    plan: assemble(interpret(the(content))),
    open: open.map(({ line, problem }) => `${line ?? ''} ${problem}`),
  };
}
/** Each task below the heading of its part and in its section, with who is responsible. */
const tasksOf = ({ plan }: ReturnType<typeof planOf>) =>
  plan.tasks.map(({ title, section, duty }) => {
    const own = the(plan.sections.find(({ number }) => number === section));
    const part = plan.parts.find(({ number }) => number === own.part)?.heading.shown ?? '';
    return `${part} ${section}: ${title} ${duty.units.map(({ name }) => name).join('、')}`;
  });

const T = '某某县规划';

test.each([
  ['第一部分 ', '第二部分 ', '第三部分 '],
  ['第一部分：', '第二部分：', '第三部分：'],
  ['第一部分', '第二部分', '第三部分'],
  ['第1部分　', '第2部分　', '第3部分　'],
  ['第一编 ', '第二编 ', '第三编 '],
  ['第一篇、', '第二篇、', '第三篇、'],
])(
  'parts such as %s… stand above 一、, （一） and 1., which may be tasks of one and headings of another',
  (first, second, third) => {
    const read = planOf(
      ...[T, `${first}总体要求`, '到2025年建成。', `${second}重点任务`, '一、健全制度', '（一）完善立法'],
      ...[
        '1.制定条例。（甲局牵头）',
        '2.修订规章。（甲局牵头）',
        '（二）规范执法',
        '3.推行公示。（甲局牵头）',
      ],
      ...['二、强化监督', '（三）审计监督', '4.开展审计。（乙局负责）'],
      ...[`${third}组织保障`, '一、加强领导。（丙局负责）', '二、强化考核。（丁局负责）', '三、加强宣传。'],
    );
    expect(tasksOf(read)).toEqual([
      `${second}重点任务 1: 制定条例 甲局`,
      `${second}重点任务 1: 修订规章 甲局`,
      `${second}重点任务 1: 推行公示 甲局`,
      `${second}重点任务 2: 开展审计 乙局`,
      `${third}组织保障 3: 加强领导 丙局`,
      `${third}组织保障 3: 强化考核 丁局`,
    ]);
    expect(read.plan.sections).toHaveLength(3);
    expect(read.open).toEqual(['17 a heading below which nobody is named, kept as prose']);
  },
);

test('headings of a level that are tasks in one part stand in one section, and are numbered in it', () => {
  const read = planOf(
    ...[T, '一、重点任务', '（一）维护权威', '1.甲项。（甲局牵头）', '2.乙项。（甲局牵头）'],
    ...['二、保障措施', '（一）加强领导。（乙局负责）', '（二）加强考核。（丙局负责）'],
  );
  expect(read.plan.sections).toHaveLength(2);
  expect(read.plan.tasks.map(({ number }) => number)).toEqual(['1-1', '1-2', '2-1', '2-2']);
});

test('a sentence that begins with 第一部分 is no heading, and below such headings alone there are no tasks', () => {
  const read = planOf(
    T,
    '一、任务',
    '1.甲项。',
    '第一部分资金用于建设，第二部分用于运行。（甲局负责）',
    '2.乙项。（乙局负责）',
  );
  expect(read.plan.tasks.map(({ text }) => text)).toEqual([
    '甲项。\n第一部分资金用于建设，第二部分用于运行。',
    '乙项。',
  ]);
  const lost = [T, '第一部分 环境', '责任单位：甲局', '责任单位：乙局', '第二部分 服务', '责任单位：丙局'];
  expect(refusalOf(lost.join('\n')).join('\n')).toContain('no numbered item says who is responsible');
});

test('a heading with a clause and text below it, but no number, is a task of which the heading says who is responsible', () => {
  const read = planOf(
    ...[T, '第一部分 重点任务', '一、完善制度', '1.甲项。（甲局牵头）', '2.乙项。（甲局负责）'],
    ...['第二部分 专项任务', '一、优化环境（乙局牵头）', '压减事项，规范中介。', '二、培训。（丙局负责）'],
  );
  expect(read.plan.tasks.map(({ text }) => text)).toEqual([
    '甲项。',
    '乙项。',
    '压减事项，规范中介。',
    '二、培训。'.slice(2),
  ]);
  expect(read.plan.sections[1]?.duty?.units.map(({ name }) => name)).toEqual(['乙局']);
});

test.each([
  [['2.乙项。', '（1）做一。（甲局负责）', '（2）做二。（乙局负责）']],
  [['2.乙项。（甲局负责）', '（1）做一。（乙局负责）']],
])('numbered lines within an item that have clauses of their own are named: %j', (lines) => {
  const read = planOf(
    T,
    '一、任务',
    '1.甲项。（甲局负责）',
    ...lines,
    '3.丙项。（丙局负责）',
    '4.丁项。（丙局负责）',
  );
  expect(read.plan.tasks).toHaveLength(4);
  expect(read.open.join('\n')).toContain('4 2 lines of item 2 end with a clause of their own');
});

test.each([
  ['I. ', 'II. '],
  ['I、', 'II、'],
  ['Ⅰ．', 'Ⅱ．'],
])('headings with roman numbers (%s) are headings', (first, second) => {
  const read = planOf(
    ...[T, `${first}主要任务`, '1) 制定办法（甲局负责）', '2) 修订目录（乙局负责）'],
    ...[`${second}保障措施`, '3) 加强领导（丙局负责）'],
  );
  expect(tasksOf(read)).toEqual([
    `${first}主要任务 1: 制定办法 甲局`,
    `${first}主要任务 1: 修订目录 乙局`,
    `${second}保障措施 2: 加强领导 丙局`,
  ]);
});

test('1.3 before a year or a figure is the number behind 1.2, and elsewhere a figure', () => {
  const { plan } = planOf(
    ...[T, '一、完善制度', '1.1制定办法，投资', '3.2 5亿元。（甲局负责）', '1.2修订目录。（乙局负责）'],
    ...['1.3 2022年底前公布。（丙局负责）', '1.4 5个镇试点。（丁局负责）'],
  );
  expect(plan.tasks.map(({ text }) => text)).toEqual([
    '制定办法，投资\n3.2 5亿元。',
    '修订目录。',
    '2022年底前公布。',
    '5个镇试点。',
  ]);
});

test.each([
  ['1．', '2．', '3、', '4 ．', '5．'],
  ['1、', '2、', '3．', '4 、', '5、'],
  ['1．', '2 ．', '3、', '4 ．', '5、'],
  ['1．', '2、', '3 ．', '4．', '5．'],
])('two slipped marks one after the other are the next numbers of their list: %s%s%s%s%s', (...marks) => {
  const words = ['甲', '乙', '丙', '丁', '戊'];
  const { plan } = planOf(
    ...[T, '一、任务', ...marks.map((mark, index) => `${mark}${the(words[index])}项。（${index}局负责）`)],
    ...['二、保障', '加强领导。'],
  );
  expect(plan.tasks.map(({ text }) => text)).toEqual(['甲项。', '乙项。', '丙项。', '丁项。', '戊项。']);
});

test.each(['备注：', '注：', '说明:'])(
  'a note (%s…) below the last item of a section is none of its words',
  (note) => {
    for (const clause of ['（甲局负责）', '（甲局、乙局）']) {
      const words = `${note}所有任务完成时限为2022年12月31日。`;
      const { plan, open } = planOf(
        T,
        '一、任务',
        `1.甲项。${clause}`,
        `2.乙项。${clause}`,
        `3.丙项。${clause}`,
        words,
      );
      expect(plan.tasks.map(({ text }) => text).join()).not.toContain('所有任务');
      expect(open).toContain('6 a paragraph after the clause of item 3, kept as prose of the section');
    }
  },
);

test('a note of each item stays with it, and one within a bracket keeps nothing of the bracket from being read', () => {
  const item = (mark: string, unit: string) => [
    `${mark}甲项。`,
    `（责任单位：${unit}`,
    '完成时限：2022年6月底前',
    '备注：见附件）',
  ];
  const { plan } = planOf(
    T,
    '一、任务',
    ...item('1.', '甲局'),
    ...item('2.', '乙局'),
    '二、保障',
    '加强领导。',
  );
  expect(plan.units.map(({ name }) => name)).toEqual(['甲局', '乙局']);
  expect(plan.tasks.map(({ deadline }) => deadline?.date)).toEqual(['2022-06-30', '2022-06-30']);
  expect(plan.tasks.map(({ text }) => text).join()).toContain('备注：见附件');
});

test.each(['\u00ad', '\u200b', '\u200d', '\u200e', '\u2060', '\ufeff', '\ufe00', '\u{e0100}'])(
  'a character within a word that is not seen (%j) is named with its line',
  (sign) => {
    const code = the(sign.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0');
    const { open } = planOf(
      T,
      '1.甲项。（甲局负责）',
      `2.加强监${sign}督${sign}。（乙局负责）`,
      '3.丙项。（丙局负责）',
    );
    expect(open).toContain(
      `3 characters within words that are not seen, or not told from ordinary ones: U+${code} (2, lines 3)`,
    );
    expect(planOf(T, `1.甲项。（甲局负责）${sign}`, `${sign}2.乙项。（乙局负责）`).open.join()).not.toContain(
      'not seen',
    );
  },
);
