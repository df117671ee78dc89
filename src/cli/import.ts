/**
 * `npm run import` reads a plan and writes the content files that do not exist yet. It never overwrites.
 *
 *     npm run import                              the only text in seeds/ → content/
 *     npm run import -- plan.docx --into DIR      a .txt, .html or .docx file → DIR/seeds/ and DIR/content/
 *     npm run import -- --check [--into DIR]      compares content with a new reading of its seed
 *
 * With --report FILE.html the reading is written as a page that an editor can go through and print.
 *
 * With --accept a text is taken although some of it looks damaged (a clause left out, a bracket without its partner);
 * what does is then listed among what is not understood.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { assemble } from '../assemble/plan.ts';
import { formatFindings } from '../content-files/findings.ts';
import { interpret } from '../content-files/interpret.ts';
import { checkSeed } from '../import/check-drift.ts';
import { importFile, importSeed } from '../import/import-plan.ts';
import { readingFacts, readingTable } from '../import/reading-facts.ts';
import { reportPage } from '../import/report-page.ts';
import { summaryText } from '../import/summary-text.ts';

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      into: { type: 'string' },
      check: { type: 'boolean', default: false },
      accept: { type: 'boolean', default: false },
      report: { type: 'string' },
    },
  });
  // npm runs in the project, whoever calls it from wherever.
  const from = process.env.INIT_CWD ?? process.cwd();
  const into = values.into ?? process.env.PLAN_DIR;
  const root = into === undefined ? process.cwd() : resolve(from, into);
  const [file, ...more] = positionals;
  if (more.length > 0 || (file !== undefined && (values.into === undefined || values.check))) {
    throw new Error(
      'usage: npm run import -- [FILE --into DIR] [--accept] [--report FILE.html] | --check [--into DIR]',
    );
  }
  if (values.check) {
    const findings = checkSeed(root);
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
  const result = file ? importFile(resolve(from, file), root, way) : importSeed(root, way);
  const { written, findings, open, summary, content } = result;
  const plan = content && assemble(interpret(content));
  if (values.report !== undefined && result.text !== undefined) {
    const page = { text: result.text, content, plan, findings: [...findings, ...open] };
    writeFileSync(resolve(from, values.report), reportPage(page));
    console.error(`The reading is in ${values.report}`);
  }
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
  if (summary && written.length > 0) console.log(`\n${summaryText(summary)}`);
  if (open.length > 0) {
    console.log(
      `\nNot understood, ${open.length}; written as they are, to be looked at:\n${formatFindings(open)}`,
    );
  }
  if (plan && written.length > 0) console.log(`\n${readingTable(readingFacts(plan))}`);
  // Only for somebody at a terminal.
  if (plan && process.stdout.isTTY) console.log(`\nNext: ${nextStep(values.into)}`);
}

const nextStep = (into: string | undefined) =>
  `${into === undefined ? '' : `PLAN_DIR=${quotedForShell(into)} `}npm run build`;

const quotedForShell = (path: string) =>
  /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
