/** A10: content files of a megabyte of anything end in findings within two seconds, and not in a million of them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readChecked } from '../../../src/rules/read-checked.ts';
import { copyOfContent } from '../../support/helpers.ts';

/** Milliseconds of this process; what else runs on the machine does not count. */
const cpu = () => (({ user, system }) => (user + system) / 1000)(process.cpuUsage());

const FILE = 'content/synonyms.yaml';
const MB = 1_000_000;

/** What is wrong with a file, one finding a line; at most two seconds are taken. */
function problemsOf(body: string | Uint8Array): string[] {
  const folder = copyOfContent();
  writeFileSync(join(folder, FILE), body);
  const before = cpu();
  const { findings } = readChecked(folder);
  expect(cpu() - before).toBeLessThan(2000);
  for (const { advice } of findings) expect(advice).not.toBe('');
  return findings.filter(({ file }) => file === FILE).map(({ problem }) => problem);
}

test.each([
  ['commas', ','.repeat(MB), 'a value cannot begin with ,'],
  ['commas in brackets', `[${','.repeat(MB)}]`, '“,,,,,,,,,,,,,,,,,,,,” cannot stand here'],
  ['20,000 equal keys', 'a: 1\n'.repeat(20_000), 'the field “a” stands twice'],
  ['20,000 keys', Array.from({ length: 20_000 }, (_, at) => `k${at}: 1\n`).join(''), 'this has to be a list'],
  ['20,000 aliases', `- &a [1]\n${'- *a\n'.repeat(20_000)}`, 'refers to another value'],
  ['100,000 entries', '- 1\n'.repeat(100_000), 'this has to be a mapping of fields'],
  ['lists in each other', '['.repeat(MB / 10), 'not valid YAML'],
  ['17 MB', Buffer.alloc(17 * 1024 * 1024, 'a'), 'the file has 17 MB; at most 16 MB are read'],
])('%s are findings, a hundred at most', (_, body, problem) => {
  const problems = problemsOf(body);
  expect(problems.join()).toContain(problem);
  expect(problems.length).toBeLessThanOrEqual(101);
});

test('how many findings are not listed is said', () => {
  expect(problemsOf('a: 1\n'.repeat(20_000))).toContain('19899 findings more than the first 100');
});
