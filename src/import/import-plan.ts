/**
 * Door: `npm run import` reads a plan and writes the content files that do not exist yet. It never overwrites.
 *
 *     npm run import                              the only text in seeds/ → content/
 *     npm run import -- plan.docx --into DIR      a .txt, .html or .docx file → DIR/seeds/ and DIR/content/
 *     npm run import -- --check [--into DIR]      compares content with a new reading of its seed
 *
 * With --accept a text is taken although some of it looks damaged (a clause left out, a bracket without its partner);
 * what does is then listed among what is not understood.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkSeed } from './check-drift.ts';
import { sha256, spell } from './identify.ts';
import { receive } from './read-file.ts';
import { reportText } from './summary-text.ts';
import { contentFiles } from './content-files.ts';
import type { Finding } from '../plan/model.ts';
import { parsePlan } from './parse-plan.ts';
import type { Understood } from './outline/summary.ts';
import type { PlanFile } from '../content-files/schema.ts';
import { FILES } from '../content-files/schema.ts';
import { formatFindings, readContentOf } from '../content-files/read.ts';
import { decodeText } from '../content-files/decode.ts';

/** What an import did. With findings nothing was written; `open` is what was written although it is not understood. */
export interface Imported {
  written: string[];
  findings: Finding[];
  open: Finding[];
  understood?: Understood;
}

/** How an import is to go. */
interface Way {
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

const refused = (...findings: Finding[]): Imported => ({ written: [], findings, open: [] });

/** Writes what is missing of a folder's content from the only text in its seeds/; all or nothing. */
export function importSeed(root: string, { accept = false, progress = silent }: Way = {}): Imported {
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
  { accept = false, progress = silent }: Way = {},
): Promise<Imported> {
  if (!existsSync(path))
    return refused({ file: path, problem: 'there is no such file', advice: 'check the path' });
  const bytes = readFileSync(path);
  const name = basename(path);
  progress(`reading ${name}`);
  const { received, findings } = await receive(bytes, name);
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
  { accept, progress }: Required<Way>,
): Imported {
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
  const kept = registered(root);
  if (kept === undefined || kept.sha256 === own) return undefined;
  const problem =
    kept.file === file
      ? `seeds/${file} is not the text that the content was read from`
      : `the content here was read from another text, seeds/${kept.file}`;
  return { file: FILES.plan, problem, advice: 'put back the text, or import into an empty folder' };
}

const registered = (root: string): PlanFile['source'] | undefined => readContentOf(root).plan?.source;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      into: { type: 'string' },
      check: { type: 'boolean', default: false },
      accept: { type: 'boolean', default: false },
    },
  });
  // npm runs in the project, whoever calls it from wherever.
  const from = process.env.INIT_CWD ?? process.cwd();
  const into = values.into ?? process.env.PLAN_DIR;
  const root = into === undefined ? process.cwd() : resolve(from, into);
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
  const way = {
    accept: values.accept,
    // Only where somebody is watching: what is written to a file is the result alone.
    progress: (step: string) => {
      if (process.stderr.isTTY) console.error(`${step} …`);
    },
  };
  const { written, findings, open, understood } = file
    ? await importFile(resolve(from, file), root, way)
    : importSeed(root, way);
  if (findings.length > 0) {
    console.error(formatFindings(findings));
    const hint = values.accept ? '' : ' Where this is how it was published, --accept takes it.';
    console.error(`\n${findings.length} findings; nothing was written.${hint}`);
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
