/** Cascade layers rank by their first mention: a stylesheet that comes early must not turn the order round. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { attribute, base, elements, expectNone, pages, read, text, type Page } from '../../support/dist.ts';

const order = /^@layer ([^;]+);/.exec(readFileSync('src/styles/index.css', 'utf8'))?.[1]?.split(', ') ?? [];

/** The styles of a page, in the order in which a browser reads them. */
function stylesOf({ document }: Page): string {
  return [...elements(document)]
    .map((element) => {
      if (element.tagName === 'style') return text(element);
      if (attribute(element, 'rel') !== 'stylesheet') return '';
      return read((attribute(element, 'href') ?? '').slice(base.length));
    })
    .join('\n');
}

test('on every page the layers rank as src/styles/index.css says', () => {
  expect(order.length).toBeGreaterThan(3);
  expectNone(
    pages.flatMap((page) => {
      const named = [...stylesOf(page).matchAll(/@layer ([\w\s,-]+)[;{]/g)].flatMap(([, names = '']) =>
        names.split(',').map((name) => name.trim()),
      );
      const found = [...new Set(named)].join(', ');
      return found === order.join(', ') ? [] : [{ address: page.address, problem: `layers: ${found}` }];
    }),
  );
});
