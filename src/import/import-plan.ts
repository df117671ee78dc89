/** Imports a plan as received: writes the content files that do not exist yet. Nothing is ever overwritten. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { ContentReader } from '../content-files/content-reader.ts';
import { decodeText } from '../content-files/decode.ts';
import { interpret } from '../content-files/interpret.ts';
import { check } from '../rules/check.ts';
import { FILES, planSchema, type Content } from '../content-files/schema.ts';
import { sha256 } from '../content-files/seed.ts';
import type { Finding } from '../plan/model.ts';
import type { ImportSummary } from './outline/summary.ts';
import { parsePlan } from './parse-plan.ts';
import { extractText } from './read-file.ts';
import { contentFiles } from './serialize-content.ts';
import { LOCK, withLock, writeAll } from './write-files.ts';

/** The result of an import. With findings nothing was written; `open` is what was written but needs an editor. */
interface ImportResult {
  written: string[];
  findings: Finding[];
  open: Finding[];
  summary?: ImportSummary;
  /** The text, and the content as read from it. */
  text?: string;
  content?: Content;
}

interface ImportOptions {
  /** Whether suspected damage is listed instead of stopping the import. */
  accept?: boolean;
  /** Called before each step; a long text takes seconds. */
  progress?: (step: string) => void;
}

/** A text to import, with the file it was converted from, if any. */
interface Source {
  /** Name in seeds/. */
  file: string;
  bytes: Uint8Array;
  received?: { file: string; bytes: Uint8Array; form: string };
}

const refused = (...findings: Finding[]): ImportResult => ({ written: [], findings, open: [] });

/** Imports the only text in the seeds/ of a folder into its content/; all or nothing. */
export const importSeed = (root: string, options: ImportOptions = {}): ImportResult =>
  withLock(root, () => readSeed(root, options)) ?? busy(root);

function readSeed(root: string, options: ImportOptions): ImportResult {
  const folder = join(root, 'seeds');
  const seeds = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
  const [file, ...more] = seeds.sort();
  if (file === undefined || more.length > 0) {
    const problem = file === undefined ? 'there is no seed' : `there are ${seeds.length} seeds`;
    return refused({ file: 'seeds/', problem, advice: 'put exactly one .txt file there' });
  }
  return importSource(root, { file, bytes: readFileSync(join(folder, file)) }, options);
}

/** Imports a file as received into the seeds/ and content/ of a folder; all or nothing. */
export const importFile = (path: string, root: string, options: ImportOptions = {}): ImportResult =>
  withLock(root, () => readReceived(path, root, options)) ?? busy(root);

function busy(root: string): ImportResult {
  const problem = 'another import into this folder is running';
  return refused({ file: join(root, LOCK), problem, advice: 'wait for it; delete this file if none is' });
}

function readReceived(path: string, root: string, options: ImportOptions): ImportResult {
  if (!existsSync(path))
    return refused({ file: path, problem: 'there is no such file', advice: 'check the path' });
  const bytes = readFileSync(path);
  const name = basename(path);
  options.progress?.(`reading ${name}`);
  const { extracted, findings } = extractText(bytes, name);
  if (!extracted) return refused(...findings);
  if (extracted.suspects.length > 0 && options.accept !== true) return refused(...extracted.suspects);
  const file = `${basename(name, extname(name))}.txt`;
  const { text, form } = extracted;
  if (form === 'utf-8') return importSource(root, { file, bytes }, options);
  const source = { file, bytes: new TextEncoder().encode(text), received: { file: name, bytes, form } };
  const result = importSource(root, source, options);
  return { ...result, open: [...extracted.suspects, ...extracted.open, ...result.open] };
}

function importSource(
  root: string,
  { file, bytes, received }: Source,
  { accept, progress }: ImportOptions,
): ImportResult {
  const { text, finding } = decodeText(bytes, `seeds/${file}`);
  if (finding) return refused(finding);
  const digest = sha256(bytes);
  const other = otherSeed(root, file, digest);
  if (other) return refused(other);
  progress?.(`understanding ${text.length} characters`);
  const { content, findings, open, summary } = parsePlan(text, { file, sha256: digest, accept });
  if (!content) return { written: [], findings, open, text };
  // What an import writes must build.
  const broken = check(interpret(content), { text, sha256: digest });
  if (broken.length > 0) return { written: [], findings: broken, open, text };
  const files: [name: string, body: string | Uint8Array][] = [[`seeds/${file}`, bytes]];
  if (received) {
    files.push([`seeds/received/${received.file}`, received.bytes]);
    const { file: name, form } = received;
    content.plan.source.received = { file: name, sha256: sha256(received.bytes), form };
  }
  files.push(...contentFiles(content));
  const missing = files.filter(([name]) => !existsSync(join(root, name)));
  if (missing.length > 0) progress?.(`writing ${missing.length} files`);
  writeAll(root, missing);
  return { written: missing.map(([name]) => name), findings: [], open, summary, text, content };
}

/** Refuses a folder whose content was imported from another seed: the two would be mixed. */
function otherSeed(root: string, file: string, digest: string): Finding | undefined {
  if (!existsSync(join(root, FILES.plan))) return undefined;
  const source = new ContentReader(root).yaml(FILES.plan, planSchema)?.source;
  if (source === undefined || source.sha256 === digest) return undefined;
  const problem =
    source.file === file
      ? `seeds/${file} is not the text that the content was read from`
      : `the content here was read from another text, seeds/${source.file}`;
  return { file: FILES.plan, problem, advice: 'put back the text, or import into an empty folder' };
}
