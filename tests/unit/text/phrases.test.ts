import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withLineBreaks } from '../../../src/text/breaks/in-html.ts';
import { phrases } from '../../../src/text/breaks/phrases.ts';
import { publishedPlan } from '../../support/helpers.ts';

const letters = (text = '') => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

test.each([
  ['深化资源型产品价格和税费改革', '深化资源型|产品价格|和税费|改革'],
  ['健全行政执法机关的监督制度', '健全行政|执法机关的|监督制度'],
  ['认真贯彻实施《中华人民共和国人民调解法》', '认真贯彻|实施《中华人民|共和国|人民调解法》'],
  ['钦州市钦南区法治政府建设实施方案（2016—2020年）', '钦州市钦南区|法治政府|建设实施方案（2016—2020年）'],
  ['2022年法治政府建设工作要点', '2022年|法治政府|建设工作要点'],
  ['区教育局', '区教育局'],
])('%s breaks between words', (title, expected) => {
  expect(phrases(title).join('|')).toBe(expected);
});

test('joined, the pieces are the title, and none at the end is a single character', () => {
  const titles = [...publishedPlan().tasks, ...publishedPlan().sections].map(({ title }) => title);
  const made = fc.stringMatching(/^[法治政府建设的和区一把不，、《》（）a1 &<;—]{0,30}$/u);
  const holds = (title: string) => {
    const pieces = phrases(title);
    expect(pieces.join('')).toBe(title);
    if (letters(title) > 1) expect(letters(pieces.at(-1)), title).toBeGreaterThan(1);
    if (pieces.length > 1) expect(pieces[0]?.length, title).toBeGreaterThan(1);
  };
  titles.forEach(holds);
  fc.assert(fc.property(made, holds));
});

test('only titles are marked, and nothing but tags is added', () => {
  const words = '严格执行政府及部门权力清单制度';
  const marked = '严格执行<wbr>政府及部门<wbr>权力清单<wbr>制度';
  expect(withLineBreaks(`<h1 data-title="a>b">${words}</h1><p>${words}</p>`)).toBe(
    `<h1 data-title="a>b">${marked}</h1><p>${words}</p>`,
  );
  expect(
    withLineBreaks(`<nav class="contents"><ol><li><a href="#a">${words}</a>${words}</li></ol></nav>`),
  ).toBe(`<nav class="contents"><ol><li><a href="#a">${marked}</a>${words}</li></ol></nav>`);
  for (const other of [
    `<title>${words}</title>`,
    `<h2><svg><text>${words}</text></svg></h2>`,
    `<script>"<h1>${words}</h1>"</script>`,
    `<!-- <h1>${words}</h1> -->`,
    `<select><option>2016—2020年</option></select>`,
    `<h2>a &lt;img&gt; &amp; b</h2>`,
  ])
    expect(withLineBreaks(other)).toBe(other);
  expect(withLineBreaks('<p>（2014—2020年）<br>甲</p><p>乙</p>')).toBe(
    '<p>（<span class="years-span">2014—2020年</span>）<br>甲</p><p>乙</p>',
  );
});
