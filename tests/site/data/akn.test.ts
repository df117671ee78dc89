/**
 * plan.akn.xml: valid, and its text is the shown text. The schema of OASIS is not part of this repository; whoever has it
 * checks against it with AKN_SCHEMA=/path/to/akomantoso30.xsd. Without it akn-subset.xsd holds, which allows less.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { PlanData } from '../../../src/data/formats/plan-json-fields.ts';
import { the } from '../../support/helpers.ts';
import { attribute, elements, pages, read, text } from '../../support/dist.ts';

const xml = read('data/plan.akn.xml');
const plan = JSON.parse(read('data/plan.json')) as PlanData;
const own = (name: string) => ({
  fileName: name,
  contents: readFileSync(new URL(`../../support/schemas/${name}`, import.meta.url), 'utf8'),
});
const OASIS = process.env.AKN_SCHEMA;
/** Which the schema of OASIS imports from beside it; it uses nothing of it. */
const XML_NAMES = {
  fileName: 'xml.xsd',
  contents:
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace"/>',
};
const MEMORY = { initialMemoryPages: 512, maxMemoryPages: 4096 };

/** What is wrong with an XML text by a schema; empty where nothing is. */
async function wrongWith(contents: string, oasis?: string): Promise<string[]> {
  const { valid, errors } = await validateXML({
    xml: { fileName: 'plan.xml', contents },
    ...(oasis === undefined
      ? { schema: own('akn-subset.xsd'), preload: [own('akn-places.xsd')] }
      : { schema: { fileName: 'akn.xsd', contents: readFileSync(oasis, 'utf8') }, preload: [XML_NAMES] }),
    ...MEMORY,
  });
  return valid ? [] : errors.map(({ rawMessage }) => rawMessage);
}

/** Changes that leave the XML well-formed and make it no Akoma Ntoso. */
const WRONG: [what: string, change: (from: string) => string][] = [
  ['a task without its content', (from) => from.replace(/<content [^]*?<\/content>/, '<p/>')],
  ['an element that there is not', (from) => from.replace('</mainBody>', '<aufgabe/></mainBody>')],
  ['an unknown attribute', (from) => from.replace('<num>', '<num role="lead">')],
  ['a reference to nobody', (from) => from.replace(/(<organization [^>]*?) refersTo="[^"]*"/, '$1')],
  ['a date that is none', (from) => from.replace(/<date date="[^"]*"/, '<date date="2017年"')],
  ['an id twice', (from) => from.replaceAll('eId="subpara_2"', 'eId="subpara_1"')],
  ['metadata out of order', (from) => from.replace(/(<publication [^>]*>)\n([^]*?<\/references>)/, '$2\n$1')],
  ['words between blocks', (from) => from.replace('<mainBody>', '<mainBody>字')],
];

describe('valid', () => {
  // That our own text is valid, any-plan/site.test.ts asks of every plan.
  test.each(WRONG)('%s is refused', async (_, change) => {
    expect(change(xml)).not.toBe(xml);
    expect(await wrongWith(change(xml))).not.toEqual([]);
  });

  test.skipIf(OASIS === undefined)(
    'by the schema of OASIS (skipped unless AKN_SCHEMA=/path/to/akomantoso30.xsd)',
    async () => {
      expect(await wrongWith(xml, OASIS)).toEqual([]);
      for (const [what, change] of WRONG) expect(await wrongWith(change(xml), OASIS), what).not.toEqual([]);
    },
  );
});

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
/** The characters of a piece of XML; line ends between elements are none of the text. */
const wordsOf = (piece: string) =>
  piece.replace(/<[^>]*>|\n/g, '').replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
const body = /<preface>[^]*<\/mainBody>/.exec(xml)?.[0] ?? '';
const piece = (name: string, eId: string) =>
  new RegExp(`<${name}(?: [^>]*)? eId="${eId}"[^>]*>([^]*?)</${name}>`).exec(body)?.[1] ?? '';

describe('the text', () => {
  const page = pages.find(({ file }) => file === 'plan/index.html');
  let shown: string[] = [];
  let marks: string[] = [];

  beforeAll(() => {
    const all = page ? [...elements(page.document)] : [];
    const notes = all.filter((one) => attribute(one, 'data-voice') === 'site');
    const inNotes = new Set(notes.flatMap((one) => [...elements(one)]));
    const lines = all.filter((one) => attribute(one, 'data-line') !== undefined && !inNotes.has(one));
    shown = lines.map((one) => {
      const added = notes.filter((note) => [...elements(one)].includes(note)).map(text);
      return added.reduce((words, note) => words.replace(note, ''), text(one));
    });
    marks = all
      .filter((one) => attribute(one, 'class')?.startsWith('correction-ref'))
      .map((one) => /#c(\d+)$/.exec(attribute(one, 'href') ?? '')?.[1] ?? '');
  });

  test('is the whole of what is shown, in its order and to the character', () => {
    expect(shown.length).toBeGreaterThan(200);
    expect(wordsOf(body)).toBe(shown.join(''));
  });

  test.each(plan.tasks)('of task $number has its sentences and its clause under their ids', (task) => {
    const eId = `subpara_${task.number}`;
    expect(wordsOf(piece('subparagraph', eId))).toBe(
      `${task.number}）${task.text.replaceAll('\n', '')}${task.duty}`,
    );
    for (const { id, text: words } of task.sentences)
      expect(wordsOf(piece('span', `${eId}__span_${id.slice(1)}`))).toBe(words);
    const clause = piece('block', `${eId}__block_1`);
    expect(wordsOf(clause)).toBe(task.duty);
    const named = [
      ...clause.matchAll(/<(?:organization|concept) [^>]*refersTo="#org-([^"]+)"[^>]*>([^<]*)</g),
    ];
    expect(named.map(([, id, name]) => [id, name])).toEqual(task.units.map(({ id, name }) => [id, name]));
  });

  test('has a note for every correction, and a mark where the pages have one', () => {
    const notes = [...xml.matchAll(/<note eId="note_(\d+)">/g)].map(([, id]) => Number(id));
    expect(notes).toEqual(plan.corrections.map(({ id }) => id));
    expect(marks.length).toBeGreaterThan(0);
    expect([...body.matchAll(/<noteRef href="#note_(\d+)"/g)].map(([, id]) => id)).toEqual(marks);
  });
});

test('every reference within the file leads to something', () => {
  const ids = new Set([...xml.matchAll(/ eId="([^"]+)"/g)].map(([, id = '']) => id));
  const refs = [...xml.matchAll(/ (?:refersTo|href|source|as)="#([^"]+)"/g)].map(([, id = '']) => id);
  expect(refs.length).toBeGreaterThan(300);
  expect(refs.filter((id) => !ids.has(id))).toEqual([]);
});

test('blocks, measures and tasks lead to their addresses', () => {
  const places = [...xml.matchAll(/<place element="([^"]+)" href="([^"]+)"/g)].map(
    ([, id = '', href = '']) => [id, href],
  );
  for (const { number, url } of plan.tasks) expect(places).toContainEqual([`subpara_${number}`, url]);
  for (const { url, measures } of plan.sections) {
    expect(places.filter(([id = '', href]) => href === url && body.includes(`eId="${id}"`))).toHaveLength(1);
    for (const { number } of measures)
      expect(places).toContainEqual([`para_${number}`, `${url}#measure-${number}`]);
  }
});

test('the only date of the document is that of its publication', () => {
  const dates = [...xml.matchAll(/<(?:FRBRdate|publication) date="([^"]+)"/g)].map(([, date]) => date);
  expect(dates).toEqual(Array<string>(4).fill(the(plan.published).slice(0, 10)));
});
