/** A11: every redirect leads from an address without a page, one each, to a page. */
import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importSeed } from '../../../src/import/import-plan.ts';
import { PAGES } from '../../../src/rules/redirects.ts';
import { emptyFolder, findingsIn, root } from '../../support/helpers.ts';

/** What is wrong with a small plan that has these redirects. */
function findingsWith(redirects: string): string[] {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'seeds'));
  writeFileSync(
    join(folder, 'seeds/plan.txt'),
    '某某县工作方案\n1.甲项。（甲局负责）\n2.乙项。（乙局负责）\n',
  );
  importSeed(folder);
  writeFileSync(join(folder, 'content/redirects.yaml'), redirects);
  return findingsIn(folder);
}

test.each([
  ['- {from: /tasks/1/, to: /tasks/2/}', 1, '/tasks/1/ is a page of the site'],
  ['- {from: /sitemap/, to: /tasks/2/}', 1, '/sitemap/ is a page of the site'],
  ['- {from: /a/, to: /tasks/1/}\n- {from: /about/design/, to: /about/}', 2, '/about/design/ is a page'],
  ['- {from: /units/a/, to: /units/a/}', 1, 'leads to itself'],
  ['- {from: /units/a/, to: "/units/a/#top"}', 1, 'leads to itself'],
  ['- {from: /units/a/, to: /tasks/1/}\n- {from: /units/a/, to: /tasks/2/}', 2, 'is redirected twice'],
  ['- {from: /units/a/, to: /tasks/1/}\n- {from: /units/b/, to: /units/a/}', 2, 'is redirected itself'],
  ['- {from: /units/a/, to: /tasks/9/}', 1, 'there is no page /tasks/9/'],
  ['- {from: /units/a/, to: /nowhere/}', 1, 'there is no page /nowhere/'],
  ['- {from: /units/a/, to: "/nowhere/in/#here"}', 1, 'there is no page /nowhere/in/#here'],
  ['- {from: /units/a/, to: //example.org/}', 1, 'to: must be like'],
])('the redirects %s stop the build', (redirects, line, problem) => {
  expect(findingsWith(redirects)).toEqual([
    expect.stringMatching(`content/redirects.yaml:${line}  .*${problem}.*  → .`),
  ]);
});

test('of a loop every entry is named', () => {
  const loop = '- {from: /a/, to: /b/}\n- {from: /b/, to: /c/}\n- {from: /c/, to: /a/}\n';
  const findings = findingsWith(loop);
  expect(findings).toHaveLength(3);
  for (const [index, one] of findings.entries())
    expect(one).toMatch(new RegExp(`:${index + 1}  .* is redirected itself`));
});

test.each(['/', '/tasks/1/', '/tasks/1/#s1', '/verify/', '/about/design/', '/sitemap/'])(
  'a redirect to %s is one',
  (to) => {
    expect(findingsWith(`- {from: /units/a/, to: '${to}'}`)).toEqual([]);
  },
);

test('the pages of every plan are those of src/pages/ that have an address', () => {
  const own = globSync('**/*.astro', { cwd: join(root, 'src/pages') })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.includes('[') && !['404.astro', 'offline.astro'].includes(file))
    .map((file) => `/${file.replace(/(?:index)?\.astro$/, '')}/`.replace(/\/+$/, '/'));
  expect(PAGES.filter((page) => !page.startsWith('/matrix/embed/')).sort()).toEqual(own.sort());
});
