/** Reads the text of a Word file (.docx): paragraphs, tables with their spans, and the numbers that Word draws. */
import { unzipSync } from 'fflate';
import type { ExtractedText, Note } from '../extracted-text.ts';
import { DocumentReader } from './document-reader.ts';
import { elementsOf, parseXml, wordsOf, type XmlElement } from './xml.ts';

/** A text of this size has some ten million characters. */
const LARGEST = 64 * 1024 * 1024;
const PARTS = /^word\/(?:document|styles|numbering|footnotes|endnotes|comments|header|footer)[0-9]*\.xml$/;
const AROUND = /^word\/(?:header|footer)/;

/** Reads a file; throws where it is damaged, no Word file, or unpacks to more than a text can be. */
export function readDocx(bytes: Uint8Array): ExtractedText {
  let size = 0;
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!PARTS.test(name)) return false;
      size += originalSize;
      if (size > LARGEST) throw new Error(`it unpacks to more than ${LARGEST / 1024 / 1024} MB`);
      return true;
    },
  });
  const parsed = (part: Uint8Array) => parseXml(new TextDecoder('utf-8', { fatal: true }).decode(part));
  const part = (name: string): XmlElement | undefined => {
    const found = parts[`word/${name}.xml`] ?? parts[`word/${name}2.xml`];
    return found && parsed(found);
  };
  const document = part('document');
  if (!document) throw new Error('it has no word/document.xml');
  const notes = { footnotes: part('footnotes'), endnotes: part('endnotes'), comments: part('comments') };
  const around = Object.keys(parts)
    .filter((name) => AROUND.test(name))
    .sort();
  const { text, notes: found } = new DocumentReader(part('styles'), part('numbering'), notes).read(document);
  const headers = new Set(around.flatMap((name) => wordsAround(parsed(parts[name] ?? new Uint8Array()))));
  return { text, notes: [...found, ...Array.from(headers, (words): Note => ({ kind: 'header', words }))] };
}

/** The words of a header or footer, those of a watermark too; none where there are only numbers of pages. */
function wordsAround(part: XmlElement): string[] {
  const marks = (element: XmlElement): string[] => [
    ...(element.name === 'textpath' ? [element.attributes.get('string') ?? ''] : []),
    ...elementsOf(element).flatMap(marks),
  ];
  return [wordsOf(part), ...marks(part)].map((words) => words.trim()).filter((words) => /\p{L}/u.test(words));
}
