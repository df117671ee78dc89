/** `npm run import` reads a plan and writes the content files that do not exist yet. It never overwrites. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { assemble } from '../assemble/plan.ts';
import { counted, formatFindings } from '../content-files/findings.ts';
import { interpret } from '../content-files/interpret.ts';
import { problemOf } from '../content-files/read-bytes.ts';
import { checkSeed } from '../import/check-drift.ts';
import { commonNames, commonNamesText } from '../import/extract/common-names.ts';
import { importFile, importSeed } from '../import/import-plan.ts';
import { readingFacts, readingTable } from '../import/reading-facts.ts';
import { reportPage } from '../import/report-page.ts';
import { summaryText } from '../import/summary-text.ts';
import { readCommand, USAGE, type ImportCommand } from './import-command.ts';

function main(): void {
  const { command, findings } = readCommand(process.argv.slice(2), process.env);
  if (command?.help) console.log(USAGE);
  else if (command?.check) checkContent(command.root);
  else if (command) importPlan(command);
  else fail(`${formatFindings(findings)}\n\n${USAGE}`);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

function checkContent(root: string): void {
  const findings = checkSeed(root);
  console.log(findings.length > 0 ? formatFindings(findings) : 'The content says what its seed says.');
  process.exitCode = findings.length > 0 ? 1 : 0;
}

function importPlan({ file, root, into, report, accept }: ImportCommand): void {
  const way = {
    accept,
    // Only where somebody is watching: what is written to a file is the result alone.
    progress: (step: string) => {
      if (process.stderr.isTTY) console.error(`${step} …`);
    },
  };
  const result = file === undefined ? importSeed(root, way) : importFile(file, root, way);
  const { written, findings, open, summary, content } = result;
  const plan = content && assemble(interpret(content));
  if (report !== undefined && result.text !== undefined)
    writeReport(report, reportPage({ text: result.text, content, plan, findings: [...findings, ...open] }));
  if (findings.length > 0) {
    fail(`${formatFindings(findings)}\n\n${counted(findings.length, 'finding')}; nothing was written.`);
    return;
  }
  if (written.length === 0) console.log('Everything is there already; nothing was changed.');
  else {
    console.log(written.map((name) => `wrote ${name}`).join('\n'));
    console.log(`\n${counted(written.length, 'file')} written; existing files were left as they are.`);
  }
  if (summary && written.length > 0) console.log(`\n${summaryText(summary)}`);
  if (open.length > 0) {
    console.log(
      `\nNot understood, ${open.length}; written as they are, to be looked at:\n${formatFindings(open)}`,
    );
  }
  if (plan && written.length > 0) console.log(`\n${readingTable(readingFacts(plan))}`);
  const names = content && written.length > 0 ? commonNamesText(commonNames(content.units)) : undefined;
  if (names !== undefined) console.log(`\n${names}`);
  // Only for somebody at a terminal.
  if (plan && process.stdout.isTTY) console.log(`\nNext: ${nextStep(into)}`);
}

const nextStep = (into: string | undefined) =>
  `${into === undefined ? '' : `PLAN_DIR=${quotedForShell(into)} `}npm run build`;

const quotedForShell = (path: string) =>
  /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;

function writeReport(file: string, page: string): void {
  const aside = `${file}.new`;
  try {
    writeFileSync(aside, page);
    renameSync(aside, file);
    console.error(`The reading is in ${file}`);
  } catch (error) {
    rmSync(aside, { force: true });
    fail(formatFindings([{ file, ...problemOf(error) }]));
  }
}

try {
  main();
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
