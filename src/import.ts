/**
 * Door: `npm run import` reads a plan and writes the content files that do not exist yet. It never overwrites.
 *
 *     npm run import                              the only text in seeds/ → content/
 *     npm run import -- plan.docx --into DIR      a .txt, .html or .docx file → DIR/seeds/ and DIR/content/
 *     npm run import -- --check [--into DIR]      compares content with a new reading of its seed
 *
 * With --accept a text is taken although some of it looks damaged (a number left out, a bracket without its partner);
 * what does is then listed among what is not understood.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { pinyin } from 'pinyin-pro';
import { drift } from './import/drift.ts';
import { receive } from './import/receive.ts';
import { reportText } from './import/report.ts';
import { contentFiles } from './import/write.ts';
import type { Finding } from './plan/model.ts';
import { parsePlan } from './plan/parse.ts';
import type { Understood } from './plan/parse/understood.ts';
import type { PlanFile } from './plan/schema.ts';
import { FILES } from './plan/schema.ts';
import { formatFindings, readContentOf, readPlan } from './read.ts';
import { decodeText } from './seed.ts';

/** What an import did. With findings nothing was written; `open` is what was written although it is not understood. */
export interface Imported {
  written: string[];
  findings: Finding[];
  open: Finding[];
  understood?: Understood;
}

/** A text that is to become content, and the file it came from where the text is not that file byte for byte. */
interface Source {
  /** Name in seeds/. */
  file: string;
  bytes: Uint8Array;
  /** True where damage is to be listed instead of refused. */
  accept: boolean;
  received?: { file: string; bytes: Uint8Array; form: string };
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const refused = (...findings: Finding[]): Imported => ({ written: [], findings, open: [] });
const spell = (name: string) => pinyin(name, { toneType: 'none', type: 'array', v: true });

/** Writes what is missing of a folder's content from the only text in its seeds/; all or nothing. */
export function importSeed(root: string, accept = false): Imported {
  const folder = join(root, 'seeds');
  const seeds = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
  const [file, ...more] = seeds.sort();
  if (file === undefined || more.length > 0) {
    const problem = file === undefined ? 'there is no seed' : `there are ${seeds.length} seeds`;
    return refused({ file: 'seeds/', problem, advice: 'put exactly one .txt file there' });
  }
  return importSource(root, { file, bytes: readFileSync(join(folder, file)), accept });
}

/** Reads a file as it was received and writes seed and content into a folder, what is missing of them; all or nothing. */
export async function importFile(path: string, root: string, accept = false): Promise<Imported> {
  if (!existsSync(path))
    return refused({ file: path, problem: 'there is no such file', advice: 'check the path' });
  const bytes = readFileSync(path);
  const name = basename(path);
  const { received, findings } = await receive(bytes, name);
  if (!received) return refused(...findings);
  const file = `${basename(name, extname(name))}.txt`;
  if (received.form === 'utf-8') return importSource(root, { file, bytes, accept });
  const text = new TextEncoder().encode(received.text);
  const source = { file, bytes: text, accept, received: { file: name, bytes, form: received.form } };
  return importSource(root, source);
}

function importSource(root: string, { file, bytes, accept, received }: Source): Imported {
  const { text, finding } = decodeText(bytes, `seeds/${file}`);
  if (finding) return refused(finding);
  const other = otherText(root, file, sha256(bytes));
  if (other) return refused(other);
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
  for (const [name, body] of missing) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), body, { flag: 'wx' });
  }
  return { written: missing.map(([name]) => name), findings: [], open, understood };
}

/** Two texts in one folder would be mixed up: what is there must be of the same seed. */
function otherText(root: string, file: string, own: string): Finding | undefined {
  if (!existsSync(join(root, FILES.plan))) return undefined;
  const kept = registered(root);
  if (kept === undefined || kept.sha256 === own) return undefined;
  const problem =
    kept.file === file
      ? `seeds/${file} is not the text that the content was read from`
      : `the content here was read from another text, seeds/${kept.file}`;
  return { file: FILES.plan, problem, advice: 'put back the text, or import into an empty folder' };
}

const registered = (root: string): PlanFile['source'] | undefined => readContentOf(root).plan?.source;

/** Compares content with its seed, and the seed with the file it was read from. No findings: nothing has drifted. */
export async function checkSeed(root: string): Promise<Finding[]> {
  const { plan, content } = readContentOf(root);
  const { findings } = readPlan(root);
  if (!plan || !content) return findings;
  const { file, received } = plan.source;
  const place = join(root, 'seeds', file);
  if (!existsSync(place)) return findings;
  const bytes = readFileSync(place);
  const { text } = decodeText(bytes, `seeds/${file}`);
  if (text === undefined) return findings;
  const read = parsePlan(text, { file, sha256: sha256(bytes), spell, accept: true });
  return [
    ...findings,
    ...(received ? await receivedDrift(root, text, received) : []),
    ...(read.content ? drift(read.content, content) : read.findings),
  ];
}

async function receivedDrift(
  root: string,
  seed: string,
  { file, sha256: registered }: NonNullable<PlanFile['source']['received']>,
): Promise<Finding[]> {
  const place = `seeds/received/${file}`;
  const finding = (problem: string, advice: string) => [{ file: place, problem, advice }];
  if (!existsSync(join(root, place))) return finding('the received file is missing', 'put it back');
  const bytes = readFileSync(join(root, place));
  if (sha256(bytes) !== registered)
    return finding('this is another file than registered', 'put it back as received');
  const { received, findings } = await receive(bytes, file);
  if (!received) return findings;
  return received.text === seed
    ? []
    : finding('it does not read as its seed', 'import it anew into an empty folder');
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      into: { type: 'string' },
      check: { type: 'boolean', default: false },
      accept: { type: 'boolean', default: false },
    },
  });
  const root = values.into ?? process.env.PLAN_DIR ?? process.cwd();
  const [file, ...more] = positionals;
  if (more.length > 0 || (file !== undefined && (values.into === undefined || values.check))) {
    throw new Error('usage: npm run import -- [FILE --into DIR] [--accept] | --check [--into DIR]');
  }
  if (values.check) {
    const findings = await checkSeed(root);
    console.log(findings.length > 0 ? formatFindings(findings) : 'The content says what its seed says.');
    process.exitCode = findings.length > 0 ? 1 : 0;
    return;
  }
  const { written, findings, open, understood } = file
    ? await importFile(file, root, values.accept)
    : importSeed(root, values.accept);
  if (findings.length > 0) {
    console.error(formatFindings(findings));
    const way = values.accept ? '' : ' Where this is how it was published, --accept takes it.';
    console.error(`\n${findings.length} findings; nothing was written.${way}`);
    process.exitCode = 1;
    return;
  }
  if (written.length === 0) console.log('Everything is there already; nothing was changed.');
  else {
    console.log(written.map((name) => `wrote ${name}`).join('\n'));
    console.log(`\n${written.length} files written; existing files were left as they are.`);
  }
  if (understood && written.length > 0) console.log(`\n${reportText(understood)}`);
  if (open.length > 0) {
    console.log(
      `\nNot understood, ${open.length}; written as they are, to be looked at:\n${formatFindings(open)}`,
    );
  }
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
