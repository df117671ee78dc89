/** Received files of every format are read as the same text. */
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { textOfHtml } from '../../../src/import/html-to-text.ts';
import { extractText } from '../../../src/import/read-file.ts';
import { gb18030, utf16 } from '../../support/encodings.ts';
import { the } from '../../support/helpers.ts';

const TEXT = '某某县法治工作方案\n一、总体要求\n（一）任务：甲、乙。（县司法局负责）\n';
const utf8 = new TextEncoder();

const read = async (bytes: Uint8Array, file = 'plan.txt') => the((await extractText(bytes, file)).extracted);
const refused = async (bytes: Uint8Array, file = 'plan.txt') => {
  const { extracted, findings } = await extractText(bytes, file);
  expect(extracted).toBeUndefined();
  return findings.map(({ line, problem }) => `${line ?? ''} ${problem}`).join('; ');
};

const docx = (body: string) =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
    'word/numbering.xml': strToU8(
      '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
    ),
    'word/_rels/document.xml.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>',
    ),
  });
const paragraph = (text: string, properties = '') =>
  `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

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
])('a text in %s reads as the same text', async (form, bytes) => {
  expect(await read(bytes)).toEqual({ text: TEXT, form });
});

test('a saved web page reads as its visible lines, whatever its markup and encoding', async () => {
  const page = `<!DOCTYPE html><html><head><meta charset="gb2312"><title>页</title><style>p{}</style></head><body>
<h1>某某县法治工作方案</h1><script>var x = "不是正文";</script><!-- 也不是 -->
<div>一、总体<b>要求</b><br/></div><p style="display: none">看不见</p>
<p>（一）任务：甲、
乙。（县司法局负责）</p></body></html>`;
  const { text, form } = await read(gb18030(page), 'page.htm');
  expect([text, form]).toEqual([TEXT, 'html, gb18030']);
});

test('a web page without the extension .html is recognized by its content', async () => {
  expect((await read(utf8.encode('<html><body><p>甲<p>乙'), 'download')).text).toBe('甲\n乙\n');
});

test('the cells of a table are on the line of their row; entities are decoded', () => {
  expect(textOfHtml('<table><tr><td>1</td><td> 甲&nbsp;局 </td></tr><tr><td>2<td>&#20057;</table>')).toBe(
    '1\t甲\u00a0局\n2\t乙\n',
  );
});

test('a Word file reads as its paragraphs', async () => {
  const bytes = docx(
    TEXT.trim()
      .split('\n')
      .map((line) => paragraph(line))
      .join(''),
  );
  expect(await read(bytes, '方案.docx')).toEqual({ text: TEXT, form: 'docx' });
});

test('automatic numbers of Word are not in the text: the file is refused with that reason', async () => {
  const numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';
  const bytes = docx(paragraph('完善制度。（县司法局负责）', numbered));
  expect(await refused(bytes, '方案.docx')).toContain('numbered or marked by Word itself');
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
])('%s is refused with the reason', async (_, bytes, reason) => {
  expect(await refused(bytes)).toContain(reason);
});

test('a broken Word file is refused with the reason', async () => {
  expect(await refused(utf8.encode('PK\u0003\u0004 broken'), '方案.docx')).toContain(
    'cannot be read as .docx',
  );
});
