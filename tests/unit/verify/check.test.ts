/** What a reader is told of a quotation: word for word, with differences, or not found; and never more than was compared. */
import { expect, test } from 'vitest';
import { assemble } from '../../../src/assemble/plan.ts';
import { interpret } from '../../../src/content-files/interpret.ts';
import { normalize } from '../../../src/search/query.ts';
import { checkText, type Stretch } from '../../../src/verify/check.ts';
import { draftOf, publishedPlan, shortSeed, the } from '../../support/helpers.ts';
import { quotationsOf, sourceOf, type Quotation } from '../../support/quotations.ts';

const plan = publishedPlan();
const source = sourceOf(plan);
const quotations = quotationsOf(plan);
const check = (text: string) => checkText(text, source);
const states = (text: string) => check(text).map(({ state }) => state);
const facts = (stretches: Stretch[]) => stretches.flatMap((one) => one.facts);
const urls = (stretches: Stretch[]) => stretches.flatMap(({ places }) => places.map(({ url }) => url));

/** What the verdict on a quotation has to be, by the rule it was made with. */
const verdicts: Record<Quotation['rule'], (stretches: Stretch[], quotation: Quotation) => void> = {
  exact(stretches, { url }) {
    expect(stretches.map(({ state }) => state)).toEqual(['same']);
    expect(urls(stretches)).toContain(url);
  },
  changed(stretches, { url, put, instead }) {
    expect(stretches.map(({ state }) => state)).toEqual(['differs']);
    expect(urls(stretches)).toEqual([url]);
    const other = the(stretches[0]).pieces.filter(({ kind }) => kind !== 'same');
    expect(other).toHaveLength(1);
    expect(other[0]?.quoted).toContain(put);
    expect(other[0]?.source).toContain(instead);
  },
  unit(stretches, { url, put, instead }) {
    const [clause, ...before] = stretches.toReversed();
    expect(before.filter(({ state }) => state !== 'same')).toEqual([]);
    expect(clause?.state).toBe('differs');
    expect(clause?.places.map((place) => place.url)).toEqual([url]);
    expect(clause?.facts).toEqual([{ kind: 'unit', quoted: put, source: instead }]);
  },
  year(stretches, { url, put, instead }) {
    const [clause, ...before] = stretches.toReversed();
    expect(before.filter(({ state }) => state !== 'same')).toEqual([]);
    expect(clause?.state).toBe('differs');
    expect(clause?.places.map((place) => place.url)).toEqual([url]);
    expect(clause?.facts).toEqual([{ kind: 'date', quoted: put, source: instead }]);
  },
  joined(stretches, { url, put }) {
    expect(stretches.map(({ state }) => state)).toEqual(['differs', 'differs']);
    expect(stretches.every((one) => one.joined)).toBe(true);
    expect(urls(stretches)).toEqual(expect.arrayContaining([url, put]));
  },
  paraphrased(stretches, { url, put }) {
    const states = stretches.map(({ state }) => state);
    expect(states).toContain('differs');
    expect(states).not.toContain('same');
    expect(urls(stretches)).toContain(url);
    const words = stretches.flatMap(({ pieces }) => pieces.map(({ quoted }) => quoted)).join('');
    expect(words).toContain(put);
  },
  invented(stretches) {
    expect(stretches.map(({ state }) => state)).toEqual(['missing']);
    expect(urls(stretches)).toEqual([]);
  },
};

test('there are two hundred quotations by seven rules', () => {
  expect(quotations).toHaveLength(200);
  expect(new Set(quotations.map(({ text }) => text)).size).toBeGreaterThan(180);
});

test.each(quotations)('$rule: $text', (quotation) => {
  verdicts[quotation.rule](check(quotation.text), quotation);
});

const task = the(plan.tasks.find(({ number }) => number === 10));
const sentence = the(task.paragraphs[0]?.sentences[0]).text;
const [marks] = [(text: string) => the(check(text)[0]).marks];

test('punctuation, width, blanks and traditional forms are no words, and are named', () => {
  expect(states(sentence.replace('，', '、'))).toEqual(['same']);
  expect(marks(sentence.replace('，', '、')).punctuation).toEqual([{ quoted: '、', source: '，' }]);
  expect(marks(sentence.replace('，', ',')).width).toBe(1);
  expect(marks(sentence.replace('，', '， ')).blanks).toBe(1);
  const duty = the(
    check('（區工商局牽頭，區地稅局、區國稅局等有關部門按職責分別負責，２０１８年底前完成）')[0],
  );
  expect(duty.state).toBe('same');
  expect(duty.marks).toMatchObject({ width: 4, punctuation: [] });
  expect(duty.marks.traditional).toBeGreaterThan(10);
});

test('sentences that follow each other in the plan are one stretch, with its first and last sentence', () => {
  const [one, ...others] = check(task.text);
  expect(others).toEqual([]);
  expect(one?.places).toMatchObject([{ url: '/tasks/10/', first: 's1', last: 's6' }]);
});

test('the tasks as received, with their numbers and half-width marks, are word for word', () => {
  const text = plan.tasks.map(({ marker, sourceText }) => marker + sourceText).join('\n');
  expect(new Set(states(text))).toEqual(new Set(['same']));
});

test('a document’s year and number are two numbers; words that plans share are no quotation', () => {
  const cited = the(
    plan.tasks.flatMap(({ text }) => /[^。]*〔20\d\d〕\d+号[^。]*。/.exec(text)?.[0] ?? [])[0],
  );
  const [, number = ''] = /〕(\d+)号/.exec(cited) ?? [];
  expect(facts(check(cited.replace(`〕${number}号`, '〕999号')))).toEqual([
    { kind: 'number', quoted: '999', source: number },
  ]);
  expect(states('各单位按职责分工负责，2021年6月底前完成。')).toEqual(['missing']);
});

test('what is left out between two ends of a sentence is named', () => {
  const text = task.text.replace('有序放开企业名称库，', '');
  const left = check(text).flatMap(({ pieces }) => pieces.filter(({ kind }) => kind === 'missing'));
  expect(left).toEqual([{ kind: 'missing', quoted: '', source: '有序放开企业名称库' }]);
});

test('a report is told apart from what it quotes; its unit and its year are held against the task that it quotes', () => {
  const stretches = check(`记者从会上获悉，${sentence.replace('。', '')}，由区教育局牵头，2017年底前完成。`);
  expect(stretches.map(({ state }) => state)).toEqual(['missing', 'same', 'missing']);
  expect(stretches[2]?.facts).toEqual([
    { kind: 'unit', quoted: '区教育局', source: '' },
    { kind: 'date', quoted: '2017年', source: '' },
  ]);
});

test.each([
  // Other tasks have clauses that are more like these words; what they are said of is task 50.
  [`“${the(plan.tasks[49]).title}”由区委政法委牵头，区信访局、区司法局等有关部门按职责分别负责。`],
  [`${the(plan.tasks[49]).title}。区委政法委牵头，区信访局、区司法局等有关部门按职责分别负责。`],
])('who is said to be responsible is held against the clause of the task that is quoted: %s', (text) => {
  const stretches = check(text);
  expect(stretches[0]).toMatchObject({ state: 'same', places: [{ url: '/tasks/50/' }] });
  const others = stretches.slice(1);
  expect(new Set(others.flatMap(({ places }) => places.map(({ url }) => url)))).toEqual(
    new Set(['/tasks/50/']),
  );
  // A name is never cut: 钦南分局 alone would be said of two offices.
  expect(facts(others)).toContainEqual({ kind: 'unit', quoted: '区信访局', source: '环保钦南分局' });
});

test('words that all clauses share are no place, unless two of the units are named there', () => {
  expect(states('信访工作由区信访局牵头，区法制办配合，2017年底前完成。')).toEqual(['missing']);
  expect(states('由区教育局牵头，区物价局等有关部门按职责分别负责，2018年底前完成。')).toEqual(['missing']);
  const [only] = check(task.duty.shown.replace('区工商局', '区发改局'));
  expect(only).toMatchObject({ state: 'differs', places: [{ url: '/tasks/10/' }] });
});

test.each([
  '任务10由区发改局牵头，2017年底前完成。',
  '方案第10项由区发改局牵头，2017年底前完成。',
  '第十项由区发改局牵头，2017年底前完成。',
])('a task that is only named by its number is the one that is compared: %s', (text) => {
  expect(check(text)).toMatchObject([{ state: 'missing', places: [{ url: '/tasks/10/' }] }]);
  expect(facts(check(text))).toEqual([
    { kind: 'unit', quoted: '区发改局', source: '' },
    { kind: 'date', quoted: '2017年', source: '' },
  ]);
});

test('a title of eight letters is found, whatever is said of it', () => {
  const stretches = check('根据方案，深化商事制度改革由区市场监管局牵头，2017年底前完成。');
  expect(stretches.map(({ state }) => state)).toEqual(['missing', 'same', 'missing']);
  expect(stretches[2]?.facts).toEqual([{ kind: 'date', quoted: '2017年', source: '' }]);
});

test('a year in Chinese figures differs in writing alone', () => {
  const text = task.duty.shown.replace('2018', '二〇一八');
  expect(facts(check(text))).toEqual([
    { kind: 'date', quoted: '二〇一八年', source: '2018年', sameValue: true },
  ]);
});

test('a sign that changes a number is not passed over as punctuation', () => {
  const number = the(plan.tasks.flatMap(({ text }) => /[^。]*\d[^。]*。/.exec(text)?.[0] ?? [])[0]);
  expect(states(number)).toEqual(['same']);
  expect(states(number.replace(/(\d)(?!\d)/, '$1%'))).toEqual(['differs']);
});

test('a text without letters, or of one letter, is no error', () => {
  for (const text of ['', '。。。', ' \n', '😀']) expect(check(text)).toEqual([]);
  expect(check('龘')).toMatchObject([{ state: 'missing', start: 0, end: 1 }]);
});

test('every letter of the text is in one stretch, or connects two', () => {
  for (const { text } of quotations) {
    let at = 0;
    for (const { start, end } of check(text)) {
      expect(normalize(text.slice(at, start)).length).toBeLessThan(3);
      expect(start).toBeGreaterThanOrEqual(at);
      at = end;
    }
    expect(normalize(text.slice(at)).length).toBeLessThan(3);
  }
});

test.each([
  '不得深化投资体制改革',
  '严禁深化投资体制改革。',
  '钦政发〔2015〕500号',
  '未深化投资体制改革',
  '深化投资体制改革吗',
  '深化投资体制改革不',
])('words beside a quotation are part of what is compared: %s', (text) => {
  const stretches = check(text);
  expect(stretches.map(({ state }) => state)).not.toContain('same');
  // Nothing that was pasted goes unseen.
  const shown = stretches.map(({ start, end }) => text.slice(start, end)).join('');
  expect(normalize(shown)).toBe(normalize(text));
});

test('words that a mark parts from quotations only connect them', () => {
  expect(states('提出“深化投资体制改革”，')).toEqual(['same']);
});

test.each(['98.5', '980', '98万', '98‰', '98', '98%不对', '98千分'])('%s is not 98%%', (number) => {
  const numbers = assemble(
    interpret(draftOf(shortSeed('1)热线接通率不低于98%，做好各项工作。（甲局负责）'))),
  );
  const [only, ...more] = checkText(`热线接通率不低于${number}`, sourceOf(numbers));
  expect([only?.state, more]).toEqual(['differs', []]);
  expect(checkText('热线接通率不低于98％', sourceOf(numbers)).map(({ state }) => state)).toEqual(['same']);
});

test.each([
  ['打通断头路28条。', '28条 18条'],
  ['免申即享政策不少于80条', '80条 60条'],
  ['2023年改造110个老旧小区', '2023年 2024年'],
  ['新建公园8处', undefined],
])('of the short sentence “%s” it is said which figure is another', (text, expected) => {
  const short = assemble(
    interpret(
      draftOf(
        shortSeed(
          '1)打通断头路18条。新建停车位3000个，2024年改造110个老旧小区。（甲局负责）',
          '2)免申即享政策不少于60条。新建公园5处。（乙局负责）',
        ),
      ),
    ),
  );
  const [only, ...more] = checkText(text, sourceOf(short));
  expect(more).toEqual([]);
  const figures = only?.pieces.flatMap(({ kind, quoted, source: own }) =>
    kind === 'same' ? [] : [`${quoted} ${own}`],
  );
  expect([only?.state, figures?.[0]]).toEqual([expected === undefined ? 'missing' : 'differs', expected]);
});
