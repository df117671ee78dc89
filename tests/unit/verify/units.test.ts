/** What is said of the units of a quotation: which differ, and never that one is missing that stands there. */
import { expect, test } from 'vitest';
import { notesOf } from '../../../src/client/verify/words.ts';
import { checkText } from '../../../src/verify/check.ts';
import { publishedPlan } from '../../support/helpers.ts';
import { sourceOf } from '../../support/quotations.ts';

const plan = publishedPlan();
const source = sourceOf(plan);
const check = (text: string) => checkText(text, source);
/** What the page says of units. */
const said = (text: string) =>
  check(text)
    .flatMap(notesOf)
    .filter((note) => note.startsWith('单位'));

test.for<[text: string, said: string[]]>([
  [
    '区城市综合执法局牵头,区编办、区住建局、区法制办配合,2018年底前完成',
    ['单位：先后不同，引文是“区住建局、区法制办”，原文是“区法制办、区住建局”。'],
  ],
  // The place that was found begins behind 区编办.
  [
    '区政务服务管理办、区编办牵头，区直各有关部门按职责分别负责，2017年底前完成',
    ['单位：先后不同，引文是“区政务服务管理办、区编办”，原文是“区编办、区政务服务管理办”。'],
  ],
  // The plan names no 区卫生局.
  [
    '据悉，任务16由区发改局、区财政局、区民政局、区教育局、区卫生局、区人社局负责，2020年底前完成。',
    ['单位：引文是“区卫生局”，原文是“区卫计局”。', '单位：引文没有写“区文体广电局”。'],
  ],
  [
    '增强政府公共服务职责由区教育局、区发改局、区财政局、区民政局、区卫计局等部门按职责分别负责',
    [
      '单位：引文没有写“区人社局”。',
      '单位：引文没有写“区文体广电局”。',
      '单位：先后不同，引文是“区教育局、区发改局、区财政局、区民政局”，原文是“区发改局、区财政局、区民政局、区教育局”。',
    ],
  ],
])('of %s', ([text, expected]) => {
  expect(said(text)).toEqual(expected);
});

const clauses = plan.tasks.filter(
  ({ duty }) => duty.units.length > 2 && new Set(duty.units.map(({ id }) => id)).size === duty.units.length,
);
const nameOf = (id: string) => plan.units.find((unit) => unit.id === id)?.name ?? '';

test('two units of a clause in each other’s place differ in their order, and nothing else is said of units', () => {
  const changed = clauses.flatMap(({ number, duty }) => {
    const [one = '', two = ''] = duty.units.slice(-2).map(({ id }) => nameOf(id));
    const swapped = duty.shown.replace(one, '甲').replace(two, one).replace('甲', two);
    // Another clause may be more like these words.
    const isOwn = check(swapped).every(({ places }) => places[0]?.url === `/tasks/${number}/`);
    return isOwn && swapped !== duty.shown ? [swapped] : [];
  });
  expect(changed.length).toBeGreaterThan(20);
  for (const text of changed)
    expect([text, said(text).map((note) => note.slice(0, 7))]).toEqual([text, ['单位：先后不同']]);
});

test('a place of the plan and a stretch of the text begin and end with whole names', () => {
  const names = source.names;
  /** The names that a border of a stretch would cut. */
  const cutIn = (text: string, at: number) =>
    names.filter((name) => {
      for (let from = text.indexOf(name); from >= 0; from = text.indexOf(name, from + 1))
        if (from < at && at < from + name.length) return true;
      return false;
    });
  // A clause that goes on with another unit and with words of another task.
  const others = clauses.map(({ text, duty }) => {
    const [first = '', second = ''] = duty.units.map(({ id }) => nameOf(id));
    const upTo = duty.shown.slice(1, duty.shown.indexOf(second));
    const other = [first, second].includes('区信访局') ? '区审计局' : '区信访局';
    return `${text.slice(-40)}${upTo}${other}配合深入推进信访工作制度改革，2018年底前完成`;
  });
  for (const text of ['区委政法委牵头，区信访局配合深入推进信访工作制度改革，2018年底前完成', ...others])
    for (const { start, end } of check(text))
      expect([text, cutIn(text, start), cutIn(text, end)]).toEqual([text, [], []]);
  const [, list] = check('据悉，任务16由区发改局、区财政局、区民政局、区教育局、区卫生局、区人社局负责。');
  expect(list?.places.map((place) => place.text)).toEqual([
    '区发改局、区财政局、区民政局、区教育局、区卫计局、区人社局、区文体广电局',
  ]);
});
