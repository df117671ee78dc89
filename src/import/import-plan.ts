/** Imports a plan as received: writes the content files that do not exist yet. Nothing is ever overwritten. */
import { lstatSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { ContentReader } from '../content-files/content-reader.ts';
import { decodeText } from '../content-files/decode.ts';
import { counted } from '../content-files/findings.ts';
import { interpret } from '../content-files/interpret.ts';
import { check } from '../rules/check.ts';
import { isMissing, readBytes, readNames } from '../content-files/read-bytes.ts';
import { FILES, planSchema, type Content } from '../content-files/schema.ts';
import { sha256 } from '../content-files/seed.ts';
import type { Finding } from '../plan/model.ts';
import type { ImportSummary } from './outline/summary.ts';
import { parsePlan } from './parse-plan.ts';
import { extractText, LARGEST } from './read-file.ts';
import { contentFiles } from './serialize-content.ts';
import { unwrap } from './wrapped/unwrap.ts';
import { LOCK, refusalIn, withLock, writeAll } from './write-files.ts';

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
  alone(root, () => readSeed(root, options));

/** Imports a file as received into the seeds/ and content/ of a folder; all or nothing. */
export const importFile = (path: string, root: string, options: ImportOptions = {}): ImportResult =>
  alone(root, () => readReceived(path, root, options));

/** Runs an import while no other into the same folder runs; what the file system refuses is a finding. */
function alone(root: string, run: () => ImportResult): ImportResult {
  try {
    const problem = 'another import into this folder is running';
    const advice = 'wait for it; remove this if none is';
    return withLock(root, run) ?? refused({ file: join(root, LOCK), problem, advice });
  } catch (error) {
    return refused(refusalIn(root, error));
  }
}

function readSeed(root: string, options: ImportOptions): ImportResult {
  const folder = join(root, 'seeds');
  const { names, problem } = isMissing(folder) ? { names: [] } : readNames(folder);
  if (problem) return refused({ file: 'seeds/', ...problem });
  const [file, ...more] = names.filter((name) => name.endsWith('.txt'));
  if (file === undefined || more.length > 0) {
    const what = file === undefined ? 'there is no seed' : `there are ${more.length + 1} seeds`;
    return refused({ file: 'seeds/', problem: what, advice: 'put exactly one .txt file there' });
  }
  const read = readBytes(join(folder, file), LARGEST);
  if (read.problem) return refused({ file: `seeds/${file}`, ...read.problem });
  return importSource(root, { file, bytes: read.bytes }, options);
}

function readReceived(path: string, root: string, options: ImportOptions): ImportResult {
  const name = basename(path);
  options.progress?.(`reading ${name}`);
  const { bytes, problem } = readBytes(path, LARGEST);
  if (problem) return refused({ file: path, ...problem });
  const { extracted, findings } = extractText(bytes, name);
  if (!extracted) return refused(...findings);
  if (extracted.suspects.length > 0 && options.accept !== true) return refused(...extracted.suspects);
  const file = `${basename(name, extname(name))}.txt`;
  const { text, form } = extracted;
  const source: Source =
    form === 'utf-8'
      ? { file, bytes }
      : { file, bytes: new TextEncoder().encode(text), received: { file: name, bytes, form } };
  const other = otherText(root, source);
  if (other) return refused(other);
  const result = importSource(root, source, options);
  // The text was not written: its lines are found in what was received.
  const refusals = result.findings.map((one) =>
    one.file === `seeds/${file}`
      ? { ...one, file: name, line: one.line === undefined ? undefined : extracted.lines[one.line - 1] }
      : one,
  );
  return { ...result, findings: refusals, open: [...extracted.suspects, ...extracted.open, ...result.open] };
}

function importSource(
  root: string,
  { file, bytes, received }: Source,
  { accept, progress }: ImportOptions,
): ImportResult {
  const { text, finding } = decodeText(bytes, `seeds/${file}`);
  if (finding) return refused(finding);
  const wrapped = received || accept === true ? undefined : unwrap(text).changes[0];
  if (wrapped)
    return refused({
      ...{ file: `seeds/${file}`, line: wrapped.line },
      problem: 'the lines are wrapped, or the numbers of pages stand between them',
      advice: 'move the file out of seeds/ and import it from there: npm run import -- FILE reads it without',
    });
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
  const missing = files.filter(([name]) => isFree(join(root, name)));
  if (missing.length > 0) progress?.(`writing ${counted(missing.length, 'file')}`);
  writeAll(root, missing);
  return { written: missing.map(([name]) => name), findings: [], open, summary, text, content };
}

/** Whether a file can get this name; an error where its folder is a file. */
const isFree = (path: string) => lstatSync(path, { throwIfNoEntry: false }) === undefined;

/** Refuses a folder whose content was imported from another seed: the two would be mixed. */
function otherSeed(root: string, file: string, digest: string): Finding | undefined {
  if (isMissing(join(root, FILES.plan))) return undefined;
  const source = new ContentReader(root).yaml(FILES.plan, planSchema)?.source;
  if (source === undefined || source.sha256 === digest) return undefined;
  const problem =
    source.file === file
      ? `seeds/${file} is not the text that the content was read from`
      : `the content here was read from another text, seeds/${source.file}`;
  return { file: FILES.plan, problem, advice: 'put back the text, or import into an empty folder' };
}

/** Refuses a text where another one, not imported yet, has its name in seeds/: that one would stay. */
function otherText(root: string, { file, bytes }: Source): Finding | undefined {
  const path = join(root, 'seeds', file);
  if (!isMissing(join(root, FILES.plan)) || isMissing(path)) return undefined;
  const kept = readBytes(path, LARGEST).bytes;
  if (kept && sha256(kept) === sha256(bytes)) return undefined;
  const advice = 'move it away, or give the file to import another name';
  return { file: `seeds/${file}`, problem: 'another text has this name', advice };
}
