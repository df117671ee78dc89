/** Text from a PDF: lines broken at the edge of the page, and the numbers of its pages. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importFile, importSeed } from '../../../../src/import/import-plan.ts';
import { extractText } from '../../../../src/import/read-file.ts';
import { emptyFolder, refusalOf, the } from '../../../support/helpers.ts';

const PARAGRAPHS = [
  '某某县法治政府建设实施方案',
  '一、主要任务',
  '1.完善行政规范性文件制定程序，落实公开征求意见、合法性审核、集体审议决定等制度，防止乱发文。（县司法局牵头，县政府办、县财政局配合，2022年6月底前完成）',
  '2.深化行政执法体制改革，推进综合执法，规范执法程序，健全裁量基准。（县委编办、县司法局牵头，各乡镇人民政府配合）',
  '3.加强行政复议工作，公正高效办理复议案件，定期通报结果。（县司法局负责，2022年12月底前完成）',
  '二、组织保障',
  '4.加强领导，压实责任，每年向县人大常委会报告法治政府建设情况。（各乡镇、县直各部门负责）',
];

/** The paragraphs broken after so many characters, a sign rather hung out than begun a line with. */
const wrapped = (width: number, paragraphs = PARAGRAPHS) =>
  paragraphs.flatMap((text) => {
    const lines = [''];
    for (const one of text) {
      const last = lines.length - 1;
      if ((lines[last]?.length ?? 0) < width || /[，。、；：）]/.test(one))
        lines[last] = `${lines[last] ?? ''}${one}`;
      else lines.push(one);
    }
    return lines;
  });
/** At which no line ends with a sentence. */
const WIDTH = 26;
const read = (lines: string[], file = 'plan.txt') =>
  the(extractText(new TextEncoder().encode(lines.join('\n')), file).extracted);
const problems = (lines: string[]) => read(lines).open.map(({ line, problem }) => `${line ?? ''} ${problem}`);

test.each([18, 20, 24, 26, 38])('lines of %i characters are joined to the paragraphs they were', (width) => {
  const lines = wrapped(width);
  expect(read(lines).text.split('\n')).toEqual(PARAGRAPHS);
  const joined = problems(lines);
  expect(joined).toHaveLength(1);
  expect(joined[0]).toContain('in the middle of sentences');
});

/** The lines that go on from the one above them. */
const continued = (lines: string[]) => {
  const starts = new Set(PARAGRAPHS.map((one) => lines.findIndex((line) => one.startsWith(line)) + 1));
  return lines.map((_, index) => index + 1).filter((line) => !starts.has(line));
};

test('each joined line is named by its place in the file', () => {
  const lines = wrapped(WIDTH);
  const named = /above it: (.*)$/.exec(the(problems(lines)[0]))?.[1] ?? '';
  const numbers = named.split(', ').flatMap((run) => {
    const [first = 0, last = first] = run.split('–').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  expect(numbers).toEqual(continued(lines));
});

test.each([
  ['— 1 —', '— 2 —'],
  ['- 1 -', '- 2 -'],
  ['－１－', '－２－'],
  ['第1页 共2页', '第2页 共2页'],
  ['第 1 页', '第 2 页'],
  ['1', '2'],
])('page numbers such as %s are left out, named, and a sentence goes on across them', (first, second) => {
  const lines = wrapped(WIDTH);
  const places = [the(continued(lines)[1]), the(continued(lines).at(-1))];
  lines.splice(the(places[1]) - 1, 0, '', second, '');
  lines.splice(the(places[0]) - 1, 0, first);
  const { text, open } = read(lines);
  expect(text.split('\n')).toEqual(PARAGRAPHS);
  const [one = 0, other = 0] = places;
  expect(open.at(-1)?.problem).toBe(
    `page numbers were left out: “${first}” (line ${one}), “${second}” (line ${other + 2})`,
  );
});

test('figures on lines of their own that count no pages stay', () => {
  const rows = [
    '某某县任务分解表',
    '序号',
    '工作任务',
    '牵头单位',
    '1',
    '建学校',
    '县教育局',
    '2',
    '修路',
    '县交通局',
  ];
  expect(read(rows)).toMatchObject({ text: rows.join('\n'), form: 'utf-8', open: [] });
  const lines = wrapped(WIDTH);
  const [first = 0, second = 0] = continued(lines);
  lines.splice(second - 1, 0, '15');
  lines.splice(first - 1, 0, '2022');
  expect(read(lines).text).toMatch(/\n2022\n[^]*\n15\n/);
  expect(problems(lines)[1]).toBe(
    `${first} these lines may go on from the one above them, or begin anew: ${first}, ${second + 1}`,
  );
});

test.each([
  // Whole paragraphs, short ones, a list without marks.
  [PARAGRAPHS],
  [['某某县工作方案', '1.甲项，乙项。', '（甲局负责）', '2.丙项。', '（乙局负责）']],
  [
    [
      '某某县任务清单',
      ...Array.from({ length: 9 }, () => '关于进一步推进某某县政务服务改革和优化营商环境的工作'),
    ],
  ],
  [
    [
      ...Array.from({ length: 9 }, () => '关于进一步推进某某县政务服务改革工作的通知'),
      '推进综合执法，规范执法程序，健全裁量基准',
      '全面落实',
    ],
  ],
  [[...wrapped(26).slice(0, 3), '序号\t任务', ...wrapped(26).slice(3)]],
  [['某某县工作方案', ...PARAGRAPHS.slice(2).map((one) => `${one.slice(0, 30)}\t${one.slice(30)}`)]],
])('lines that are no part of a wrapped text stay as they are: %j', (lines) => {
  expect(read(lines)).toMatchObject({ text: lines.join('\n'), form: 'utf-8', open: [] });
});

test.each([
  '二、公开政务',
  '（二）公开政务',
  '责任单位：县政府办',
  '发布机构：县政府办',
  '附件2任务清单',
  '某政发〔2021〕5号',
])('%s begins a line of its own also below a full line', (next) => {
  const full = '推进综合执法，规范执法程序，健全裁量基准，加强执法监督检查';
  const lines = [...wrapped(WIDTH), full, next];
  expect(read(lines).text.split('\n').slice(-2)).toEqual([full, next]);
});

test('of lines that may go on or begin anew the editor is told, and they stay', () => {
  const lines = [
    ...wrapped(WIDTH),
    '三、深化行政执法体制改革健全裁量基准加强执法监督检查工作',
    '全面落实责任',
  ];
  expect(read(lines).text.endsWith('监督检查工作\n全面落实责任')).toBe(true);
  expect(problems(lines)).toContain(
    `${lines.length} these lines may go on from the one above them, or begin anew: ${lines.length}`,
  );
});

test('where paragraphs are indented, a full line that ends a sentence goes on as well', () => {
  const paragraphs = PARAGRAPHS.map((one) => `　　${one}`);
  paragraphs.splice(2, 1, '　　1.完善制度，落实公开征求意见制度，审核制度。');
  const lines = wrapped(WIDTH, paragraphs);
  lines.splice(3, 0, '防止乱发文。（县司法局牵头）');
  expect(read(lines).text.split('\n')[2]).toBe(`${the(paragraphs[2])}防止乱发文。（县司法局牵头）`);
});

test('a wrapped plan is imported as it reads, and what was received is kept', () => {
  const folder = emptyFolder();
  const file = join(emptyFolder(), 'plan.txt');
  writeFileSync(file, wrapped(WIDTH).join('\n'));
  const { findings, open, content } = importFile(file, folder);
  expect(findings).toEqual([]);
  expect(open.map(({ line }) => line)).toEqual([4]);
  expect(the(content).tasks.map(({ duty }) => duty)).toEqual([
    '（县司法局牵头，县政府办、县财政局配合，2022年6月底前完成）',
    '（县委编办、县司法局牵头，各乡镇人民政府配合）',
    '（县司法局负责，2022年12月底前完成）',
    '（各乡镇、县直各部门负责）',
  ]);
  expect(the(content).plan.source.received?.form).toBe('utf-8, lines joined or left out');
});

test('what is wrong with a wrapped text is found in the line of the file', () => {
  const file = join(emptyFolder(), 'plan.txt');
  const lines = wrapped(
    WIDTH,
    PARAGRAPHS.map((one) => one.replace('（县司法局负责，2022年12月底前完成）', '')),
  );
  writeFileSync(file, lines.join('\n'));
  const { findings } = importFile(file, emptyFolder());
  expect(findings.map(({ line }) => line)).toEqual([lines.findIndex((one) => one.startsWith('3.')) + 1]);
});

test('a wrapped text in seeds/ is refused with the way to import it, and one of its name is not mixed up with it', () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'seeds'));
  const seed = join(folder, 'seeds/plan.txt');
  writeFileSync(seed, wrapped(WIDTH).join('\n'));
  expect(importSeed(folder)).toMatchObject({ written: [], findings: [{ file: 'seeds/plan.txt', line: 4 }] });
  expect(importSeed(folder).findings[0]?.advice).toContain('npm run import -- FILE');
  expect(importFile(seed, folder)).toMatchObject({
    written: [],
    findings: [{ problem: 'another text has this name' }],
  });
  expect(importSeed(folder, { accept: true }).written).not.toEqual([]);
});

test('a clause that is broken over lines, in a text that is not wrapped, is named as such', () => {
  const lines = [
    '某某县方案',
    '1.甲项。（甲局牵',
    '头，乙局配合）',
    '2.乙项。（乙局负责）',
    '3.丙项。（丙局负责）',
  ];
  expect(refusalOf(lines.join('\n')).join('\n')).toMatch(
    /:2 +the clause of task 1 is broken over the lines 2–3 and not read +→ join these lines/,
  );
});
