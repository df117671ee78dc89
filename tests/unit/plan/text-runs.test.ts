import { expect, test } from 'vitest';
import type { Correction } from '../../../src/plan/model.ts';
import { difference, runsOfLine } from '../../../src/plan/apply-corrections.ts';
import { groupRuns, shownOf, sourceOf, splitRuns } from '../../../src/plan/text-runs.ts';
import { line, numbers, publishedPlan, the } from '../../support/helpers.ts';

const { corrections } = publishedPlan();

const shown = (number: number) => shownOf(runsOfLine({ line: number, text: line(number) }, corrections));

test('the dashes lost between years are restored: 2015—2020年, 2016—2020年, 2014—2020年', () => {
  expect(line(7)).toContain('(20152020年)');
  expect(shown(7)).toContain('《法治政府建设实施纲要（2015—2020年）》');
  expect(shown(7)).toContain('《广西壮族自治区法治政府建设实施方案（2016—2020年）》');
  expect(shown(7)).toContain('《钦州市法治政府建设实施方案（2016—2020年）》');
  expect(shown(38)).toContain('规划纲要（2014—2020年）〉');
});

test('the lost 〕 of four document numbers is restored', () => {
  expect(line(38)).toContain('〔201550号');
  expect(shown(38)).toContain('钦政发〔2015〕50号');
  expect(shown(45)).toContain('钦政办〔2014〕88号');
  expect(shown(71)).toContain('钦政办〔2015〕42号');
  expect(shown(102)).toContain('钦政发〔2015〕37号');
});

test('restored punctuation is a run without source and with its correction', () => {
  const restored = runsOfLine({ line: 38, text: line(38) }, corrections).filter(
    ({ source }) => source === '',
  );
  expect(restored.map(({ text, correction }) => [text, correction?.kind])).toEqual([
    ['—', 'lost-sign'],
    ['〕', 'lost-sign'],
  ]);
});

test.each([
  [22, '绩效考评结构综合运用', '绩效考评结果综合运用'],
  [38, '责任追朔制度', '责任追溯制度'],
  [125, '能够得有效的解决', '能够得到有效的解决'],
  [143, '依法履行政决策', '依法履行行政决策'],
  [145, '法治致府', '法治政府'],
  [151, '区委办公室、区办公室', '区委办公室、区政府办公室'],
])('in line %i “%s” is shown as received and marked 疑为 “%s”', (number, printed, suspected) => {
  const marked = runsOfLine({ line: number, text: line(number) }, corrections).filter(
    ({ correction }) => correction?.kind === 'suspected-misprint',
  );
  expect(marked.map(({ text, source, correction }) => [text, source, correction?.suspected])).toEqual([
    [printed, printed, suspected],
  ]);
});

test('a correction changes nothing else in its line and no other line', () => {
  const text = '甲(20152020年)乙';
  expect(runsOfLine({ line: 8, text }, corrections)).toEqual([{ source: text, text: '甲（20152020年）乙' }]);
});

test('a layout correction changes nothing inside a line', () => {
  const layout = the(corrections.find(({ kind }) => kind === 'layout'));
  const runs = runsOfLine({ line: layout.line, text: line(layout.line) }, [layout]);
  expect(runs.map(({ source }) => source)).toEqual([line(layout.line)]);
});

test('only the characters that differ are marked, however much context a correction names', () => {
  const correction: Correction = {
    id: 1,
    line: 1,
    received: '(甲发〔20155号)',
    shown: '（甲发〔2015〕5号）',
    kind: 'lost-sign',
    reason: '',
  };
  expect(difference('据(甲发〔20155号)办', correction)).toEqual({ at: 9, source: '', shown: '〕' });
});

test('runs join to the shown text and to the source, wherever they are split', () => {
  const below = numbers();
  for (const number of [7, 22, 38, 71, 145, 151]) {
    const whole = runsOfLine({ line: number, text: line(number) }, corrections);
    for (let round = 0; round < 50; round++) {
      const length = shownOf(whole).length;
      const cuts = Array.from({ length: 5 }, () => below(length));
      const start = below(length);
      const spans = [{ start, end: Math.min(length, start + 1 + below(20)), document: 'a' }];
      const cut = splitRuns(whole, spans, cuts);
      expect(shownOf(cut)).toBe(shownOf(whole));
      expect(sourceOf(cut)).toBe(line(number));
    }
  }
});

test('a corrected range is never split', () => {
  const whole = runsOfLine({ line: 145, text: line(145) }, corrections);
  const everywhere = Array.from({ length: shownOf(whole).length }, (_, index) => index);
  const cut = splitRuns(whole, [], everywhere);
  expect(cut.filter(({ correction }) => correction).map(({ text }) => text)).toEqual(['法治致府']);
});

test('a run inside the title of a document names it, the runs around it do not', () => {
  const runs = splitRuns(
    [{ text: '据《甲》办', source: '据《甲》办' }],
    [{ start: 1, end: 4, document: 'doc-1' }],
  );
  expect(runs.map(({ text, document }) => [text, document])).toEqual([
    ['据', undefined],
    ['《甲》', 'doc-1'],
    ['办', undefined],
  ]);
});

test('the runs of one title make one link, also with restored punctuation inside', () => {
  const whole = runsOfLine({ line: 38, text: line(38) }, corrections);
  const text = shownOf(whole);
  const span = { start: text.indexOf('《钦州市'), end: text.indexOf('（钦政发'), document: 'doc-13' };
  const links = groupRuns(splitRuns(whole, [span])).filter(({ document }) => document !== undefined);
  expect(links.map((group) => shownOf(group.runs))).toEqual([text.slice(span.start, span.end)]);
});
