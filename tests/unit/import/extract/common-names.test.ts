/** “I type the name I know”: names that people may use for the units of another plan are suggested, and never registered. */
import { expect, test } from 'vitest';
import { commonNames, commonNamesText } from '../../../../src/import/extract/common-names.ts';
import { reportPage } from '../../../../src/import/report-page.ts';
import { draftOf, shortSeed } from '../../../support/helpers.ts';

const namesOf = (...units: string[]) =>
  commonNames(units.map((name) => ({ name, aliases: [] }))).map(({ name }) => name);

test.each([
  ['县住房和城乡建设局', ['住建局']],
  ['市发展和改革委员会', ['发改委']],
  ['省人力资源社会保障厅', ['人社厅']],
  ['某某县市场监督管理局', ['市场监管局', '市监局']],
  ['市场监管局', ['市监局', '市场监督管理局']],
  ['市机构编制委员会办公室', ['编办']],
  ['县卫健委', ['卫生健康委员会']],
  ['区住建局', ['住房和城乡建设局']],
  ['国土资源分局', ['国土分局']],
  ['县教育局', []],
  ['各乡镇人民政府', []],
  ['市生态环境局某某分局', []],
])('for %s: %j', (unit, names) => {
  expect(namesOf(unit)).toEqual(names);
});

test('what the plan calls another unit, or an editor has entered, is not suggested', () => {
  expect(namesOf('县发展和改革局', '县发改局')).toEqual([]);
  expect(commonNames([{ name: '县住房和城乡建设局', aliases: ['住建局'] }])).toEqual([]);
});

test('the import names each with its unit and its reason, and registers none', () => {
  const text = shortSeed('1)清理制度。(县住房和城乡建设局负责)');
  const content = draftOf(text);
  expect(content.units.flatMap(({ aliases }) => aliases)).toEqual([]);
  const names = commonNames(content.units);
  expect(commonNamesText(names)).toMatch(
    /none was registered[^]*\n {2}县住房和城乡建设局 {2}住建局 {2}\(住房和城乡建设 → 住建\)$/,
  );
  expect(reportPage({ text, content, findings: [] })).toContain(
    '<li>县住房和城乡建设局：住建局（住房和城乡建设 → 住建）</li>',
  );
  expect(commonNamesText([])).toBeUndefined();
});
