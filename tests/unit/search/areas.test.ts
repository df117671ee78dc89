/** People write the area before the name of a unit; every plan says in its title and its publisher what its area is. */
import { expect, test } from 'vitest';
import { areaOf } from '../../../src/search/area-of-plan.ts';
import { nameWithin } from '../../../src/search/areas.ts';
import { the } from '../../support/helpers.ts';

const area = (title: string, publisher: string | undefined, ...units: string[]) =>
  areaOf({ title: { shown: title }, publisher, units: units.map((name) => ({ name })) });

test.for<[title: string, publisher: string | undefined, unit: string, area: string[]]>([
  ['钦州市钦南区法治政府建设实施方案', '钦南区人民政府办公室', '区司法局', ['钦州市', '钦南区']],
  ['法治政府建设实施方案', '钦州市钦南区人民政府办公室', '区司法局', ['钦州市', '钦南区']],
  ['某某市人民政府办公室关于促进家政服务业发展的意见', undefined, '市财政局', ['某某市']],
  ['某某市质量提升行动方案', '某某市人民政府办公室', '市市场监管局', ['某某市']],
  ['关于印发《灵山县推进健康乡村建设方案》的通知', undefined, '县卫健局', ['灵山县']],
  ['中共萧县委员会关于改革的意见', undefined, '县编办', ['萧县']],
  ['广西壮族自治区法治政府建设实施方案', undefined, '自治区司法厅', ['广西壮族自治区']],
  ['柳州市三江侗族自治县实施方案', undefined, '县司法局', ['柳州市', '三江侗族自治县']],
  [
    '湖北省恩施土家族苗族自治州恩施市工作方案',
    undefined,
    '市教育局',
    ['湖北省', '恩施土家族苗族自治州', '恩施市'],
  ],
  ['推进乡村振兴工作方案', '某某县人民政府', '县农业局', ['某某县']],
  ['加强社区矫正工作方案', undefined, '区司法局', []],
  ['某某部关于推进改革的实施意见', undefined, '财政部', []],
])('the area of %s (%s, %s)', ([title, publisher, unit, expected]) => {
  expect(area(title, publisher, unit)).toEqual(expected);
});

const district = ['钦州市', '钦南区'];
const NAMES = [
  '区司法局',
  '司法局',
  '区委政法委',
  '公安钦南分局',
  '政法委',
  '公安局',
  '公安分局',
  '街道办事处',
  '市场监管局',
];
const within = (text: string, of = district) => {
  const { name, before, after, isElsewhere } = the(nameWithin(text, NAMES, of));
  return [name, before + after, isElsewhere];
};

test.for<[text: string, name: string]>([
  ['钦南区司法局', '区司法局'],
  ['钦州市钦南区司法局', '区司法局'],
  ['广西壮族自治区钦州市钦南区司法局', '区司法局'],
  ['广西钦州市钦南区司法局', '区司法局'],
  ['广西钦南区司法局', '区司法局'],
  ['钦州钦南区司法局', '区司法局'],
  ['钦南司法局', '司法局'],
  ['钦南区政府司法局', '司法局'],
  ['区委政法委', '区委政法委'],
  ['钦南区委政法委', '区委政法委'],
  ['钦南区街道办事处', '街道办事处'],
  ['钦州市公安局钦南分局', '公安局'],
  ['钦州市公安钦南分局', '公安钦南分局'],
  ['区公安分局', '公安分局'],
  ['钦南区公安分局', '公安分局'],
  ['钦南区市场监管局', '市场监管局'],
])('%s is the whole name of a unit', ([text, name]) => {
  expect(within(text)).toEqual([name, '', false]);
});

test.for<[text: string, name: string, rest: string, isElsewhere: boolean]>([
  // The bureau of the city, of another district or of the country is not that of the district.
  ['钦州市司法局', '司法局', '钦州市', true],
  ['灵山县司法局', '司法局', '灵山县', true],
  ['钦州市公安局', '公安局', '钦州市', true],
  ['市司法局', '司法局', '市', true],
  ['市政府司法局', '司法局', '市政府', true],
  ['自治区党委政法委', '政法委', '自治', true],
  ['市级公安局', '公安局', '市级', true],
  ['自治区司法局', '区司法局', '自治', true],
  ['广西司法局', '司法局', '广西', true],
  ['国家市场监管局', '市场监管局', '国家', true],
  ['南宁市钦南区司法局', '区司法局', '南宁市', true],
  // Words that end like an area and are none.
  ['社区司法局', '区司法局', '社', false],
  ['建设社区公安局', '公安局', '建设社', false],
  ['2017年底前钦南区司法局牵头', '区司法局', '2017年底前牵头', false],
])('%s says more than a name', ([text, ...expected]) => {
  expect(within(text)).toEqual(expected);
});

test('names of peoples in the name of an area may be left out', () => {
  expect(within('广西司法局', ['广西壮族自治区'])).toEqual(['司法局', '', false]);
  expect(within('三江县司法局', ['柳州市', '三江侗族自治县'])).toEqual(['司法局', '', false]);
  expect(within('恩施县司法局', ['柳州市', '三江侗族自治县'])).toEqual(['司法局', '恩施县', true]);
});

test('without a known area the name stands alone', () => {
  expect(within('钦南区司法局', [])).toEqual(['区司法局', '钦南', false]);
  expect(within('市司法局', [])).toEqual(['司法局', '市', true]);
  expect(within('某某市街道办事处', [])).toEqual(['街道办事处', '某某市', false]);
  expect(nameWithin('低保', NAMES, district)).toBeUndefined();
});
