/** What Word shows of a file is what is read of it: every word is text, or named as left out. */
import { expect, test } from 'vitest';
import { extractText } from '../../../../src/import/read-file.ts';
import { p, run, wordFile } from '../../../support/data/word-file.ts';
import { the } from '../../../support/helpers.ts';

/** The lines of a file, and what an editor is told of it; `stops` is what has to be accepted. */
function reading(body: string, parts: Record<string, string> = {}) {
  const { text, open, suspects } = the(extractText(wordFile(body, parts), '方案.docx').extracted);
  const told = (findings: typeof open) => findings.map(({ problem }) => problem);
  return { lines: text.trim().split('\n'), told: told(open), stops: told(suspects) };
}

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
const definition = (id: number, inner: string) =>
  `<w:abstractNum w:abstractNumId="${id}">${inner}</w:abstractNum>`;
const list = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const item = (text: string, id: number, at = 0, mark = '') =>
  p(run(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr><w:rPr>${mark}</w:rPr>`);
const anew = (start: number) =>
  `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride>`;

test('a list that begins anew is numbered as Word shows it, and later goes on', () => {
  const numbering =
    definition(0, level(0, 'decimal', '%1.')) + list(1, 0) + list(2, 0, anew(1)) + list(3, 0, anew(7));
  const body = [item('甲', 1), item('乙', 1), item('丙', 2), item('丁', 2), item('戊', 3), item('己', 2)];
  expect(reading(body.join(''), { numbering }).lines).toEqual([
    ...['1. 甲', '2. 乙', '1. 丙', '2. 丁', '7. 戊', '8. 己'],
  ]);
});

test('below a heading with a Chinese number stand figures where Word shows them', () => {
  const levels = level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%1.%2', '<w:isLgl/>');
  const numbering = definition(0, levels) + list(1, 0);
  const body = item('总则', 1) + item('任务', 1) + item('甲', 1, 1) + item('乙', 1, 1);
  expect(reading(body, { numbering }).lines).toEqual(['一、总则', '二、任务', '2.1 甲', '2.2 乙']);
});

test('a list that has its levels by a style of lists is numbered', () => {
  const numbering =
    definition(0, `<w:styleLink w:val="S"/>${level(0, 'chineseCounting', '（%1）')}`) +
    definition(1, '<w:numStyleLink w:val="S"/>') +
    list(1, 1);
  expect(reading(item('甲', 1) + item('乙', 1), { numbering }).lines).toEqual(['（一）甲', '（二）乙']);
});

test.each([
  ['chineseCountingThousand', ['一', '十', '二十一']],
  ['taiwaneseCounting', ['一', '十', '二十一']],
  ['ideographDigital', ['一', '一〇', '二一']],
  ['chineseLegalSimplified', ['壹', '壹拾', '贰拾壹']],
  ['ideographTraditional', ['甲', '癸', '21']],
])('numbers of the format %s', (format, expected) => {
  const numbering = definition(0, level(0, format, '%1、')) + list(1, 0);
  const { lines } = reading(Array.from({ length: 21 }, () => item('项', 1)).join(''), { numbering });
  expect([0, 9, 20].map((at) => lines[at])).toEqual(expected.map((number) => `${number}、项`));
});

const deleted = (words: string) => `<w:del w:id="1"><w:r><w:delText>${words}</w:delText></w:r></w:del>`;

test('a paragraph that a tracked change deleted is not counted', () => {
  const numbering = definition(0, level(0, 'decimal', '%1.')) + list(1, 0);
  const gone = item('', 1, 0, '<w:del w:id="2"/>').replace('<w:r>', `${deleted('旧项')}<w:r>`);
  const { lines, told } = reading(item('甲', 1) + gone + item('乙', 1), { numbering });
  expect(lines).toEqual(['1. 甲', '2. 乙']);
  expect(told).toEqual(['words that a tracked change deleted were left out: “旧项”']);
});

test('a paragraph whose end a tracked change deleted goes on with the next, with one number', () => {
  const numbering = definition(0, level(0, 'decimal', '%1.')) + list(1, 0);
  const body = item('做好', 1, 0, '<w:del w:id="1"/>') + item('甲项。', 1) + item('乙项。', 1);
  const { lines, told } = reading(body, { numbering });
  expect(lines).toEqual(['1. 做好甲项。', '2. 乙项。']);
  expect(told).toEqual(['a tracked change joined a paragraph to the next one: “做好”']);
  expect(reading(item('做好', 1, 0, '<w:del w:id="1"/>'), { numbering }).lines).toEqual(['1. 做好']);
});

test('of two forms of the same the first that can be read is taken, once', () => {
  const both = (choice: string, fallback: string) =>
    `<w:r><mc:AlternateContent><mc:Choice Requires="x">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent></w:r>`;
  const t = (words: string) => `<w:t>${words}</w:t>`;
  const body = run('做好') + both('<x:symEx x:char="1F600"/>', t('甲')) + both(t('乙'), t('丙'));
  expect(reading(p(body))).toEqual({ lines: ['做好甲乙'], told: [], stops: [] });
});

const mark = (type: string, inner = '') =>
  `<w:r><w:fldChar w:fldCharType="${type}">${inner}</w:fldChar></w:r>`;
const field = (instruction: string, result: string) =>
  `${mark('begin')}<w:r><w:instrText>${instruction}</w:instrText></w:r>${mark('separate')}${result}${mark('end')}`;

test('a table of contents is left out and named, whether a field or a block; other fields are text', () => {
  const entry = run('一、总体要求') + field('PAGEREF x', run('1'));
  const [first = '', last = ''] = field(' TOC \\o "1-3" ', '|').split('|');
  const block = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p(run('目录'))}</w:sdtContent></w:sdt>`;
  const body = block + p(first + entry) + p(entry + last) + p(run('见') + field('REF a', run('附件一')));
  const { lines, told } = reading(body);
  expect(lines).toEqual(['见附件一']);
  expect(told).toEqual([
    'a table of contents was left out: “目录”',
    'a table of contents was left out: “一、总体要求1一、总体要求1”',
  ]);
});

test('what was chosen in a form is text; what nobody has filled in is not', () => {
  const choice =
    '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="甲局"/><w:listEntry w:val="乙局"/></w:ddList></w:ffData>';
  const body =
    p(
      `${run('由')}${mark('begin', choice)}<w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r>${mark('end')}`,
    ) +
    `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p(run('单击此处输入文字。'))}</w:sdtContent></w:sdt>`;
  const { lines, told } = reading(body);
  expect(lines).toEqual(['由乙局']);
  expect(told).toEqual(['a field that nobody has filled in was left out: “单击此处输入文字。”']);
});

test.each([
  ['white', run('内部掌握', '<w:color w:val="FFFFFF"/>')],
  ['of one point', run('内部掌握', '<w:sz w:val="2"/>')],
  ['white by a style', run('内部掌握', '<w:rStyle w:val="white"/>')],
])('words that are %s are kept, and stop the import unless they are accepted', (_, words) => {
  const styles = '<w:style w:styleId="white"><w:rPr><w:color w:val="ffffff"/></w:rPr></w:style>';
  const { lines, stops } = reading(p(run('做好甲项。') + words), { styles });
  expect(lines).toEqual(['做好甲项。内部掌握']);
  expect(stops).toEqual(['words are white, or too small to be read: “内部掌握”']);
});

test('white words on a colour are meant to be read', () => {
  const white = '<w:color w:val="FFFFFF"/>';
  const shade = '<w:shd w:val="clear" w:fill="C00000"/>';
  const cell = (words: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${p(run(words, white))}</w:tc>`;
  const box = `<w:r><w:drawing><wps:wsp><w:txbxContent>${p(run('框中', white))}</w:txbxContent></wps:wsp></w:drawing></w:r>`;
  const styled = `<w:tbl><w:tblPr><w:tblStyle w:val="t"/></w:tblPr><w:tr>${cell('序号')}${cell('任务')}</w:tr></w:tbl>`;
  const shaded = `<w:tbl><w:tr>${cell('序号', shade)}${cell('任务', shade)}</w:tr></w:tbl>`;
  const body = [p(run('甲', white + shade)), p(run('乙', white), shade), p(box), styled, shaded];
  expect(reading(body.join('')).stops).toEqual([]);
});

test('headers, footers and watermarks are named once, numbers of pages are not', () => {
  const watermark = '<w:pict><v:textpath string="内部资料"/></w:pict>';
  const parts = {
    header1: p(run('某某县人民政府文件')),
    header2: p(run('某某县人民政府文件') + watermark),
    footer1: p(run('— ') + field('PAGE', run('1')) + run(' —')),
  };
  const { lines, told } = reading(p(run('甲')), parts);
  expect(lines).toEqual(['甲']);
  expect(told).toEqual([
    'a header or footer was left out: “某某县人民政府文件”',
    'a header or footer was left out: “内部资料”',
  ]);
});

test('letters of a font of signs are signs, and named', () => {
  const body =
    run('ü', '<w:rFonts w:ascii="Wingdings"/>') + '<w:r><w:sym w:font="Wingdings 2" w:char="52"/></w:r>';
  expect(reading(p(run('甲') + body)).told).toEqual([
    'not understood: “signs of the font Wingdings: ü”',
    'not understood: “the sign 52 of the font Wingdings 2”',
  ]);
  const empty = run('', '<w:rFonts w:ascii="Wingdings"/>') + run('甲局 ', '<w:rFonts w:ascii="Symbol"/>');
  expect(reading(p(empty))).toEqual({ lines: ['甲局'], told: [], stops: [] });
});
