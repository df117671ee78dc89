/** Reads the text of a Word file (.docx): paragraphs, tables with their spans, and the numbers that Word draws. */
import { unzipSync } from 'fflate';
import type { ExtractedText } from '../extracted-text.ts';
import { DocumentReader } from './document-reader.ts';
import { parseXml, type XmlElement } from './xml.ts';

/** A text of this size has some ten million characters. */
const LARGEST = 64 * 1024 * 1024;
const PARTS = /^word\/(?:document|styles|numbering|footnotes|endnotes|comments)[0-9]*\.xml$/;

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
  const part = (name: string): XmlElement | undefined => {
    const found = parts[`word/${name}.xml`] ?? parts[`word/${name}2.xml`];
    return found && parseXml(new TextDecoder('utf-8', { fatal: true }).decode(found));
  };
  const document = part('document');
  if (!document) throw new Error('it has no word/document.xml');
  const notes = { footnotes: part('footnotes'), endnotes: part('endnotes'), comments: part('comments') };
  return new DocumentReader(part('styles'), part('numbering'), notes).read(document);
}
