/** The suggestions of the search box: what people type, and the page that they mean. */
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { simplifiedForms, spell } from '../../../src/text/dictionaries.ts';
import { jumpData } from '../../../src/search/jump-entries.ts';
import type { JumpMatch } from '../../../src/search/jump-matches.ts';
import { finder } from '../../../src/search/jump-search.ts';
import { readNumeral } from '../../../src/text/numerals.ts';
import { countText } from '../../../src/client/jump/words.ts';
import { generatedPlan } from '../../bench/generated-plan.ts';
import { publishedPlan } from '../../support/helpers.ts';

const plan = publishedPlan();
const data = jumpData(plan, { spell, simplifiedForms });
const find = finder(data);

function place({ entry }: JumpMatch): string {
  if (entry.kind === 'unit' || entry.kind === 'document') return entry.id;
  if (entry.kind === 'section') return `section ${entry.section}`;
  return entry.kind === 'deadline' ? `${entry.date} ${entry.basis}` : `${entry.kind} ${entry.number}`;
}

const places = (query: string) => find(query).map(place);

describe('finds first', () => {
  test.each([
    ['区司法局', 'qu-sifa-ju'],
    ['公安钦南分局', 'gongan-qinnan-fenju'],
    ['公安局', 'gongan-qinnan-fenju'],
    ['发改', 'qu-fagai-ju'],
    ['发改委', 'qu-fagai-ju'],
    ['编办', 'qu-bian-ban'],
    ['教育', 'qu-jiaoyu-ju'],
    ['法制办', 'qu-fazhi-ban'],
    ['食药监', 'qu-shipin-yaopin-jianguan-ju'],
    ['督查室', 'qu-zhengfu-duchashi'],
    ['住房和城乡建设', 'qu-zhujian-ju'],
    ['《 区 委 组 织 部 》', 'quwei-zuzhi-bu'],
  ])('a unit by name or alias: %s', (query, expected) => {
    expect(places(query)[0]).toBe(expected);
  });

  test.each([
    ['sfj', 'qu-sifa-ju'],
    ['qsfj', 'qu-sifa-ju'],
    ['SFJ', 'qu-sifa-ju'],
    ['ｇａｊ', 'gongan-qinnan-fenju'],
    ['wsj', 'qu-weiji-ju'],
    ['sifaju', 'qu-sifa-ju'],
    ['si fa', 'qu-sifa-ju'],
    ['xuanchuanbu', 'quwei-xuanchuan-bu'],
    ['xcb', 'quwei-xuanchuan-bu'],
    ['xingzhengjuece', 'ge-xingzheng-juece-jiguan'],
  ])('a unit by pinyin or initials: %s', (query, expected) => {
    expect(places(query)[0]).toBe(expected);
  });

  test.each([
    ['審計局', 'qu-shenji-ju'],
    ['環保', 'huanbao-qinnan-fenju'],
    ['機關事務局', 'qu-jiguan-shiwu-ju'],
    ['財政局', 'qu-caizheng-ju'],
    ['黨組', 'quanqu-geji-zhengfu-jiqi-bumen-dangzu'],
    ['任務十', 'task 10'],
    ['審批', 'task 2'],
    ['價格改革', 'task 8'],
  ])('what is typed in traditional characters: %s', (query, expected) => {
    expect(places(query)[0]).toBe(expected);
  });

  test.each([
    ['10', 'task 10'],
    ['第10项', 'task 10'],
    ['第 １０ 项', 'task 10'],
    ['第十项', 'task 10'],
    ['任务10', 'task 10'],
    ['任务十', 'task 10'],
    ['任务第十项', 'task 10'],
    ['十', 'task 10'],
    ['二十五', 'task 25'],
    ['第六十五项任务', 'task 65'],
    ['措施41', 'measure 41'],
    ['第三项措施', 'measure 3'],
    ['板块五', 'section 5'],
    ['（七）全面提高', 'section 7'],
  ])('what has a number: %s', (query, expected) => {
    expect(places(query)[0]).toBe(expected);
  });

  test.each([
    ['深化价格制度改革', 'task 8'],
    ['智库', 'task 26'],
    ['商事 改革', 'task 10'],
    ['信访制度改革', 'task 55'],
    ['加强市场监管', 'measure 5'],
    ['组织保障和落实机制', 'section 8'],
    ['中国共产党问责条例', 'doc-42'],
    ['钦政发〔2015〕50号', 'doc-13'],
    ['2015 37号', 'doc-44'],
  ])('a title: %s', (query, expected) => {
    expect(places(query)[0]).toBe(expected);
  });

  test.each([
    ['2017', ['2017-12-31 own']],
    ['2017年底', ['2017-12-31 own']],
    ['2017年底前', ['2017-12-31 own']],
    ['2018年12月31日', ['2018-12-31 own']],
    ['2018-12-31', ['2018-12-31 own']],
    ['二〇一七年底', ['2017-12-31 own']],
    ['2019年', ['2019-12-31 own', '2019-12-31 general']],
  ])('a deadline: %s', (query, expected) => {
    expect(places(query)).toEqual(expected);
  });
});

test.each([
  ['区编办牵头', ['qu-bian-ban']],
  ['钦南区编办牵头的任务有哪些', ['qu-bian-ban']],
  ['区发改局 2019', ['qu-fagai-ju']],
  ['税务局牵头', ['qu-dishui-ju', 'qu-guoshui-ju']],
  ['2017年底前教育局的任务', ['qu-jiaoyu-ju']],
  ['区编办和区财政局共同的任务', ['qu-caizheng-ju', 'qu-bian-ban']],
  ['編辦、財政局', ['qu-caizheng-ju', 'qu-bian-ban']],
])('a question about units: %s', (query, expected) => {
  expect(places(query)).toEqual(expected);
});

test.each([
  '南宁市教育局',
  '市编办',
  '钦南市教育局',
  '钦北区教育局牵头',
  '区编办的奖金',
  '量子咖啡机器人',
  '法治局',
  'xyzq',
  '第99项',
  '任务0',
  '、。',
  '   ',
  '',
  '\ud800',
  '行政'.repeat(25),
  '行政'.repeat(5000),
  '<>',
])('finds nothing for nonsense: %s', (query) => {
  expect(places(query)).toEqual([]);
});

test('every unit is among the first by its name, its pinyin and each alias', () => {
  for (const { id, name, aliases } of plan.units) {
    for (const called of [name, ...aliases.map((alias) => alias.name)]) {
      expect({ called, found: places(called).slice(0, 2) }).toEqual({
        called,
        found: expect.arrayContaining([id]) as string[],
      });
      const letters = spell(called).join('');
      expect({ letters, found: places(letters).slice(0, 2) }).toEqual({
        letters,
        found: expect.arrayContaining([id]) as string[],
      });
    }
  }
});

test('every task is the first by its number and by its title', () => {
  for (const { number, title } of plan.tasks) {
    for (const query of [`${number}`, `第${number}项`, `任务${number}`, title]) {
      expect([query, places(query)[0]]).toEqual([query, `task ${number}`]);
    }
  }
});

describe('of a large plan', () => {
  const large = generatedPlan();
  const ofLarge = jumpData(large, { spell, simplifiedForms });
  const findInLarge = finder(JSON.parse(JSON.stringify(ofLarge)) as typeof ofLarge);

  test('every task is found by its number, every unit by its name and its pinyin', () => {
    for (const { number } of large.tasks)
      expect(findInLarge(`第${number}项`).map(place)[0]).toBe(`task ${number}`);
    for (const { id, name } of large.units) {
      expect(findInLarge(name).slice(0, 3).map(place)).toContain(id);
      expect(findInLarge(spell(name).join('')).slice(0, 3).map(place)).toContain(id);
    }
  });

  test('titles are left to the search, and nothing is said to be missing', () => {
    const [task] = large.tasks;
    expect(findInLarge(task?.title ?? '')).toEqual([]);
    expect(countText(0, 0, true)).toContain('其余的按回车搜索全文');
    expect(countText(0, 0, true)).not.toContain('没有');
  });

  test('its file is as small as that of a plan of usual size', () => {
    const bytes = brotliCompressSync(JSON.stringify(ofLarge)).length;
    expect(bytes).toBeLessThan(10_000);
  });
});

test('an alias of two units lists both', () => {
  expect(places('税务局')).toEqual(['qu-dishui-ju', 'qu-guoshui-ju']);
  expect(places('zzb').slice(0, 2)).toEqual(['qu-zongzhi-ban', 'quwei-zuzhi-bu']);
});

test('better reasons come first, and units before tasks', () => {
  const ranks = (query: string) => find(query).map(({ entry, rank }) => `${rank} ${entry.kind}`);
  expect(ranks('三')).toEqual([
    'number task',
    'number measure',
    'number section',
    'prefix section',
    ...ranks('三').slice(4),
  ]);
  expect(ranks('审计').slice(0, 3)).toEqual(['prefix unit', 'prefix document', 'contains measure']);
  expect(ranks('政府办')[0]).toBe('exact unit');
  expect(ranks('gsj').every((each) => each === 'initials unit')).toBe(true);
  expect(places('制度').filter((each) => each.startsWith('task'))).toEqual(
    plan.tasks.filter(({ title }) => title.includes('制度')).map(({ number }) => `task ${number}`),
  );
});

test('names the alias by which an entry is found, and whether the site added it', () => {
  const [police] = find('公安局');
  expect(police?.name).toEqual({ text: '公安局', pinyin: 'gong an ju', added: true });
  const [justice] = find('司法局');
  expect(justice?.name.added).toBeUndefined();
  const [health] = find('wsj');
  expect([health?.name.text, health?.typed]).toEqual(['卫生局', 'wsj']);
  expect(find('区司法局')[0]?.typed).toBeUndefined();
});

test('pinyin is spelled as the registered ids are', () => {
  const odd = plan.units.filter(({ id, name }) => spell(name).join('') !== id.replaceAll('-', ''));
  expect(odd.map(({ name }) => `${name} ${spell(name).join(' ')}`)).toEqual([]);
});

test('a character of a registered name is never taken for a traditional one', () => {
  const traditional = [...data.variants].filter((_, at) => at % 2 === 0);
  const written = data.entries.flatMap(({ names }) => names.map(({ text }) => text)).join('');
  expect(traditional.length).toBeGreaterThan(100);
  expect(traditional.filter((letter) => written.includes(letter))).toEqual([]);
});

test.each([
  ['7', 7],
  ['065', 65],
  ['十', 10],
  ['十一', 11],
  ['一十', 10],
  ['二十', 20],
  ['六十五', 65],
  ['一百零八', 108],
  ['二〇一七', 2017],
  ['十十', undefined],
  ['百', undefined],
  ['一二', undefined],
  ['', undefined],
  ['甲', undefined],
])('reads %s as %s', (text, number) => {
  expect(readNumeral(text)).toBe(number);
});
