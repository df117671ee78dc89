/** What the tests of the core share: the seed, the content as it stands, and copies of it to break. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Plan } from '../../src/plan/model.ts';
import type { ClauseContext } from '../../src/clauses/parts.ts';
import { readClause } from '../../src/clauses/read-clause.ts';
import type { Origin } from '../../src/import/parse-plan.ts';
import { parsePlan } from '../../src/import/parse-plan.ts';
import type { Content } from '../../src/content-files/schema.ts';
import { formatFindings } from '../../src/content-files/findings.ts';
import { readPlan } from '../../src/assemble/read-plan.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const seedFile = the(
  readdirSync(join(root, 'seeds')).find((name) => name.endsWith('.txt')),
  'a seed',
);
export const seedBytes = readFileSync(join(root, 'seeds', seedFile));
export const seedText = seedBytes.toString('utf8');
export const seedLines = seedText.split('\n');

/** A value that has to be there. */
export function the<T>(value: T | undefined | null, what = 'a value'): T {
  if (value === undefined || value === null) throw new Error(`there is no ${what}`);
  return value;
}

/** A line of the seed, from 1. */
export const line = (number: number) => the(seedLines[number - 1], `line ${number}`);

/** The plan as published. */
export function publishedPlan(): Plan {
  const { plan, findings } = readPlan(root);
  if (!plan) throw new Error(formatFindings(findings));
  return plan;
}

export const origin: Origin = { file: seedFile, sha256: '0'.repeat(64) };

/** What the importer makes of a text. */
export function draftOf(text: string): Content {
  const { content, findings } = parsePlan(text, origin);
  if (!content) throw new Error(formatFindings(findings));
  return content;
}

/** What the importer says of a text it refuses, one finding a line. */
export function refusalOf(text: string): string[] {
  const { content, findings } = parsePlan(text, origin);
  return content ? [] : formatFindings(findings).split('\n');
}

/** A short plan of our own: one block, one measure, and the tasks given with their numbers. */
export function shortSeed(...tasks: string[]): string {
  return [
    '您现在的位置:甲>> 正文内容',
    '甲方案(2016-2020年)',
    '来源:甲办公室 发布时间:2017-07-18 11:07浏览次数:',
    '一、任务',
    '目标:目标。',
    '措施:',
    '1.措施一',
    ...tasks,
    '二、实施步骤',
    '2020年,基本建成甲。除另有要求外,原则上应当在2019年底前完成。每年12月前,书面报乙。',
  ].join('\n');
}

/** Line of the first task in a short seed. */
export const firstTaskLine = 8;

/** The parts of a clause that can be read. */
export const partsOf = (clause: string, context?: ClauseContext) =>
  the(readClause(clause, context).parts, `reading of ${clause}`);

/** The parts of a clause, briefly: what stands there and what it says. */
export function briefly(clause: string): string[] {
  return partsOf(clause)
    .filter(({ kind }) => kind !== 'punctuation')
    .map((part) => `${part.kind} ${part.source}${'role' in part ? ` ${part.role}` : ''}`);
}

/** A folder with nothing but what is put in it; gone after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plan-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A copy of content/ and seeds/ to break. */
export function copyOfContent(): string {
  const folder = emptyFolder();
  for (const room of ['content', 'seeds']) cpSync(join(root, room), join(folder, room), { recursive: true });
  return folder;
}

/** A copy without the editors' notes, whose own rules would speak as well when a task is broken. */
export function copyWithoutNotes(): string {
  const folder = copyOfContent();
  const tasks = join(folder, 'content/tasks');
  for (const name of readdirSync(tasks)) {
    const text = readFileSync(join(tasks, name), 'utf8');
    writeFileSync(join(tasks, name), text.replace(/^(---\n[^]*?\n---\n)[^]*$/, '$1'));
  }
  return folder;
}

/** Replaces words of a file that stand there once. */
export function edit(folder: string, file: string, from: string, to: string): void {
  const before = readFileSync(join(folder, file), 'utf8');
  if (before.split(from).length !== 2) throw new Error(`“${from}” does not stand once in ${file}`);
  writeFileSync(
    join(folder, file),
    before.replace(from, () => to),
  );
}

/** What is wrong with a content folder, one finding a line. */
export function findingsIn(folder: string): string[] {
  const { findings } = readPlan(folder);
  return findings.length === 0 ? [] : formatFindings(findings).split('\n');
}

/** The line of a file on which words stand for the first time. */
export function lineOf(folder: string, file: string, words: string): number {
  const index = readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .findIndex((one) => one.includes(words));
  if (index < 0) throw new Error(`“${words}” does not stand in ${file}`);
  return index + 1;
}

/** Every file below a folder with its bytes. */
export function snapshot(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return new Map(
    files.map(({ parentPath, name }): [string, string] => {
      const path = join(parentPath, name);
      return [path.slice(folder.length), readFileSync(path, 'base64')];
    }),
  );
}

/** Numbers that look random and are the same in every run. */
export function numbers(seed = 1): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
