import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { expect, test } from 'vitest';
import type { JumpData } from '../../../src/search/jump-entries.ts';
import { addressOf } from '../../../src/client/jump/words.ts';
import {
  attribute,
  base,
  elements,
  expectNone,
  files,
  ids,
  pages,
  planOfSite,
  planRoot,
  read,
  type Page,
} from '../../support/dist.ts';

const host = 'http://site.invalid';
const own = new Set([host, process.env.SITE_URL === undefined ? host : new URL(process.env.SITE_URL).origin]);
const idsByFile = new Map(pages.map((page) => [page.file, ids(page)]));

// The one door to the outside: where the government published the text.
const planFile = join(planRoot, 'content/plan.yaml');
const planText = existsSync(planFile) ? readFileSync(planFile, 'utf8') : '';
const published = new Set(planText.match(/https?:\/\/[^\s'"]+/g));

interface Link {
  page: Page;
  element: Tree.Element;
  value: string;
  url: URL;
}

const links: Link[] = pages.flatMap((page) =>
  [...elements(page.document)].flatMap((element) =>
    element.attrs
      .filter(({ name }) => ['href', 'src', 'action', 'formaction', 'poster', 'data'].includes(name))
      .filter(({ value }) => URL.canParse(value, host + page.address))
      .map(({ value }) => ({ page, element, value, url: new URL(value, host + page.address) })),
  ),
);
const internal = links.filter(({ url }) => own.has(url.origin));

function fileOf(url: URL): string {
  const path = decodeURIComponent(url.pathname.slice(base.length));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

function problems(check: (link: Link) => string | undefined, of: Link[] = internal) {
  return of.flatMap((link) => {
    const problem = check(link);
    return problem === undefined
      ? []
      : [{ address: link.page.address, problem: `${link.value}: ${problem}` }];
  });
}

test('there are links to check', () => {
  expect(internal.length).toBeGreaterThan(0);
});

test('every link inside the site stays under the base path', () => {
  expectNone(problems(({ url }) => (url.pathname.startsWith(base) ? undefined : `is not under ${base}`)));
});

test('every link inside the site leads to a file', () => {
  expectNone(
    problems(({ url }) => {
      const file = fileOf(url);
      if (files.has(file)) return undefined;
      return files.has(`${file}/index.html`) ? 'lacks its closing slash' : `there is no dist/${file}`;
    }),
  );
});

test('every fragment is an id on the page it leads to', () => {
  expectNone(
    problems(({ url, value }) => {
      const there = idsByFile.get(fileOf(url));
      if (there === undefined || !value.includes('#')) return undefined;
      const id = decodeURIComponent(url.hash.slice(1));
      return there.has(id) ? undefined : `no element has the id “${id}”`;
    }),
  );
});

test('nothing is loaded from another host, and only the published original is linked', () => {
  expectNone(
    problems(
      ({ element, url }) => {
        if (['data:', 'mailto:'].includes(url.protocol)) return undefined;
        if (element.tagName === 'a' && published.has(attribute(element, 'href') ?? '')) return undefined;
        return 'leads to another host and is no address of content/plan.yaml';
      },
      links.filter(({ url }) => !own.has(url.origin)),
    ),
  );
});

test('every place that the jump box offers is a page, or an anchor on one', () => {
  const { entries, numbers = [] } = JSON.parse(read('jump.json')) as JumpData;
  const idsOf = new Map(pages.map(({ file, address }) => [address, idsByFile.get(file)]));
  const { tasks, units } = planOfSite();
  expect(entries.length + numbers.length).toBeGreaterThanOrEqual(tasks.length + units.length);
  expectNone(
    entries.flatMap((entry) => {
      // Outside a build the addresses have no base path.
      const [address = '', id] = `${base}${addressOf(entry).slice(1)}`.split('#');
      const there = idsOf.get(address);
      return there === undefined || (id !== undefined && !there.has(id))
        ? [{ address, problem: `is not there, or lacks ${id ?? ''}` }]
        : [];
    }),
  );
});
