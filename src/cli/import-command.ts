/** Reads the command of `npm run import`; everything that is wrong with it is said at once. */
import { accessSync, constants } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { partOfPlan } from '../content-files/folders.ts';
import { isFile, isMissing, problemOf } from '../content-files/read-bytes.ts';
import type { Finding } from '../plan/model.ts';

export const USAGE = `npm run import                                 the only text in seeds/ → content/
npm run import -- FILE --into FOLDER           a .txt, .html or .docx file → FOLDER/seeds/ and FOLDER/content/
npm run import -- --check [--into FOLDER]      compares content with a new reading of its seed

--report FILE.html   writes the reading as a page, too
--accept             takes a text as it was published, where a finding says so`;

/** A command that can be run; paths are absolute, but `into` is as it was written. */
export interface ImportCommand {
  file?: string | undefined;
  root: string;
  into?: string | undefined;
  report?: string | undefined;
  check: boolean;
  accept: boolean;
  help: boolean;
}

const OPTIONS = {
  into: { type: 'string' },
  report: { type: 'string' },
  check: { type: 'boolean' },
  accept: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;
type Name = keyof typeof OPTIONS;
const isName = (name: string): name is Name => Object.hasOwn(OPTIONS, name);

/** The command, or what is wrong with it. */
export function readCommand(
  args: string[],
  env: NodeJS.ProcessEnv,
): { command: ImportCommand; findings?: undefined } | { command?: undefined; findings: Finding[] } {
  const { tokens, positionals } = parseArgs({
    ...{ args, options: OPTIONS, allowPositionals: true, strict: false, tokens: true },
  });
  const findings: Finding[] = [];
  const wrong = (file: string, problem: string, advice: string) => findings.push({ file, problem, advice });
  const given = new Map<Name, string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue = false } = token;
    if (!isName(name)) wrong(rawName, 'there is no such option', 'take one of those below');
    else if (given.has(name)) wrong(rawName, 'this option is given twice', 'give it once');
    else if (OPTIONS[name].type === 'boolean' && inlineValue)
      wrong(rawName, 'nothing is to follow this option', `write ${rawName} alone`);
    else if (OPTIONS[name].type === 'string' && (!value || (!inlineValue && value.startsWith('-')))) {
      const what = name === 'into' ? 'folder' : 'file';
      wrong(rawName, `no ${what} is named after it`, `write ${rawName} and a ${what}`);
    }
    if (isName(name)) given.set(name, value ?? '');
  }
  // npm sets these where it took an option for its own; what followed the option came here as a file.
  const lost = Object.keys(OPTIONS).filter((name) => env[`npm_config_${name}`] !== undefined);
  for (const name of lost)
    wrong(`--${name}`, 'npm took this option for one of its own', 'write -- before it, as below');
  if (lost.length > 0) return { findings };

  const [file, ...more] = positionals;
  for (const one of more)
    wrong(one, 'this is a second file', 'import one file, each into a folder of its own');
  const check = given.has('check');
  if (file !== undefined && check) wrong(file, '--check takes no file', 'take out the file, or --check');
  else if (file !== undefined && !given.has('into'))
    wrong(file, 'no folder is named to import this file into', 'add --into and a new folder');
  for (const name of ['accept', 'report'] as const)
    if (check && given.has(name)) wrong(`--${name}`, '--check does nothing of it', 'take it out, or --check');

  // Empty is unset, as for a build.
  const planFolder = env.PLAN_DIR === '' ? undefined : env.PLAN_DIR;
  // npm runs in the project, whoever calls it from wherever.
  const from = env.INIT_CWD ?? process.cwd();
  const [into, report] = [given.get('into'), given.get('report')].map((one) =>
    one === '' ? undefined : one,
  );
  const command = {
    ...{ into, check, accept: given.has('accept'), help: given.has('help') },
    file: file && resolve(from, file),
    root: resolve(from, into ?? planFolder ?? process.cwd()),
    report: report && resolve(from, report),
  };
  const part = partOfPlan(command.root);
  if (part !== undefined)
    wrong(into ?? planFolder ?? command.root, part, `name the folder above it: ${dirname(command.root)}`);
  const problem = command.report && problemOfReport(command.report, command.file);
  if (problem && report !== undefined) wrong(report, ...problem);
  return findings.length > 0 ? { findings } : { command };
}

/** Why a report cannot be written there; it is known before the import writes anything. */
function problemOfReport(
  path: string,
  file: string | undefined,
): [problem: string, advice: string] | undefined {
  if (path === file) return ['the report would overwrite the file to import', 'give it another name'];
  if (!/\.html?$/i.test(path)) return ['the report is a web page', 'give it a name that ends in .html'];
  if (!isMissing(path) && !isFile(path)) return ['this is no file', 'give it another name'];
  try {
    accessSync(isMissing(path) ? dirname(path) : path, constants.W_OK);
    return undefined;
  } catch (error) {
    const { problem, advice } = problemOf(error);
    return [problem, advice];
  }
}
