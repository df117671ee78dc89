/** The Content-Security-Policy of every page names what the build wrote into it, and nothing on a page needs more. */
import { createHash } from 'node:crypto';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { expect, test } from 'vitest';
import { isLarge } from '../../../src/plan/large/size.ts';
import { attribute, elements, expectNone, pages, planOfSite, text, type Page } from '../../support/dist.ts';

const problems = (check: (page: Page) => string[]) =>
  pages.flatMap((page) => check(page).map((problem) => ({ address: page.address, problem })));
const all = (page: Page, tag: string) =>
  [...elements(page.document)].filter(({ tagName }) => tagName === tag);
const hash = (element: Tree.Element) =>
  `'sha256-${createHash('sha256').update(text(element)).digest('base64')}'`;

function policyOf(page: Page): Record<string, string> {
  const meta = all(page, 'meta').find((one) => attribute(one, 'http-equiv') === 'Content-Security-Policy');
  const rules = (meta ? (attribute(meta, 'content') ?? '') : '').split('; ');
  return Object.fromEntries(rules.map((rule) => [rule.replace(/ .*/, ''), rule.replace(/^\S+ /, '')]));
}

/** What runs: data for machines does not. */
const inlineScripts = (page: Page) =>
  all(page, 'script').filter(
    (script) => attribute(script, 'src') === undefined && attribute(script, 'type') !== 'application/ld+json',
  );

test('the policy stands before all that it speaks of', () => {
  const first = '<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="';
  expectNone(problems(({ html }) => (html.includes(first) ? [] : ['the policy is not first in the head'])));
});

test('it allows nothing but files of this site and what it names by hash', () => {
  const shared = {
    'default-src': `'none'`,
    'img-src': `'self'`,
    'connect-src': `'self'`,
    'worker-src': `'self'`,
    'manifest-src': `'self'`,
    'form-action': `'self'`,
    'base-uri': `'none'`,
    'require-trusted-types-for': `'script'`,
  };
  expectNone(
    problems((page) => {
      const own = /^(?:search|verify)\//.test(page.file)
        ? { wasm: ` 'wasm-unsafe-eval'`, types: 'offline default' }
        : { wasm: '', types: page.file.includes('embed/') ? `'none'` : 'offline' };
      const wanted = {
        ...shared,
        'script-src': `'self' ${inlineScripts(page).map(hash).join(' ')}${own.wasm}`,
        'style-src': [`'self'`, ...all(page, 'style').map(hash)].join(' '),
        'trusted-types': own.types,
      };
      const found = policyOf(page);
      return [...new Set([...Object.keys(wanted), ...Object.keys(found)])]
        .filter((name) => found[name] !== (wanted as Record<string, string>)[name])
        .map((name) => `${name} is ${found[name] ?? 'missing'}`);
    }),
  );
});

test('one script and one style are all that stands inline', () => {
  const hashes = (names: string[]) =>
    new Set(
      pages.flatMap((page) => names.flatMap((name) => policyOf(page)[name]?.match(/'sha256-[^']+'/g) ?? [])),
    );
  expect(hashes(['script-src']).size).toBe(1);
  // The task pages of a large plan link their styles.
  expect(hashes(['style-src']).size).toBe(isLarge(planOfSite()) ? 0 : 1);
});

test('no attribute holds a style or a script', () => {
  expectNone(
    problems((page) =>
      [...elements(page.document)].flatMap(({ tagName, attrs }) =>
        attrs
          .filter(
            ({ name, value }) =>
              /^(?:style|on.*|srcdoc)$/.test(name) || /^\s*(?:javascript|data):/i.test(value),
          )
          .map(({ name, value }) => `<${tagName} ${name}="${value.slice(0, 60)}">`),
      ),
    ),
  );
});
