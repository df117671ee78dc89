/** What the jump box offers; what it costs, and that it costs nothing unused, tests/browser/search/jump.test.ts sees. */
import { expect, test } from 'vitest';
import type { JumpData } from '../../../src/search/jump-entries.ts';
import { attribute, base, elements, expectNone, pages, read } from '../../support/dist.ts';

test('no page has its data loaded ahead', () => {
  expectNone(
    pages
      .filter(({ document }) =>
        [...elements(document)].some((element) => attribute(element, 'href') === `${base}jump.json`),
      )
      .map(({ address }) => ({ address, problem: 'asks for jump.json' })),
  );
});

test('a reader finds units, tasks, measures, sections, documents and deadlines', () => {
  const { entries } = JSON.parse(read('jump.json')) as JumpData;
  const kinds = new Set(entries.map(({ kind }) => kind));
  expect([...kinds]).toEqual(['unit', 'task', 'measure', 'section', 'document', 'deadline']);
});
