/** Who copies from the received file, or from a page of the site, is told 逐字相同 of all that is the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { preparePage } from '../../../src/search/exact-search.ts';
import { normalize } from '../../../src/search/query.ts';
import type { Texts } from '../../../src/search/text-pages.ts';
import { checkText } from '../../../src/verify/check.ts';
import { prepareSource } from '../../../src/verify/source.ts';
import { planOfSite, planRoot, read } from '../../support/dist.ts';

const plan = planOfSite();
const texts = JSON.parse(read('search/texts.json')) as Texts;
const pages = texts.entries.map(({ page }) => preparePage(page));
const source = prepareSource(
  pages,
  pages.filter(({ kind }) => kind === 'unit'),
  texts.variants,
);
const check = (text: string) => checkText(text, source);
/** The received text without what is not shown. */
const received = readFileSync(join(planRoot, 'seeds', plan.source.file), 'utf8')
  .split('\n')
  .map((text, index) =>
    plan.chrome
      .filter(({ line }) => line === index + 1)
      .reduce((rest, one) => rest.replace(one.text, ''), text),
  );
const rows = plan.tasks.flatMap(({ number, cells }) => {
  const named = cells.filter(({ before, head, shown }) => !before && head !== '' && normalize(shown) !== '');
  return named.map(({ head, shown }) => ({ number, text: `${head}：${shown}` }));
});

// Of a large plan a browser has the pages most like a text alone.
const isWhole = texts.complete;

/** Figures on a line of their own are none of the text before or behind. */
const glued = received.map((text) => (/^\s*\d+\s*$/.test(text) ? `\n${text}\n` : text)).join('');

test.skipIf(!isWhole).each([
  ['with its lines', received.join('\n')],
  ['on one line', glued],
])('the received text, pasted %s, is word for word what the plan says', (_, text) => {
  const others = check(text).filter(({ state }) => state !== 'same');
  expect(others.map(({ start, end }) => text.slice(start, end))).toEqual([]);
});

test.skipIf(!isWhole || rows.length === 0)(
  'a cell with the head of its column is word for word what its task says',
  () => {
    for (const { number, text } of rows) {
      const stretches = check(text);
      expect(
        stretches.map(({ state }) => state),
        text,
      ).toEqual(['same']);
      expect(stretches[0]?.places.map(({ url }) => url)).toContain(`/tasks/${number}/`);
    }
  },
);
