/**
 * What a build keeps for the next is never stale: after any change it gives what a build from nothing gives, byte for byte.
 * Of the plan in tests/plans/crawler.txt, with the address of the site, so that tasks and units have pictures of their own.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importSeed } from '../../../src/import/import-plan.ts';
import { fontFiles } from '../../../src/images/font.ts';
import { buildSite, checkout } from '../../support/build/build-site.ts';
import { copyCheckout } from '../../support/build/checkout-copy.ts';
import { filesBelow, planOfSite, planRoot } from '../../support/dist.ts';
import { the } from '../../support/helpers.ts';

const { source, units } = planOfSite();
const seed = readFileSync(join(planRoot, 'seeds', source.file), 'utf8');
const host = 'https://example.gov.cn';

/** A copy of this checkout with a plan; `dist` is of its last build. */
interface Copy {
  root: string;
  plan: string;
  dist: string;
}
const made: string[] = [];

function copy(): Copy {
  const root = copyCheckout();
  const plan = mkdtempSync(join(tmpdir(), 'rebuilt '));
  made.push(root, plan);
  return { root, plan, dist: join(plan, 'dist') };
}

function write({ plan }: Copy, text: string): void {
  for (const folder of ['seeds', 'content']) rmSync(join(plan, folder), { recursive: true, force: true });
  mkdirSync(join(plan, 'seeds'));
  writeFileSync(join(plan, 'seeds', source.file), text);
  expect(importSeed(plan).findings).toEqual([]);
  // A page of its own, which the build compiles from where it stands.
  cpSync(join(checkout, 'src/default-pages/about.mdx'), join(plan, 'content/pages/about.mdx'));
}

function edit(file: string, from: string | RegExp, to: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(file, text.replace(from, to));
}

const build = ({ root, plan, dist }: Copy) =>
  buildSite({ root, plan, outDir: dist, env: { SITE_URL: host } });
const bytesOf = ({ dist }: Copy) =>
  new Map([...filesBelow(dist)].map((file) => [file, readFileSync(join(dist, file)).toString('latin1')]));

/** Files that are not the same in two sites. */
function difference(a: Map<string, string>, b: Map<string, string>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((file) => a.get(file) !== b.get(file));
}

/** Other words of a plan and of its pages, another task, unit and template. */
function change(one: Copy): void {
  const name = the(units.find((unit) => unit.name.startsWith('市'))).name;
  write(one, seed.replaceAll(name, name.replace('市', '本市')));
  edit(join(one.plan, 'content/tasks/01.md'), /(?<=title: ).*/, '治理城市');
  edit(join(one.root, 'src/components/frame/SiteFooter.astro'), '<footer', '<p>页脚</p><footer');
  edit(join(one.root, 'src/images/share-card.ts'), /const CINNABAR = '.*'/, `const CINNABAR = '#123456'`);
}

/** Another font: what was bold is semibold. */
function changeFont({ root }: Copy): void {
  const [, semibold = '', bold = ''] = fontFiles();
  const scope = '@expo-google-fonts';
  const folder = bold.slice(0, bold.indexOf(scope));
  rmSync(join(root, 'node_modules', scope));
  for (const file of [...fontFiles(), join(folder, scope, 'noto-sans-sc/package.json')]) {
    const own = join(root, 'node_modules', relative(folder, file));
    mkdirSync(dirname(own), { recursive: true });
    cpSync(file === bold ? semibold : file, own);
  }
}

const kept = copy();
let first: Map<string, string>;

beforeAll(async () => {
  write(kept, seed);
  await build(kept);
  first = bytesOf(kept);
});
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

test('nothing changed: nothing is drawn, and every file is the same', async () => {
  expect(await build(kept)).toMatch(/pictures: (\d+), \1 of them from the last build/);
  expect(difference(first, bytesOf(kept))).toEqual([]);
});

test('a folder that was moved, with what was kept, gives the same files', async () => {
  const away = mkdtempSync(join(tmpdir(), 'rebuilt '));
  made.push(away);
  const plan = join(away, 'moved');
  renameSync(kept.plan, plan);
  const moved = { ...kept, plan, dist: join(plan, 'dist') };
  expect(await build(moved)).toMatch(/pictures: (\d+), \1 of them from the last build/);
  renameSync(plan, kept.plan);
  expect(difference(first, bytesOf(kept))).toEqual([]);
});

test('another title, unit, template, colour, and then another font: the same as from nothing', async () => {
  change(kept);
  const anew = copy();
  change(anew);
  await build(kept);
  await build(anew);
  const second = bytesOf(anew);
  expect(difference(bytesOf(kept), second)).toEqual([]);
  const changed = difference(first, second);
  expect(changed).toEqual(
    expect.arrayContaining(['index.html', 'og/tasks/1.png', 'og/tasks/2.png', 'tasks/1/index.html']),
  );
  // The unit of another name has another page and picture, and the one before has none.
  const ofUnits = changed.filter((file) => /^units\/[^/]+\/index\.html$/.test(file));
  expect(ofUnits.filter((file) => !first.has(file))).toHaveLength(1);
  expect(ofUnits.filter((file) => !second.has(file))).toHaveLength(1);
  changeFont(kept);
  expect(await build(kept)).toMatch(/pictures: \d+, 0 of them from the last build/);
  const third = bytesOf(kept);
  rmSync(join(kept.plan, '.astro'), { recursive: true });
  await build(kept);
  expect(difference(third, bytesOf(kept))).toEqual([]);
  expect(difference(second, third)).toContain('og/tasks/1.png');
});
