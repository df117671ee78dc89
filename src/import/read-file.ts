/** Extracts plain text from the file in which an office has its plan: text in several encodings, HTML, or Word. */
import { extname } from 'node:path';
import mammoth from 'mammoth';
import type { Finding } from '../plan/model.ts';
import { textOfHtml } from './html-to-text.ts';

/** The text of a file; its lines end with `\n`. */
interface ExtractedText {
  text: string;
  /** How it was read; `utf-8` if the text is the file, byte for byte. */
  form: string;
}

type Extraction =
  { extracted: ExtractedText; findings: Finding[] } | { extracted?: undefined; findings: Finding[] };

/** Reads a .txt, .html or .docx file in the encodings in use. Damaged characters are reported by line. */
export async function extractText(bytes: Uint8Array, file: string): Promise<Extraction> {
  const refuse = (problem: string, advice: string): Extraction => ({ findings: [{ file, problem, advice }] });
  if (startsWith(bytes, 'PK')) {
    return extname(file).toLowerCase() === '.docx'
      ? fromDocx(bytes, file)
      : refuse('the file is an archive or an office document', 'save the plan as .docx, .html or .txt');
  }
  if (startsWith(bytes, '%PDF')) {
    const problem = 'the file is a PDF: its lines are not the lines of the text';
    return refuse(problem, 'copy the text into a .txt file');
  }
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0')) {
    return refuse('the file is of an old office format', 'open it and save it as .docx or .txt');
  }
  const decoded = decode(bytes);
  if (!decoded) return refuse('the file is neither UTF-8, UTF-16 nor GB18030', 'save it as UTF-8 text');
  const { text, encoding } = decoded;
  const isHtml = /\.x?html?$/i.test(file) || /^\s*<(?:!doctype|html|\?xml|head|body)\b/i.test(text);
  const lines = text.replace(/\r\n?/g, '\n');
  return checked(
    isHtml
      ? { text: textOfHtml(lines), form: `html, ${encoding}` }
      : { text: lines, form: lines === text ? encoding : `${encoding}, CRLF` },
    file,
  );
}

const startsWith = (bytes: Uint8Array, signature: string) =>
  [...signature].every((character, index) => bytes[index] === character.charCodeAt(0));

/** Text with the name of its encoding: that of a byte-order mark, otherwise the first that decodes without an error. */
function decode(bytes: Uint8Array): { text: string; encoding: string } | undefined {
  const read = (encoding: string, name = encoding, from = 0) => {
    try {
      const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes.subarray(from));
      return { text, encoding: name };
    } catch {
      return undefined;
    }
  };
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return read('utf-8', 'utf-8 with BOM', 3);
  if (first === 0xff && second === 0xfe) return read('utf-16le', 'utf-16le', 2);
  if (first === 0xfe && second === 0xff) return read('utf-16be', 'utf-16be', 2);
  // Text has no null bytes, but the line ends of UTF-16 do.
  if (bytes.includes(0)) return bytes.indexOf(0) % 2 === 1 ? read('utf-16le') : read('utf-16be');
  return read('utf-8') ?? read('gb18030');
}

async function fromDocx(bytes: Uint8Array, file: string): Promise<Extraction> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
    );
    const extraction = checked({ text: textOfHtml(value), form: 'docx' }, file);
    if (!value.includes('<li>')) return extraction; // footnotes are items with an id
    // Word draws such numbers: they are not part of the text.
    const problem =
      'some paragraphs are numbered or marked by Word itself: these numbers are not in the text';
    const advice = 'in Word, save as plain text (.txt), which writes the numbers out, and import that file';
    return { findings: [...extraction.findings, { file, problem, advice }] };
  } catch (error) {
    const problem = `the file cannot be read as .docx: ${error instanceof Error ? error.message : String(error)}`;
    return { findings: [{ file, problem, advice: 'open it in an office program and save it again' }] };
  }
}

/** Refuses text in which characters were lost. */
function checked(extracted: ExtractedText, file: string): Extraction {
  const findings: Finding[] = [];
  extracted.text.split('\n').forEach((text, index) => {
    const at = text.search(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/);
    if (at < 0) return;
    const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
    findings.push({
      file,
      line: index + 1,
      problem: `character ${at + 1} (U+${code}) is no text: ${JSON.stringify(text.slice(Math.max(0, at - 6), at + 6))}`,
      advice: 'something was lost in this file; get the text again from where it was published',
    });
  });
  if (extracted.text.trim() === '')
    findings.push({ file, problem: 'the file has no text', advice: 'compare with where it came from' });
  return findings.length > 0 ? { findings } : { extracted, findings: [] };
}
