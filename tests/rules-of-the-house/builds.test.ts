/** Tests build sites in one way and one at a time, whichever files and processes they run in. */
import { execFile } from 'node:child_process';
import { globSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { waitForLock } from '../support/build/build-lock.ts';
import { astro, buildSite, checkout } from '../support/build/build-site.ts';
import { emptyFolder } from '../support/helpers.ts';

/** A folder whose `astro build` is a few lines. */
function standIn(lines: string): string {
  const root = emptyFolder();
  for (const folder of [join(astro, '..'), 'node_modules'])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, astro), lines);
  return root;
}

test('no test starts Astro but by the helper', () => {
  const starting = globSync('{unit,content,rules-of-the-house,site,browser,support}/**/*.ts', {
    cwd: join(checkout, 'tests'),
  }).filter((file) => readFileSync(join(checkout, 'tests', file), 'utf8').includes('astro' + '.mjs'));
  expect(starting).toEqual([join('support/build/build-site.ts')]);
});

test('builds that several processes ask for at once follow one another', async () => {
  const root = standIn(`
    import { appendFileSync } from 'node:fs';
    appendFileSync('log', 'in ');
    setTimeout(() => appendFileSync('log', 'out '), 100);
  `);
  const helper = new URL('../support/build/build-site.ts', import.meta.url).href;
  const script = `import { buildSite } from ${JSON.stringify(helper)}; await buildSite(${JSON.stringify({ root })});`;
  const ask = () => promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
  await Promise.all([ask(), ask(), ask(), buildSite({ root }), buildSite({ root })]);
  expect(readFileSync(join(root, 'log'), 'utf8')).toBe('in out '.repeat(5));
  expect(readdirSync(join(root, 'node_modules'))).toEqual([]);
});

test('a build that fails or warns says what was printed, and lets the next one begin', async () => {
  const root = standIn(
    `console.log('12:00:00 [WARN] an empty collection'); process.exit(Number(process.env.CODE));`,
  );
  await expect(buildSite({ root, env: { CODE: '1' } })).rejects.toThrow(/not built:\n.*an empty collection/);
  await expect(buildSite({ root, env: { CODE: '0' } })).rejects.toThrow(/warns:\n.*an empty collection/);
});

test('a lock that is held is waited for', async () => {
  const place = join(emptyFolder(), 'lock');
  const said: string[] = [];
  const giveBack = await waitForLock(place);
  const second = waitForLock(place).then((giveBackToo) => {
    said.push('taken');
    giveBackToo();
  });
  await new Promise((later) => setTimeout(later, 200));
  said.push('given back');
  giveBack();
  await second;
  expect(said).toEqual(['given back', 'taken']);
});
