/** Extracts plain text from the file in which an office has its plan: text in several encodings, HTML, or Word. */
import { extname } from 'node:path';
import type { Finding } from '../plan/model.ts';
import { decode } from './encodings.ts';
import type { ExtractedText, Note } from './extracted-text.ts';
import { textOfHtml } from './html/html-to-text.ts';
import { readDocx } from './word/read-docx.ts';
import { unwrap } from './wrapped/unwrap.ts';

/** The text of a file; its lines end with `\n`. */
interface Extracted {
  text: string;
  /** How it was read; `utf-8` if the text is the file, byte for byte. */
  form: string;
  /** For each line of the text, the line in which it begins in the file; of a web page or document, in the text taken from it. */
  lines: number[];
  /** Words that stop the import unless they are accepted: struck out, white or tiny. */
  suspects: Finding[];
  /** What an editor should look at: words that were left out, footnotes, what is not understood. */
  open: Finding[];
}

type Extraction =
  { extracted: Extracted; findings: Finding[] } | { extracted?: undefined; findings: Finding[] };
/** A plan of ten thousand tasks has some 5 MB. */
export const LARGEST = 32 * 1024 * 1024;

/** Reads a .txt, .html or .docx file in the encodings in use. Damaged characters are reported by line. */
export function extractText(bytes: Uint8Array, file: string): Extraction {
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
  if (!decoded) return refuse('the file is neither UTF-8, UTF-16, GB18030 nor Big5', 'save it as UTF-8 text');
  const { text, encoding } = decoded;
  if (
    /^(?:From|MIME-Version|Subject|Date):/i.test(text) &&
    /^content-type: *multipart\/related/im.test(text.slice(0, 5000))
  ) {
    return refuse(
      'the file is a web archive (.mht, .mhtml)',
      'open it in a browser and save the page as .html',
    );
  }
  const isHtml = /\.x?html?$/i.test(file) || /^\s*<(?:!doctype|html|\?xml|head|body)\b/i.test(text);
  const lines = text.replace(/\r\n?/g, '\n');
  if (isHtml) return checked(textOfHtml(lines.replaceAll('\f', ' ')), `html, ${encoding}`, file);
  // A page begins behind the end of a line.
  const own = lines.replaceAll('\n\f', '\n').replace(OTHER_LINE_ENDS, '\n');
  const form = own === text ? encoding : `${encoding}, ${own === lines ? 'CRLF' : 'other line ends'}`;
  return checked({ text: own, notes: [] }, form, file);
}

/** Vertical tab, form feed, next line, line and paragraph separator. */
const OTHER_LINE_ENDS = /[\u000b\u000c\u0085\u2028\u2029]/g;

const startsWith = (bytes: Uint8Array, signature: string) =>
  [...signature].every((character, index) => bytes[index] === character.charCodeAt(0));

function fromDocx(bytes: Uint8Array, file: string): Extraction {
  try {
    return checked(readDocx(bytes), 'docx', file);
  } catch (error) {
    const problem = `the file cannot be read as .docx: ${error instanceof Error ? error.message : String(error)}`;
    return { findings: [{ file, problem, advice: 'open it in an office program and save it again' }] };
  }
}

/** Refuses text in which characters were lost. */
function checked({ text: whole, notes }: ExtractedText, form: string, file: string): Extraction {
  const findings: Finding[] = [];
  whole.split('\n').forEach((text, index) => {
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
  if (whole.trim() === '')
    findings.push({ file, problem: 'the file has no text', advice: 'compare with where it came from' });
  if (findings.length > 0) return { findings };
  const told = notes.map((note) => ({ kind: note.kind, finding: findingOf(note, whole, file) }));
  const { text, changes, lines } = unwrap(whole);
  const isSuspect = ({ kind }: { kind: Note['kind'] }) => ['struck', 'faint', 'drawn'].includes(kind);
  return {
    extracted: {
      ...{ text, form: changes.length > 0 ? `${form}, lines joined or left out` : form, lines },
      suspects: told.filter(isSuspect).map(({ finding }) => finding),
      open: [
        ...told.filter((one) => !isSuspect(one)).map(({ finding }) => finding),
        ...changes.map((one) => ({ file, ...one })),
      ],
    },
    findings: [],
  };
}

const NOTES: Record<Note['kind'], [problem: string, advice: string]> = {
  hidden: [
    'hidden words were left out',
    'who hid them did not mean to publish them; compare with the published page',
  ],
  pale: [
    'words in the colour of an empty page are taken as text',
    'where the published page does not show them, delete them in a copy of the file',
  ],
  ruby: ['a reading above characters was left out', 'it is no part of the text'],
  struck: [
    'words are struck out',
    'ask whether they still hold; delete them in a copy of the file, or --accept them',
  ],
  faint: [
    'words are white, or too small to be read',
    'who made them so may not mean to publish them; delete them in a copy of the file, or --accept them',
  ],
  drawn: [
    'the style sheet of the page draws words, which are not in the text',
    'write them into a copy of the page, or --accept the text without them',
  ],
  raised: ['a raised figure was written as such', 'compare with the file'],
  header: [
    'a header or footer was left out',
    'compare with the file, and write what belongs to the text into a copy of it',
  ],
  contents: ['a table of contents was left out', 'it is no part of the text'],
  empty: ['a field that nobody has filled in was left out', 'compare with the file'],
  joined: [
    'a tracked change joined a paragraph to the next one',
    'ask whether the change was adopted: a file to publish has none that are open',
  ],
  inserted: [
    'words that a tracked change inserted are taken as text',
    'ask whether the change was adopted: a file to publish has none that are open',
  ],
  deleted: [
    'words that a tracked change deleted were left out',
    'ask whether the change was adopted: a file to publish has none that are open',
  ],
  comment: ['a comment was left out', 'it is no part of the text'],
  footnote: ['a footnote stands at the end of the text, not in it', 'compare with the file'],
  unknown: ['not understood', 'compare with the file, and write what is missing into a copy of it'],
};

/** Whose words stand in the text. */
const IN_TEXT: ReadonlySet<Note['kind']> = new Set([
  ...(['pale', 'struck', 'faint', 'raised', 'inserted', 'joined', 'footnote'] as const),
]);

function findingOf({ kind, words }: Note, text: string, file: string): Finding {
  const [problem, advice] = NOTES[kind];
  const at = IN_TEXT.has(kind) ? text.indexOf(words) : -1;
  const line = at < 0 ? undefined : text.slice(0, at).split('\n').length;
  return { file, line, problem: `${problem}: “${words.slice(0, 80)}”`, advice };
}
