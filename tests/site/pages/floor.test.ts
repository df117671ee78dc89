/**
 * No built file uses what the oldest supported browsers (src/build/shared/floor.ts) lack, unless the site is whole without it:
 * the lists below say why. Pagefind is left out: what it answers is missing where it does not run, and the search page says so.
 */
import { expect, test } from 'vitest';
import { lacksInScript } from '../../support/floor/scripts.ts';
import { lacksInStyles } from '../../support/floor/styles.ts';
import type { Lack } from '../../support/floor/table.ts';
import { files, pages, read } from '../../support/dist.ts';

/** Without them a page looks plainer, and no worse. */
const PLAINER = {
  'text-autospace': 'no thin space between Chinese and Latin letters',
  'text-spacing-trim': 'a mark at the beginning of a line keeps its blank half',
  'text-wrap': 'headings break where the line is full',
  'text-decoration-thickness': 'a link is underlined as thick as the browser likes',
  'text-underline-offset': 'a link is underlined as close as the browser likes',
  'accent-color': 'controls have the colour of the browser',
  'color-scheme': 'scrollbars stay light in the dark theme',
  'cursor: pointer': 'there is none without a mouse',
  resize: 'a field keeps its height',
  'align-self: start': 'older in a grid, the only place where it is used',
  'baseline-source': 'a label stands beside the last line of a long link instead of the first',
  'scroll-margin-top': 'the target of a link stands at the top edge',
  'overflow-wrap: anywhere': 'a long word makes its column wider; `body` breaks it',
};
/** Paper and settings of the system. */
const PRINT_AND_SYSTEM = {
  '@page': 'the browser has margins of its own',
  size: 'the paper is chosen when printing',
  orphans: 'one line of a paragraph may stand alone',
  widows: 'one line of a paragraph may stand alone',
  'break-after: avoid': 'a heading may stand at the end of a page',
  '::details-content': 'opened by a script before printing',
  'content-visibility': 'only inside of ::details-content',
  'forced-color-adjust': 'no forced colours there',
  page: 'printed upright, on more sheets',
  '@media (forced-colors)': 'no forced colours there',
  '@media (prefers-contrast)': 'nobody can ask for more contrast there',
};
/** What takes their place stands beside them. */
const REPLACED = {
  ':focus-visible': 'a rule of its own: an outline after a click as well',
  '::highlight': 'a rule of its own: read aloud marks the paragraph, a search result nothing',
  '@media (scripting)': 'hidden for those without scripts: what is there keeps its place, empty',
  'gap in summary': 'no-gap.css',
  'gap in .site-header-in': 'no-gap.css',
  'gap in .section-head': 'no-gap.css',
  'gap in .search-copy': 'no-gap.css',
  'gap in .reader': 'no-gap.css',
  'gap in .legend': 'no-gap.css',
  'gap in .inline-list': 'no-gap.css',
  'gap in .index-list li': 'no-gap.css',
  'gap in .entries': 'no-gap.css',
  'gap in .duty-list li': 'no-gap.css',
  'gap in .display-panel': 'no-gap.css',
};
const STYLES = { ...PLAINER, ...PRINT_AND_SYSTEM, ...REPLACED };

const SCRIPTS = {
  'CSS.highlights': 'asked for before it is used',
  Highlight: 'used after CSS.highlights was found',
  trustedTypes: 'may be undefined',
  '.createPolicy()': 'of trustedTypes',
  '.createScriptURL()': 'of trustedTypes',
  'navigator.share': 'asked for before the button is made',
  '.share()': 'of navigator',
  'navigator.connection': 'may be undefined',
  '.destroy()': 'of Pagefind',
  '.equals()': 'of jsdiff',
};

const inline = (tag: 'style' | 'script') => {
  const texts = [...pages.map(({ html }) => html), read('offline.html')].flatMap((html) =>
    [...html.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, 'g'))].map(([, text = '']) => text),
  );
  return [...new Set(texts)].map((text): [string, string] => [`inline ${tag}`, text]);
};
const filesOf = (ending: string) =>
  [...files]
    .filter((file) => file.endsWith(ending) && !file.startsWith('pagefind/'))
    .map((file): [string, string] => [file, read(file)]);

/** Fails with all that is lacking and not excepted, and with exceptions that nothing needs any more. */
function expectWhole(texts: [string, string][], lacksIn: (text: string) => Lack[], exceptions: object): void {
  expect(texts.length).toBeGreaterThan(1);
  const used = new Set<string>();
  const lines = texts.flatMap(([file, text]) =>
    lacksIn(text).flatMap(({ feature, browsers, near }) => {
      // The class by which Astro confines a rule to its component.
      const name = feature.replace(/\.astro-\w+/g, '');
      used.add(name);
      return Object.hasOwn(exceptions, name) ? [] : `${file}  ${name} (${browsers.join(', ')})  ${near}`;
    }),
  );
  expect([...new Set(lines)]).toEqual([]);
  expect(Object.keys(exceptions).filter((name) => !used.has(name))).toEqual([]);
}

test('styles', () => {
  expectWhole([...filesOf('.css'), ...inline('style')], lacksInStyles, STYLES);
});

test('scripts', () => {
  expectWhole([...filesOf('.js'), ...inline('script')], lacksInScript, SCRIPTS);
});

test('what the floor lacks is found', () => {
  const style = (css: string) => lacksInStyles(css).map(({ feature }) => feature);
  expect(style('@layer a { p { color: light-dark(red, blue) } }')).toEqual(['@layer', 'light-dark()']);
  expect(style('a { inset: 0; height: 1lh; width: 10cqi; gap: 1px }')).toEqual(['inset', 'lh', 'cqi']);
  expect(style('p:has(a), :is(a, b), :not(a, b) { display: flex; gap: 1px }')).toEqual(
    expect.arrayContaining([':has', ':is', ':not(…, …)', expect.stringContaining('gap in')]),
  );
  expect(
    style('@media (width < 40em) { a { width: 1px } } @container (width > 1px) { a { top: 0 } }'),
  ).toEqual(['@media (… < …)', '@container']);
  expect(style('@supports (inset: 0) { a { inset: 0 } } a { display: block; display: revert }')).toEqual([]);
  expect(style('@supports not (inset: 0) { a { inset: 0 } }')).toEqual(['inset']);
  const script = (code: string) => lacksInScript(code).map(({ feature }) => feature);
  expect(script('a.replaceChildren(); b.at(-1); c.append(d)')).toEqual(['.replaceChildren()', '.at()']);
  expect(script('Map.groupBy(a, b)')).toEqual(expect.arrayContaining(['Map.groupBy']));
  expect(script('structuredClone(a); Object.hasOwn(a, "b")')).toEqual(
    expect.arrayContaining(['structuredClone', 'Object.hasOwn']),
  );
  expect(script('a ??= 1')[0]).toMatch(/^syntax/);
  expect(script('/(?<=a)b/.test(c)')).toEqual(['(?<=…)']);
  expect(script('a.matches(":focus-visible"); a.closest(`:is(a, b)`)')).toEqual([':focus-visible', ':is']);
});
