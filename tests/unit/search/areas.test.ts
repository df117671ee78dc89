/** People write the area before the name of a unit; every plan says in its title and its publisher what its area is. */
import { expect, test } from 'vitest';
import { areaOf } from '../../../src/search/area-of-plan.ts';
import { nameWithin } from '../../../src/search/areas.ts';

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
  '公安局',
  '公安分局',
  '街道办事处',
  '市场监管局',
];
const within = (text: string) => nameWithin(text, NAMES, district);

test.for<[text: string, name: string]>([
  ['钦南区司法局', '区司法局'],
  ['钦州市钦南区司法局', '区司法局'],
  ['广西壮族自治区钦州市钦南区司法局', '区司法局'],
  ['钦南司法局', '司法局'],
  ['钦南区委政法委', '区委政法委'],
  ['钦南区街道办事处', '街道办事处'],
  ['钦州市公安局钦南分局', '公安局'],
  ['钦州市公安钦南分局', '公安钦南分局'],
  ['区公安分局', '公安分局'],
  ['钦南区公安分局', '公安分局'],
  ['钦南区市场监管局', '市场监管局'],
])('%s is the whole name of a unit', ([text, name]) => {
  expect(within(text)).toEqual({ name, rest: '' });
});

test.for<[text: string, name: string, rest: string]>([
  // The bureau of the city, or of another county, is not that of the district.
  ['钦州市司法局', '司法局', '钦州市'],
  ['灵山县司法局', '司法局', '灵山县'],
  ['钦州市公安局', '公安局', '钦州市'],
  ['2017年底前钦南区司法局牵头', '区司法局', '2017年底前牵头'],
])('%s says more than a name', ([text, name, rest]) => {
  expect(within(text)).toEqual({ name, rest });
});

test('without a known area the name stands alone', () => {
  expect(nameWithin('钦南区司法局', NAMES, [])).toEqual({ name: '区司法局', rest: '钦南' });
  expect(nameWithin('低保', NAMES, district)).toBeUndefined();
});
