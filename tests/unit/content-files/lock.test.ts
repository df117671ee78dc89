/** Of several imports or builds at once, one works and the others are refused; what was ended from outside stands in nobody's way. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeLock } from '../../../src/content-files/lock.ts';
import { emptyFolder, the } from '../../support/helpers.ts';

/** The number of a process that is over. */
const gone = () => spawnSync(process.execPath, ['--version']).pid;
const lockIn = (folder: string) => join(folder, 'lock');

test('a lock that is held is refused, to this process as to others, until it is given back', () => {
  const folder = emptyFolder();
  const giveBack = takeLock(lockIn(folder));
  expect(takeLock(lockIn(folder))).toBeUndefined();
  giveBack?.();
  expect(readdirSync(folder)).toEqual([]);
  the(takeLock(lockIn(folder)), 'lock')();
});

test('a lock of a process that is gone, or had the number of this one, is nobody’s', () => {
  for (const pid of [gone(), process.pid]) {
    const folder = emptyFolder();
    mkdirSync(join(lockIn(folder), String(pid)), { recursive: true });
    mkdirSync(join(folder, `lock-${gone()}`));
    the(takeLock(lockIn(folder)), 'lock')();
    expect(readdirSync(folder)).toEqual([]);
  }
});

test('of many that find a lock that was left, one takes it', async () => {
  const folder = emptyFolder();
  mkdirSync(join(lockIn(folder), String(gone())), { recursive: true });
  const module = new URL('../../../src/content-files/lock.ts', import.meta.url).href;
  // Whoever has it keeps it until all have asked.
  const script = `import { takeLock } from ${JSON.stringify(module)};
    process.stdin.once('data', () => { process.stdout.write(takeLock(${JSON.stringify(lockIn(folder))}) ? 'taken ' : 'refused '); });
    process.stdin.once('end', () => process.exit());
    process.stdout.write('ready ');`;
  const children = Array.from({ length: 6 }, () => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
    let said = '';
    const waiting: (() => void)[] = [];
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString();
      for (const go of waiting.splice(0)) go();
    });
    const until = async (count: number) => {
      while (said.split(' ').length <= count) await new Promise<void>((go) => waiting.push(go));
      return said.split(' ')[count - 1];
    };
    return { child, until };
  });
  await Promise.all(children.map(({ until }) => until(1)));
  for (const { child } of children) child.stdin.write('go');
  const answers = await Promise.all(children.map(({ until }) => until(2)));
  for (const { child } of children) child.stdin.end();
  expect(answers.filter((answer) => answer === 'taken')).toHaveLength(1);
  expect(existsSync(lockIn(folder))).toBe(true);
});
