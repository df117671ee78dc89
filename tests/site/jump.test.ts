/** What the jump box costs, and whether the places it offers are there. */
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { JumpData } from '../../src/search/jump-entries.ts';
import { attribute, base, elements, expectNone, files, pages, read } from '../support/dist.ts';

const KB = 1024;
const size = (file: string) => brotliCompressSync(read(file)).length;
const withoutBase = (address: string) => address.slice(base.length);

/** Files that a page asks for by itself, scripts and what is to be loaded ahead. */
const asked = new Map(
  pages.map(({ address, document }) => [
    address,
    [...elements(document)].flatMap((element) => {
      const ahead = /preload|prefetch/.test(attribute(element, 'rel') ?? '');
      const file = element.tagName === 'script' ? attribute(element, 'src') : attribute(element, 'href');
      return file !== undefined && (ahead || element.tagName === 'script') ? [withoutBase(file)] : [];
    }),
  ]),
);
/** The one script of all pages that knows the box, and the box itself, which it names. */
const box = [...files].find((file) => /^_astro\/box-[^/]*\.js$/.test(file)) ?? '';
const start = [...files].filter((file) => /^_astro\/.*\.js$/.test(file) && read(file).includes(box));

test('one script of all pages names the box', () => {
  expect(box).not.toBe('');
  expect(start).toHaveLength(1);
  expectNone(
    pages
      .filter(
        ({ address, html }) => html.includes('data-jump') && !asked.get(address)?.includes(start[0] ?? ''),
      )
      .map(({ address }) => ({ address, problem: 'the header has a box and no script for it' })),
  );
});

test('script and data together stay below 12 KB, what every page loads below 1 KB', () => {
  const sizes = { start: size(start[0] ?? ''), box: size(box), data: size('jump.json') };
  expect(sizes.start).toBeLessThan(KB);
  expect(sizes.start + sizes.box + sizes.data, JSON.stringify(sizes)).toBeLessThanOrEqual(12 * KB);
});

test('no page asks for box or data by itself, and the box is a single file', () => {
  expectNone(
    [...asked].flatMap(([address, wanted]) =>
      wanted
        .filter((file) => file === box || file === 'jump.json')
        .map((file) => ({ address, problem: `asks for ${file}` })),
    ),
  );
  expect(read(start[0] ?? '')).not.toMatch(/\bimport\s*["'`{*\w]|\bfrom\s*["'`]/);
  expect(read(box)).not.toMatch(/\bimport\b|\bfrom\s*["'`]/);
});

test('a reader finds units, tasks, measures, sections, documents and deadlines', () => {
  const { entries } = JSON.parse(read('jump.json')) as JumpData;
  const kinds = new Set(entries.map(({ kind }) => kind));
  expect([...kinds]).toEqual(['unit', 'task', 'measure', 'section', 'document', 'deadline']);
});
