import { expect, test } from 'vitest';
import { toShown } from '../../../src/text/punctuation.ts';
import { findCorrections } from '../../../src/import/extract/corrections.ts';
import { chooseTitle, chooseTitles } from '../../../src/import/extract/titles.ts';
import { readAllClauses, extractUnits } from '../../../src/import/extract/units.ts';
import { draftOf, seedText, shortSeed, the } from '../../support/helpers.ts';

const draft = draftOf(seedText);
const nothing = { parts: [], sections: [] };
const lostSigns = (...lines: string[]) =>
  findCorrections(lines, [], nothing).map(({ received, shown }) => [received, shown]);

test('the title of a task is its first sentence, or of a long one the first part that says what is done', () => {
  expect(chooseTitle('建立制度。严格执行。')).toBe('建立制度');
  const long = `根据上级关于加强管理的部署,推进权责法定化,理顺${'甲'.repeat(20)}关系。`;
  expect(chooseTitle(long)).toBe('推进权责法定化');
});

test('a chosen title is always a quotation from its task', () => {
  for (const { title, text } of draft.tasks) expect(text).toContain(title);
});

test('the importer finds four lost dashes, four lost 〕 and one glued heading in this text, and nothing else', () => {
  expect(draft.corrections.map(({ line, kind }) => `${line} ${kind}`)).toEqual([
    ...['7 lost-sign', '7 lost-sign', '7 lost-sign', '38 lost-sign', '38 lost-sign'],
    ...['45 lost-sign', '71 lost-sign', '102 lost-sign', '145 layout'],
  ]);
});

test('a correction names enough characters to stand only once in its line', () => {
  expect(lostSigns('甲(20162020年)、乙(20162020年)')).toEqual([
    ['甲(20162020年', '甲（2016—2020年'],
    ['乙(20162020年', '乙（2016—2020年'],
  ]);
});

test('the same range of years twice in a line gets two different corrections', () => {
  for (const [received] of lostSigns('20162020年甲,20162020年乙')) {
    expect('20162020年甲,20162020年乙'.split(the(received))).toHaveLength(2);
  }
});

test('years and numbers that lost nothing are left alone', () => {
  expect(lostSigns('(2016-2020年)', '2017年', '〔2015〕50号')).toEqual([]);
});

test('the importer never suspects a misprint: that is for an editor to do', () => {
  expect(draft.corrections.filter(({ kind }) => kind === 'suspected-misprint')).toEqual([]);
});

const namesIn = (...clauses: string[]) => readAllClauses(clauses.map((text) => ({ piece: { text } }))).names;

test('every body that a clause names is registered once, with a kind that goes by its name', () => {
  const duty = '(区委政法委、公安钦南分局牵头,区发改局、各镇政府等有关部门按职责分别负责)';
  const units = extractUnits(namesIn(duty, duty));
  expect(units.map(({ name, kind }) => `${name} ${kind}`).sort()).toEqual(
    ['公安钦南分局 branch', '区委政法委 party', '区发改局 department', '各镇政府 collective'].sort(),
  );
  expect(units.every(({ id }) => /^[a-z]+(-[a-z]+)*$/.test(id))).toBe(true);
});

test('bodies with the same pinyin get a number in their ids, the same in every run', () => {
  const duty = '(县市局、县史局、县事局负责)';
  const ids = (order: string) => extractUnits(namesIn(order)).map(({ id, name }) => `${id} ${name}`);
  expect(ids(duty)).toEqual(['xian-shi-ju 县事局', 'xian-shi-ju-2 县史局', 'xian-shi-ju-3 县市局']);
  expect(ids('(县史局、县事局、县市局负责)')).toEqual(ids(duty));
});

test('a document that a task will draw up is promised, one that it follows is cited', () => {
  const relation = (title: string) => the(draft.documents.find((one) => one.title === title)).relation;
  expect(relation('工商登记后置审批事项目录')).toBe('promised');
  expect(relation('钦南区市场主体归集公示办法')).toBe('promised');
  expect(relation('广西壮族自治区定价目录')).toBe('cited');
});

test('a document is registered once, however often the text names it, with its number if one follows', () => {
  const { documents } = draftOf(
    shortSeed(
      '1)据《甲办法》(乙政发〔2015〕5号)和《甲办法》,制定丙方案。(甲负责)',
      '2)制定丙方案,报告。(甲负责)',
    ),
  );
  expect(documents).toEqual([
    { id: 'doc-1', title: '甲办法', number: '乙政发〔2015〕5号', relation: 'cited' },
    { id: 'doc-2', title: '丙方案', relation: 'promised', words: '制定丙方案' },
  ]);
});

test('the words that promise a document are words of the text as shown', () => {
  const shown = draft.tasks.map(({ text }) => toShown(text)).join('\n');
  for (const { words } of draft.documents) if (words !== undefined) expect(shown).toContain(words);
});

test('a title ends before a clause inside of the text and cuts no bracket', () => {
  const clause = '（责任领导：张三；责任单位：县司法局）';
  expect(chooseTitles([{ text: `加强立法${clause}\n1.制定计划。`, clauses: [clause] }])).toEqual([
    '加强立法',
  ]);
  expect(chooseTitle('推进工作（甲局定办法；乙局出资金）')).toBe('推进工作（甲局定办法；乙局出资金）');
});

test('equal texts have one title, and another text with the same beginning has more of its words', () => {
  const [other, ...equal] = chooseTitles(
    ['推进工作。（甲局负责制定办法，乙局负责资金）', '推进工作。', '推进工作。', '推进工作。'].map(
      (text) => ({ text }),
    ),
  );
  expect(equal).toEqual(['推进工作', '推进工作', '推进工作']);
  expect(other).toBe('推进工作。（甲局负责制定办法，乙局负责资金）');
});
