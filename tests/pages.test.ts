/** What is done to all pages when they are built, by one thread or by several. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { finishPages, finishShare } from '../src/build/pages.ts';
import type { BuiltSite } from '../src/build/site.ts';

let folder = '';
let site: BuiltSite;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pages-'));
  site = {
    root: join(folder, 'dist') + sep,
    base: '/plan/',
    publicDir: join(folder, 'public'),
    say: () => undefined,
  };
  write('dist/_astro/DisplayEarly.abc.js', 'document.title;');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const page = (number: number) =>
  `<!doctype html><html><head><meta charset="utf-8"><script type="module" src="/plan/_astro/DisplayEarly.abc.js"></script></head>` +
  `<body data-kind="task"><main><div hidden data-search-meta='{"kind":"task","order":${number}}'></div>` +
  `<h1>任务${number}</h1><p data-pagefind-body>第${number}项。</p></main></body></html>`;

test('what an office has laid into public/ to prove that the site is its own is left as it is', async () => {
  write('public/baidu_verify.html', 'abc123');
  write('dist/baidu_verify.html', 'abc123');
  write('dist/tasks/1/index.html', page(1));
  const found = await finishPages(site);
  expect(read('dist/baidu_verify.html')).toBe('abc123');
  expect(read('dist/tasks/1/index.html')).toContain('Content-Security-Policy');
  expect(found.map((one) => one.page.url)).toEqual(['/tasks/1/']);
});

test('the pages of a large plan are the same whether one thread or several finish them', async () => {
  const names = Array.from({ length: 700 }, (_, index) => `tasks${sep}${index + 1}${sep}index.html`).sort();
  for (const [index, name] of names.entries()) write(join('dist', name), page(index));
  const found = await finishPages(site);
  const several = names.map((name) => read(join('dist', name)));
  for (const [index, name] of names.entries()) write(join('dist', name), page(index));
  write('dist/_astro/DisplayEarly.abc.js', 'document.title;');
  const alone = finishShare({ ...site, names, withStyles: true });
  expect(found).toEqual(alone.found.flat());
  expect(several).toEqual(names.map((name) => read(join('dist', name))));
});

test('a page that cannot be finished stops the build, whichever thread has it', async () => {
  for (let number = 1; number <= 700; number++) write(`dist/tasks/${number}/index.html`, page(number));
  write('dist/tasks/12/index.html', '<!doctype html><meta charset="utf-8"><main></main>');
  await expect(finishPages(site)).rejects.toThrow(/tasks.12.index\.html lacks <DisplayEarly/);
});
