/** Received files of every format are read as the same text. */
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { textOfHtml } from '../../../src/import/html/html-to-text.ts';
import { extractText } from '../../../src/import/read-file.ts';
import { gb18030, utf16 } from '../../support/data/encodings.ts';
import { p, run, wordFile } from '../../support/data/word-file.ts';
import { the } from '../../support/helpers.ts';

const TEXT = '某某县法治工作方案\n一、总体要求\n（一）任务：甲、乙。（县司法局负责）\n';
const utf8 = new TextEncoder();

const read = (bytes: Uint8Array, file = 'plan.txt') => {
  const { text, form } = the(extractText(bytes, file).extracted);
  return { text, form };
};
const refused = (bytes: Uint8Array, file = 'plan.txt') => {
  const { extracted, findings } = extractText(bytes, file);
  expect(extracted).toBeUndefined();
  return findings.map(({ line, problem }) => `${line ?? ''} ${problem}`).join('; ');
};

test.each([
  ['utf-8', utf8.encode(TEXT)],
  ['utf-8 with BOM', utf8.encode(`\ufeff${TEXT}`)],
  ['utf-8, CRLF', utf8.encode(TEXT.replaceAll('\n', '\r\n'))],
  ['utf-8, CRLF', utf8.encode(TEXT.replaceAll('\n', '\r'))],
  ['gb18030', gb18030(TEXT)],
  ['utf-16le', utf16(`\ufeff${TEXT}`, true)],
  ['utf-16be', utf16(`\ufeff${TEXT}`, false)],
  ['utf-16le', utf16(TEXT, true)],
  ['utf-16be', utf16(TEXT, false)],
])('a text in %s reads as the same text', (form, bytes) => {
  expect(read(bytes)).toEqual({ text: TEXT, form });
});

test('a saved web page reads as its visible lines, whatever its markup and encoding', () => {
  const page = `<!DOCTYPE html><html><head><meta charset="gb2312"><title>页</title><style>p{}</style></head><body>
<h1>某某县法治工作方案</h1><script>var x = "不是正文";</script><!-- 也不是 -->
<div>一、总体<b>要求</b><br/></div><p style="display: none">看不见</p>
<p>（一）任务：甲、
乙。（县司法局负责）</p></body></html>`;
  const { text, form } = read(gb18030(page), 'page.htm');
  expect([text, form]).toEqual([TEXT, 'html, gb18030']);
});

test('a web page without the extension .html is recognized by its content', () => {
  expect(read(utf8.encode('<html><body><p>甲<p>乙'), 'download').text).toBe('甲\n乙\n');
});

test('the cells of a table are on the line of their row; entities are decoded', () => {
  expect(
    textOfHtml('<table><tr><td>1</td><td> 甲&nbsp;局 </td></tr><tr><td>2<td>&#20057;</table>').text,
  ).toBe('1\t甲\u00a0局\n2\t乙\n');
});

test('a Word file reads as its paragraphs', () => {
  const bytes = wordFile(
    TEXT.trim()
      .split('\n')
      .map((line) => p(run(line)))
      .join(''),
  );
  expect(read(bytes, '方案.docx')).toEqual({ text: TEXT, form: 'docx' });
});

/** What a file reads as, and what is told of it. */
const reading = (bytes: Uint8Array, file = '方案.docx') => {
  const { text, open, suspects } = the(extractText(bytes, file).extracted);
  return { text: text.trim(), told: [...suspects, ...open].map(({ problem }) => problem) };
};
test.each([
  ['directly', run('内部掌握', '<w:vanish/>')],
  ['by a style of characters', run('内部掌握', '<w:rStyle w:val="secret"/>')],
  ['by a style based on another', run('内部掌握', '<w:rStyle w:val="more"/>')],
])('D1: words hidden %s are left out and named', (_, hidden) => {
  const styles =
    '<w:style w:styleId="secret"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="more"><w:basedOn w:val="secret"/></w:style>';
  const { text, told } = reading(
    wordFile(p(run('做好甲项。') + hidden + run('乙。', '<w:vanish w:val="0"/>')), { styles }),
  );
  expect(text).toBe('做好甲项。乙。');
  expect(told).toEqual(['hidden words were left out: “内部掌握”']);
});

test.each([
  ['strike', wordFile(p(run('做好') + run('旧项', '<w:strike/>') + run('甲项。')))],
  ['dstrike', wordFile(p(run('做好') + run('旧项', '<w:dstrike/>') + run('甲项。')))],
  ['del', utf8.encode('<html><body><p>做好<del>旧项</del>甲项。')],
  ['s', utf8.encode('<html><body><p>做好<s>旧<b>项</b></s>甲项。')],
  [
    'a style',
    utf8.encode('<html><body><p>做好<span style="text-decoration: underline line-through">旧项</span>甲项。'),
  ],
])('D2: words struck out by %s are kept and stop the import unless accepted', (name, bytes) => {
  const file = name.includes('strike') ? '方案.docx' : 'plan.html';
  const { extracted } = extractText(bytes, file);
  expect(extracted?.text.trim()).toBe('做好旧项甲项。');
  expect(extracted?.suspects.map(({ line, problem }) => `${line ?? ''} ${problem}`)).toEqual([
    '1 words are struck out: “旧项”',
  ]);
});

test('words that tracked changes inserted or deleted, moved, and comments are named with what was done with them', () => {
  const change = (name: string, inner: string) => `<w:${name} w:id="1" w:author="甲">${inner}</w:${name}>`;
  const deleted = (text: string) => `<w:r><w:delText>${text}</w:delText></w:r>`;
  const body =
    p(
      [
        run('做好'),
        change('del', deleted('旧项')),
        change('ins', run('甲项')),
        run('。'),
        '<w:r><w:commentReference w:id="7"/></w:r>',
      ].join(''),
    ) +
    p(change('moveFrom', run('乙项。'))) +
    p(change('moveTo', run('乙项。')), '<w:rPr><w:ins w:id="2"/></w:rPr>');
  const bytes = wordFile(body, { comments: `<w:comment w:id="7">${p(run('请核'))}</w:comment>` });
  const { text, open } = the(extractText(bytes, '方案.docx').extracted);
  expect(text.trim()).toBe('做好甲项。\n乙项。');
  expect(open.map(({ line, problem }) => `${line ?? ''} ${problem}`)).toEqual([
    ' words that a tracked change deleted were left out: “旧项”',
    '1 words that a tracked change inserted are taken as text: “甲项”',
    ' a comment was left out: “请核”',
    ' words that a tracked change deleted were left out: “乙项。”',
    '2 words that a tracked change inserted are taken as text: “乙项。”',
  ]);
});

test('D3: the text of fields, of ruby and of runs with a direction is kept; what is not understood is named', () => {
  const { text, told } = reading(
    wordFile(
      p(
        [
          `<w:fldSimple w:instr="DATE">${run('2018年6月')}</w:fldSimple>`,
          `<w:r><w:ruby><w:rt>${run('xian')}</w:rt><w:rubyBase>${run('县')}</w:rubyBase></w:ruby></w:r>`,
          `<w:bdo w:val="rtl">${run('甲项')}</w:bdo><w:dir w:val="ltr">${run('乙项')}</w:dir>`,
          '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
          '<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>',
        ].join(''),
      ) + '<w:altChunk r:id="r9"/>',
    ),
  );
  expect(text).toBe('2018年6月县甲项乙项x=1');
  expect(told).toEqual([
    'a reading above characters was left out: “xian”',
    'not understood: “the sign F0FC of the font Wingdings”',
    'not understood: “an equation: x=1”',
    'not understood: “a part that is another file (altChunk)”',
  ]);
});

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
const numbering = [
  `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、', '<w:pStyle w:val="H1"/>')}${level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="H2"/>')}${level(2, 'decimal', '%3.')}</w:abstractNum>`,
  `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.%2')}${level(1, 'bullet', '•')}</w:abstractNum>`,
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
].join('');
const styles =
  '<w:style w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="H2"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
const styled = (text: string, style: string) => p(run(text), `<w:pStyle w:val="${style}"/>`);
const listed = (text: string, numId: string, at: number) =>
  p(run(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${numId}"/></w:numPr>`);

test('D4: the numbers of heading styles and lists are worked out, each level anew below the one above', () => {
  const body = [
    ...[
      styled('总体要求', 'H1'),
      styled('主要任务', 'H1'),
      styled('发展教育', 'H2'),
      listed('建学校。', '1', 2),
    ],
    ...[
      listed('招教师。', '1', 2),
      styled('发展卫生', 'H2'),
      listed('建医院。', '1', 2),
      listed('符号', '2', 1),
    ],
  ].join('');
  expect(reading(wordFile(body, { styles, numbering })).text.split('\n')).toEqual([
    ...[
      '一、总体要求',
      '二、主要任务',
      '（一）发展教育',
      '1. 建学校。',
      '2. 招教师。',
      '（二）发展卫生',
      '1. 建医院。',
      '符号',
    ],
  ]);
});

test.each([
  ['<ol><li>甲<li>乙</ol>', '1. 甲\n2. 乙'],
  ['<ol start="3"><li>甲<li value="9">乙<li>丙</ol>', '3. 甲\n9. 乙\n10. 丙'],
  ['<ol reversed><li>甲<li>乙<li>丙</ol>', '3. 甲\n2. 乙\n1. 丙'],
  ['<ol type="A"><li>甲<li type="i">乙</ol>', 'A. 甲\nii. 乙'],
  [
    '<ol style="list-style-type: simp-chinese-informal"><li>甲<ol><li>乙</ol><li>丙</ol>',
    '一、甲\n1. 乙\n二、丙',
  ],
  ['<ol style="list-style:none"><li>甲</ol><ul><li>乙</ul>', '甲\n乙'],
])('D5: %s is numbered as a browser shows it', (html, text) => {
  expect(textOfHtml(html).text.trim()).toBe(text);
});

test('D6: footnotes and endnotes stand at the end and are named', () => {
  const note = (kind: string) => `<w:r><w:${kind}Reference w:id="1"/></w:r>`;
  const of = (kind: string, words: string) =>
    `<w:${kind} w:id="1">${p(`<w:r><w:${kind}Ref/></w:r>${run(words)}`)}</w:${kind}>`;
  const { text, told } = reading(
    wordFile(p(run('做好甲项') + note('footnote') + run('。') + note('endnote')), {
      footnotes: of('footnote', '指某事'),
      endnotes: of('endnote', '见某文'),
    }),
  );
  expect(text).toBe('做好甲项。\n注1：指某事\n注2：见某文');
  expect(told).toHaveLength(2);
});

test.each([
  ['utf-16le', utf16('某某县工作方案一、任务（县司法局负责）', true)],
  ['utf-16be', utf16('某某县工作方案一、任务（县司法局负责）', false)],
  ['big5', Uint8Array.from([0xbf, 0xa4, 0xa5, 0xab, 0xa4, 0x75, 0xa7, 0x40, 0xa5, 0xf4, 0xb0, 0xc8])],
  ['gb18030', gb18030('某某县工作方案一、任务')],
])('D7: a text in %s without a mark is read as what it is', (form, bytes) => {
  expect(extractText(bytes, 'plan.txt').extracted?.form).toBe(form);
});

const drawn = (inner: string) => `<w:r><w:drawing>${inner}</w:drawing></w:r>`;
const textBox = `<wps:txbx><w:txbxContent>${p(run('框中'))}</w:txbxContent></wps:txbx>`;

test.each([
  [
    drawn('<wp:docPr name="图片 1" descr="任务分工表"/><pic:pic/>'),
    ['not understood: “a picture: 任务分工表”'],
  ],
  [drawn('<wp:docPr name="图片 1" descr=""/>'), ['not understood: “a picture: 图片 1”']],
  ['<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>', ['not understood: “a picture”']],
  [
    '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>',
    ['not understood: “an embedded file: Excel.Sheet.12”'],
  ],
  [drawn('<wp:docPr name="直线 1"/><wps:wsp/>'), []],
  ['<w:r><w:pict><v:line/></w:pict></w:r>', []],
])('what a Word file shows without text is named: %s', (drawing, told) => {
  expect(reading(wordFile(p(run('做好甲项。') + drawing)))).toEqual({ text: '做好甲项。', told });
});

test('the words of a text box are text, and no picture', () => {
  const { text, told } = reading(wordFile(p(run('甲。') + drawn(`<wps:wsp>${textBox}</wps:wsp>`))));
  expect([text, told]).toEqual(['甲。\n框中', []]);
});

test('D7: a web archive is named as one', () => {
  const archive = 'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\n<html>';
  expect(extractText(utf8.encode(archive), 'plan.mht').findings[0]?.problem).toContain('web archive');
});

const cell = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${text
    .split('|')
    .map((one) => p(run(one)))
    .join('')}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const td = (text: string, spans = '') => `<td ${spans}>${text}</td>`;

test('D8: the rows of tables are lines with tabs; cells that span rows go on as 〃, those that span columns leave others empty', () => {
  const expected = '序号\t任务\t责任单位\n一、教育\n1\t建学校\t甲局 乙局\n2\t招教师\t〃';
  const word = [
    row(cell('序号'), cell('任务'), cell('责任单位')),
    row(cell('一、教育', '<w:gridSpan w:val="3"/>')),
    row(cell('1'), cell('建学校'), cell('甲局|乙局', '<w:vMerge w:val="restart"/>')),
    row(cell('2'), cell('招教师'), cell('', '<w:vMerge/>')),
  ];
  expect(reading(wordFile(`<w:tbl>${word.join('')}</w:tbl>`)).text).toBe(expected);
  const html = [
    [td('序号'), td('任务'), td('<p>责任单位</p>')],
    [td('一、教育', 'colspan=3')],
    [td('1'), td('建<b>学校</b>'), td('<p>甲局</p><p>乙局</p>', 'rowspan=2')],
    [td('2'), td('招教师')],
  ];
  expect(
    textOfHtml(`<table>${html.map((cells) => `<tr>${cells.join('')}`).join('')}</table>`).text.trim(),
  ).toBe(expected);
});

test('D4: a number that Word draws in an empty cell is its words', () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
  const number = `<w:tc>${p('', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')}</w:tc>`;
  const rows = [row(cell('序号'), cell('任务')), row(number, cell('建学校')), row(number, cell('招教师'))];
  expect(reading(wordFile(`<w:tbl>${rows.join('')}</w:tbl>`, { numbering })).text).toBe(
    '序号\t任务\n1\t建学校\n2\t招教师',
  );
});

test.each([
  ['区财政局\n  区退役军人事务局', '区财政局 区退役军人事务局'],
  ['区财政局、区教\n  育局\n区住建局、各镇', '区财政局、区教育局 区住建局、各镇'],
  ['区发展和\n  改革局', '区发展和改革局'],
  ['由区财政局\n  区分情况处理', '由区财政局区分情况处理'],
])(
  'in a cell a line break between the names of two bodies is a blank, as a browser shows it: %j',
  (source, text) => {
    const page = `<table><tr><td>1<td>甲项<tr><td>2<td>${source}</table>`;
    expect(textOfHtml(page).text).toBe(`1\t甲项\n2\t${text}\n`);
  },
);

test('P19: form feeds and vertical tabs are line ends', () => {
  const { text, form } = the(extractText(utf8.encode('甲\f乙\u000b丙\n'), 'plan.txt').extracted);
  expect([text, form]).toEqual(['甲\n乙\n丙\n', 'utf-8, other line ends']);
});

test('A3: a Word file that unpacks to more than a text can be is refused before it is read', () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(70 * 1024 * 1024) });
  expect(extractText(bomb, '方案.docx').findings[0]?.problem).toContain('unpacks to more than 64 MB');
});

test.each([
  ['<p>甲<q>乙<q>丙</q></q>丁', '甲“乙‘丙’”丁'],
  ['<p>甲<textarea>乙\n丙</textarea>', '甲\n乙\n丙'],
  ['<p>甲<input value="乙"><input type="hidden" value="丙">', '甲乙'],
  ['<svg><title>无</title><text>甲</text><text>乙</text></svg>', '甲\n乙'],
  ['<p style="x-display:none-y">甲</p><p style="color:red;DISPLAY : none">乙</p>', '甲'],
  ['<p><ruby>县<rp>(</rp><rt>xian</rt><rp>)</rp></ruby>局', '县局'],
  ['<p>甲<span style="mso-hide:all">乙</span><span style="visibility:hidden">丙</span>', '甲'],
])('A8: %s shows “%s”', (html, text) => {
  expect(textOfHtml(html).text.trim()).toBe(text);
});

test.each([
  ['<p>甲<span hidden>密</span>乙', '甲乙', ['hidden 密']],
  ['<p>甲<span style="display:none">密</span>乙', '甲乙', ['hidden 密']],
  ['<style>.no { display : none }</style><p>甲<span class="x no">密</span>乙', '甲乙', ['hidden 密']],
  [
    '<style>/* a */ p #k{color:red;visibility:hidden!important}</style><p>甲<b id=k>密</b>乙',
    '甲乙',
    ['hidden 密'],
  ],
  [
    '<style>div.a > i, u{display:none}</style><div class=a>甲<i>密</i><u>秘</u><b><i>乙</i></b></div>',
    '甲乙',
    ['hidden 密', 'hidden 秘'],
  ],
  ['<style>@media screen{.no{display:none}}</style><p>甲<span class=no>密</span>乙', '甲乙', ['hidden 密']],
  [
    '<style>@media print{.no{display:none}} .no:hover{display:none}</style><p>甲<span class=no>乙</span>',
    '甲乙',
    [],
  ],
  [
    '<style>.no{display:none} b.no{display:inline} i{display:none}</style><p>甲<b class=no>乙</b><i style="display:inline">丙</i>',
    '甲乙丙',
    [],
  ],
  [
    '<table><tr><td>甲<td>乙<tr hidden><td>密<td>秘<tr><td>丙<td hidden>暗<td>丁</table>',
    '甲\t乙\n丙\t丁',
    ['hidden 密秘', 'hidden 暗'],
  ],
  ['<p>甲<img src=a.png alt="附图：河道名单"><img alt=logo>乙', '甲乙', ['unknown <img>: 附图：河道名单']],
  ['<p>甲<select><option>选项</select>乙', '甲乙', ['unknown <select>: 选项']],
  ['<p>甲<iframe>框架</iframe><iframe></iframe>乙', '甲乙', ['unknown <iframe>: 框架']],
  ['<div hidden><script>"甲"</script>menu</div><p>乙', '乙', []],
  ['<p>甲<dialog>密</dialog>乙', '甲\n乙', ['hidden 密']],
  ['<p>甲<dialog open>乙</dialog>', '甲\n乙', []],
  ['<p>甲<span popover>密</span>乙', '甲乙', ['hidden 密']],
  ['<p>甲<template><b>密</b></template>乙', '甲乙', ['unknown <template>: 密']],
  ['<div style="font-size:0">密<p style="font-size:16px">甲</p></div>', '甲', ['hidden 密']],
  ['<div style="font:0/0 a"><b>密</b><p style="font:bold 14px/1.5 宋体">甲</p></div>', '甲', ['hidden 密']],
  ['<div style="color:white">密<p style="color:#333">甲</p></div>', '甲', ['hidden 密']],
  ['<div bgcolor="#fefefe"><font color="#FFF">密</font>甲</div>', '甲', ['hidden 密']],
  [
    '<p>甲<span style="color:rgba(0,0,0,0)">密</span><span style="color: transparent">秘</span>',
    '甲',
    ['hidden 密', 'hidden 秘'],
  ],
  [
    '<h1 style="background:#b00 none;color:#fff">甲<span style="color:#b00">密</span></h1>',
    '甲',
    ['hidden 密'],
  ],
  [
    '<style>.head{background-color:rgb(180,0,0)} .head td{color:#fff}</style><table class=head><tr><td>甲<td>乙<tr><td>丙<td>丁</table>',
    '甲\t乙\n丙\t丁',
    [],
  ],
  [
    '<style>.head td{color:#fff}</style><table><tr class=head><td>甲<td>密<tr><td>丙<td>丁</table>',
    '丙\t丁',
    ['hidden 甲', 'hidden 密'],
  ],
  ['<div style="background:url(a.png);color:#fff">甲</div>', '甲', []],
  ['<div style="background:linear-gradient(red, blue);color:transparent">甲</div>', '甲', []],
  ['<link rel=stylesheet href=a.css><p style="color:#fff">甲</p>', '甲', ['pale 甲']],
  ['<style>tr:first-child{background:#b00}</style><p style="color:#fff">甲</p>', '甲', ['pale 甲']],
  ['<style>@import "a.css";</style><p style="color:#fff">甲</p>', '甲', ['pale 甲']],
])('what a page hides is left out and named: %s', (html, text, told) => {
  const read = textOfHtml(html);
  expect(read.text.trim()).toBe(text);
  expect(read.notes.map(({ kind, words }) => `${kind} ${words}`)).toEqual(told);
});

test.each([
  ...['opacity:0', 'opacity: 0.0', 'opacity:0%', 'filter:opacity(0)', 'content-visibility:hidden'],
  ...['position:absolute;left:-9999px', 'position:fixed;top:-100em', 'position: relative; right:-3000px'],
  ...['text-indent:-9999px', 'margin-left:-9999px', 'transform:translateX(-9999px)', 'transform:scale(0)'],
  ...['position:absolute;clip:rect(0 0 0 0)', 'position:absolute;clip:rect(1px, 1px, 1px, 1px)'],
  ...[
    'clip-path:inset(50%)',
    'clip-path:circle(0)',
    'height:0;overflow:hidden',
    'width:1px;overflow-x:hidden',
  ],
])(
  'words that cannot be seen for their style %s are left out and named, in the element and by a sheet',
  (style) => {
    for (const html of [
      `<p>甲<span style="${style}">密<b style="opacity:1">级</b></span>`,
      `<style>.no{${style}}</style><p>甲<span class=no>密<b>级</b></span>`,
    ]) {
      const read = textOfHtml(html);
      expect(read.text).toBe('甲\n');
      expect(read.notes).toEqual([{ kind: 'hidden', words: '密级' }]);
    }
  },
);

test.each([
  ...[
    'opacity:0.5',
    'opacity:1',
    'left:-9999px',
    'text-indent:-2em',
    'text-indent:-21px',
    'margin-left:-100%',
  ],
  ...['position:relative;left:-10px', 'transform:translate(-50%,-50%)', 'overflow:hidden', 'height:0'],
  ...[
    'overflow:hidden;height:100px',
    'clip:rect(0 0 0 0)',
    'clip-path:inset(0)',
    'font-size:0.8em',
    'color:#000',
  ],
])('words of the style %s are seen', (style) => {
  expect(textOfHtml(`<p>甲<span style="${style}">乙</span>`)).toEqual({ text: '甲乙\n', notes: [] });
});

/** Milliseconds of this process. */
const cpu = () => (({ user, system }) => (user + system) / 1000)(process.cpuUsage());

test.each([
  ['100,000 tabs', `<p>甲${'\t'.repeat(100_000)}乙`],
  ['100,000 empty cells', `<table><tr><td>甲</td>${'<td></td>'.repeat(100_000)}<tr><td>乙<td>丙</table>`],
  ['20,000 elements in each other', `${'<div>'.repeat(20_000)}甲`],
  ['200,000 lines of preformatted text', `<pre>${'甲\n'.repeat(200_000)}</pre>`],
  ['2,000 tables in each other', `${'<table><tr><td>'.repeat(2000)}甲`],
  [
    'rules below 20,000 elements in each other',
    `<style>.a .b i{display:none}</style>${'<div class=a>'.repeat(20_000)}<i>甲`,
  ],
  [
    '50,000 elements with a style, and rules',
    `<style>p{color:#333} .a b{opacity:1}</style>${'<p class=a style="color:#111;font-size:14px">甲'.repeat(50_000)}`,
  ],
  ['1 MB of blanks', `<p>甲${' \n'.repeat(500_000)}乙`],
])('A1, A2: a page with %s is read at once', (_, html) => {
  const before = cpu();
  expect(textOfHtml(html).text).toContain('甲');
  expect(cpu() - before).toBeLessThan(2000);
});

test.each([
  ['an empty file', new Uint8Array(), 'no text'],
  ['blanks alone', utf8.encode(' \n\u3000\n'), 'no text'],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0xff), 'neither UTF-8'],
  ['a PDF', utf8.encode('%PDF-1.7 …'), 'PDF'],
  ['an old Word file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2), 'old office format'],
  ['a zip', zipSync({ a: utf8.encode('甲') }), 'archive'],
  ['characters lost on the way', utf8.encode('甲\n乙\ufffd丙'), '2 character 2 (U+FFFD)'],
  ['control characters', utf8.encode('甲\u0007'), '1 character 2 (U+0007)'],
])('%s is refused with the reason', (_, bytes, reason) => {
  expect(refused(bytes)).toContain(reason);
});

test('a broken Word file is refused with the reason', () => {
  expect(refused(utf8.encode('PK\u0003\u0004 broken'), '方案.docx')).toContain('cannot be read as .docx');
});

test.each([
  ['a NUL in UTF-8', Buffer.from('某某县工作方案\n1.推进\u0000工作。（县司法局负责）'), 2, 'U+0000'],
  [
    'GB18030 cut inside of a character',
    gb18030('某某县工作方案\n1.推进工作。（县司法局负责）').subarray(0, -1),
    2,
    'U+FFFD',
  ],
  [
    'a byte that is none of UTF-8',
    Buffer.concat([
      Buffer.from('某某县工作方案\n1.推进工作'),
      Buffer.from([0xff]),
      Buffer.from('。（县司法局负责）'),
    ]),
    2,
    'U+FFFD',
  ],
])('the damage is named, not another encoding read: %s', (_, bytes, line, code) => {
  for (const more of ['', ' ']) {
    const { extracted, findings } = extractText(Buffer.concat([bytes, Buffer.from(more)]), 'plan.txt');
    expect(extracted).toBeUndefined();
    expect(findings.map((one) => one.line)).toEqual([line]);
    expect(findings[0]?.problem).toContain(code);
  }
});
