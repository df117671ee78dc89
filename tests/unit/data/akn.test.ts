import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { isPublished, toAkn } from '../../../src/data/formats/akn.ts';
import { block, element } from '../../../src/text/xml.ts';
import { publishedPlan } from '../../support/helpers.ts';

const own = publishedPlan();
if (!isPublished(own)) throw new Error('the plan does not say who published it');
const url = (address: string) => `https://plan.example/base${address}`;
const schema = (name: string) => ({
  fileName: name,
  contents: readFileSync(new URL(`../../support/schemas/${name}`, import.meta.url), 'utf8'),
});

const valid = async (contents: string) =>
  validateXML({
    xml: { fileName: 'plan.xml', contents },
    schema: schema('akn-subset.xsd'),
    preload: [schema('akn-places.xsd')],
    initialMemoryPages: 512,
    maxMemoryPages: 4096,
  });

test('an element has its text to the character, and escapes what XML reserves', () => {
  expect(element('p', { a: 'x"<', b: undefined, c: 1 })).toBe('<p a="x&quot;&lt;" c="1"/>');
  expect(block('a', {}, [element('b', {}, '甲'), element('c', {})])).toBe('<a>\n<b>甲</b>\n<c/>\n</a>');
});

test('hostile names and reasons stay text', async () => {
  const hostile = `<script>"'&\u0000\u202e]]><!--`;
  const xml = toAkn(
    {
      ...own,
      publisher: hostile,
      units: own.units.map((unit) => ({ ...unit, name: unit.name + hostile })),
      documents: own.documents.map((one) => ({ ...one, title: one.title + hostile })),
      corrections: own.corrections.map((one) => ({ ...one, reason: hostile })),
    },
    url,
  );
  expect(xml).not.toMatch(/<script|<!--|\u0000/);
  expect((await valid(xml)).rawOutput).toContain('validates');
});

test('a plan without corrections, terms, preamble or headed prose is valid too', async () => {
  const bare = {
    ...own,
    corrections: [],
    glossary: [],
    chapters: own.chapters.filter(({ part }) => part > 0).map((one) => ({ ...one, prose: [] })),
    tasks: own.tasks.map((task) => ({
      ...task,
      paragraphs: task.paragraphs.map((paragraph) => ({ ...paragraph, sentences: [] })),
    })),
  };
  const xml = toAkn(bare, url).replace(/<noteRef [^>]*>/g, '');
  expect((await valid(xml)).rawOutput).toContain('validates');
  expect(xml).not.toContain('<notes');
  expect(xml).not.toContain('<preamble');
});
