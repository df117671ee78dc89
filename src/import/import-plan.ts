/** A plan as received → the content files that do not exist yet. Nothing is ever overwritten. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { sha256, spell } from './identify.ts';
import { extractText } from './read-file.ts';
import { contentFiles } from './serialize-content.ts';
import type { Finding } from '../plan/model.ts';
import { parsePlan } from './parse-plan.ts';
import type { ImportSummary } from './outline/summary.ts';
import { FILES, planSchema } from '../content-files/schema.ts';
import { ContentReader } from '../content-files/content-reader.ts';
import { decodeText } from '../content-files/decode.ts';

/** What an import did. With findings nothing was written; `open` is what was written although it is not understood. */
export interface ImportResult {
  written: string[];
  findings: Finding[];
  open: Finding[];
  understood?: ImportSummary;
}

/** How an import is to go. */
interface ImportOptions {
  /** True where damage is to be listed instead of refused. */
  accept?: boolean;
  /** Is told each step before it begins; a long text takes seconds. */
  progress?: (step: string) => void;
}

const silent = () => undefined;

/** A text that is to become content, and the file it came from where the text is not that file byte for byte. */
interface Source {
  /** Name in seeds/. */
  file: string;
  bytes: Uint8Array;
  received?: { file: string; bytes: Uint8Array; form: string };
}

const refused = (...findings: Finding[]): ImportResult => ({ written: [], findings, open: [] });

/** Writes what is missing of a folder's content from the only text in its seeds/; all or nothing. */
export function importSeed(
  root: string,
  { accept = false, progress = silent }: ImportOptions = {},
): ImportResult {
  const folder = join(root, 'seeds');
  const seeds = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
  const [file, ...more] = seeds.sort();
  if (file === undefined || more.length > 0) {
    const problem = file === undefined ? 'there is no seed' : `there are ${seeds.length} seeds`;
    return refused({ file: 'seeds/', problem, advice: 'put exactly one .txt file there' });
  }
  return importSource(root, { file, bytes: readFileSync(join(folder, file)) }, { accept, progress });
}

/** Reads a file as it was received and writes seed and content into a folder, what is missing of them; all or nothing. */
export async function importFile(
  path: string,
  root: string,
  { accept = false, progress = silent }: ImportOptions = {},
): Promise<ImportResult> {
  if (!existsSync(path))
    return refused({ file: path, problem: 'there is no such file', advice: 'check the path' });
  const bytes = readFileSync(path);
  const name = basename(path);
  progress(`reading ${name}`);
  const { received, findings } = await extractText(bytes, name);
  if (!received) return refused(...findings);
  const file = `${basename(name, extname(name))}.txt`;
  if (received.form === 'utf-8') return importSource(root, { file, bytes }, { accept, progress });
  const text = new TextEncoder().encode(received.text);
  const source = { file, bytes: text, received: { file: name, bytes, form: received.form } };
  return importSource(root, source, { accept, progress });
}

function importSource(
  root: string,
  { file, bytes, received }: Source,
  { accept, progress }: Required<ImportOptions>,
): ImportResult {
  const { text, finding } = decodeText(bytes, `seeds/${file}`);
  if (finding) return refused(finding);
  const other = otherText(root, file, sha256(bytes));
  if (other) return refused(other);
  progress(`understanding ${text.length} characters`);
  const { content, findings, open, understood } = parsePlan(text, {
    file,
    sha256: sha256(bytes),
    spell,
    accept,
  });
  if (!content) return { written: [], findings, open };
  if (received) {
    const { file: name, form } = received;
    content.plan.source.received = { file: name, sha256: sha256(received.bytes), form };
  }
  const files: [string, string | Uint8Array][] = [
    [`seeds/${file}`, bytes],
    ...(received ? [[`seeds/received/${received.file}`, received.bytes] satisfies [string, Uint8Array]] : []),
    ...contentFiles(content),
  ];
  const missing = files.filter(([name]) => !existsSync(join(root, name)));
  if (missing.length > 0) progress(`writing ${missing.length} files`);
  for (const [name, body] of missing) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), body, { flag: 'wx' });
  }
  return { written: missing.map(([name]) => name), findings: [], open, understood };
}

/** Two texts in one folder would be mixed up: what is there must be of the same seed. */
function otherText(root: string, file: string, own: string): Finding | undefined {
  if (!existsSync(join(root, FILES.plan))) return undefined;
  const kept = new ContentReader(root).yaml(FILES.plan, planSchema)?.source;
  if (kept === undefined || kept.sha256 === own) return undefined;
  const problem =
    kept.file === file
      ? `seeds/${file} is not the text that the content was read from`
      : `the content here was read from another text, seeds/${kept.file}`;
  return { file: FILES.plan, problem, advice: 'put back the text, or import into an empty folder' };
}
