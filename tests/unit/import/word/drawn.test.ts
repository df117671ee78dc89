/** What a program draws of a file that is no letter in it: it is written, or named. */
import { expect, test } from 'vitest';
import { extractText } from '../../../../src/import/read-file.ts';
import { p, run, wordFile } from '../../../support/data/word-file.ts';
import { the } from '../../../support/helpers.ts';

function reading(bytes: Uint8Array, file: string) {
  const { text, open, suspects } = the(extractText(bytes, file).extracted);
  const told = (findings: typeof open) => findings.map(({ problem }) => problem);
  return { text: text.trim(), told: told(open), stops: told(suspects) };
}
const ofWord = (body: string) => reading(wordFile(p(body)), '方案.docx');
const ofPage = (body: string, style = '') =>
  reading(new TextEncoder().encode(`<html><head><style>${style}</style></head><body>${body}`), 'page.html');

const mark = (type: string, inner = '') =>
  `<w:r><w:fldChar w:fldCharType="${type}">${inner}</w:fldChar></w:r>`;
const field = (instruction: string, inner = '') =>
  `${mark('begin', inner)}<w:r><w:instrText>${instruction}</w:instrText></w:r>${mark('separate')}${mark('end')}`;

test('a number that Word draws in a circle is that number; another drawing is named', () => {
  expect(ofWord(run('做好：') + field(' EQ \\o\\ac(○,1)') + run('建馆'))).toEqual({
    ...{ text: '做好：①建馆', told: [], stops: [] },
  });
  const fraction = 'not understood: “a field that Word draws: EQ \\f(1,2)”';
  expect(ofWord(run('达到') + field('EQ \\f(1,2)') + run('以上')).told).toEqual([fraction]);
  expect(ofWord('<w:fldSimple w:instr="EQ \\f(1,2)"/>' + run('甲')).told).toEqual([fraction]);
});

test('a field of a form that still holds what was given shows it', () => {
  const given = '<w:ffData><w:textInput><w:default w:val="2020年底前"/></w:textInput></w:ffData>';
  expect(ofWord(run('甲局负责，') + field('FORMTEXT', given)).text).toBe('甲局负责，2020年底前');
  const filled = field('FORMTEXT', given).replace(mark('end'), run('2021年底前') + mark('end'));
  expect(ofWord(filled).text).toBe('2021年底前');
});

test.each([
  ['Word', ofWord(run('建成10') + run('4', '<w:vertAlign w:val="superscript"/>') + run('亩'))],
  ['a web page', ofPage('<p>建成10<sup>4</sup>亩')],
])('a raised figure of %s is no figure on the line', (_, { text, told }) => {
  expect(text).toBe('建成10⁴亩');
  expect(told).toEqual(['a raised figure was written as such: “⁴”']);
});

test('what is raised and no figure is kept', () => {
  expect(ofPage('<p>改革<sup>[甲]</sup>')).toEqual({ text: '改革[甲]', told: [], stops: [] });
});

test.each([
  ['<p><math><mfrac><mn>3</mn><mn>4</mn></mfrac></math>', 'not understood: “an equation: 34”'],
  ['<p><bdo dir="rtl">局政财县</bdo>', 'not understood: “words that are shown from right to left: 局政财县”'],
  [
    '<p><span style="unicode-bidi:bidi-override;direction:rtl">局政财县</span>',
    'not understood: “words that are shown from right to left: 局政财县”',
  ],
  ['<p>甲<video>您的浏览器不支持</video>', 'not understood: “<video>: 您的浏览器不支持”'],
])('of a page %s is named', (body, told) => {
  const { text, told: all } = ofPage(body);
  expect(all).toEqual([told]);
  expect(text).not.toContain('浏览器');
});

test('a ticked box is ticked', () => {
  expect(ofPage('<p>是<input type="checkbox" checked> 否<input type="checkbox">').text).toBe('是☑ 否');
});

test.each([
  ['.a::before { content: "县" }', '县'],
  [".a:after{color:red;content:'\\53bf\\5c40'}", '县局'],
  ['li:before { counter-increment: n; content: counter(n) "、" }', 'counter(n)、'],
])('words that the style sheet %s draws stop the import unless they are accepted', (style, words) => {
  expect(ofPage('<p class="a">民政局', style).stops).toEqual([
    `the style sheet of the page draws words, which are not in the text: “${words}”`,
  ]);
});

test.each([
  '.a::before { content: "" } .b::after { content: "\\e900" } .c:before { content: "»" }',
  '@media print { a[href]:after { content: " (页" attr(href) ")" } }',
  '/* .a::before { content: "县" } */',
])('%s draws no words', (style) => {
  expect(ofPage('<p class="a">民政局', style).stops).toEqual([]);
});

test('a damaged style sheet takes no longer than its length', () => {
  const start = performance.now();
  ofPage('<p>甲', ':before,'.repeat(40_000));
  expect(performance.now() - start).toBeLessThan(2000);
});
