/** What serves without a network: the list the worker keeps, and the edition in one file. */
import { createHash } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, test } from 'vitest';
import { writeWorker } from '../../../src/build/offline/service-worker.ts';
import type { PlanData } from '../../../src/data/formats/plan-json-fields.ts';
import { attribute, dist, elements, files, read, readBytes, readPage, text } from '../../support/dist.ts';
import { htmlValidate } from '../../support/htmlvalidate.ts';

const plan = JSON.parse(read('data/plan.json')) as PlanData;
const sha256 = (bytes: string | Uint8Array, encoding: 'hex' | 'base64') =>
  createHash('sha256').update(bytes).digest(encoding);

describe('the worker', () => {
  const worker = read('sw.js');
  const listed = /\{\s*url:\s*(["'`])(.*?)\1,\s*integrity:\s*\1(.*?)\1\s*\}/g;
  const kept = new Map(
    [...worker.matchAll(listed)].map(([, , url = '', integrity = '']) => [url, integrity]),
  );

  test('keeps every file of the site, save what only programs ask for and what repeats another file', () => {
    const left = (file: string) =>
      ['sw.js', 'robots.txt', 'feed.xml', 'data/schema.json', 'data/datapackage.json'].includes(file) ||
      /^sitemap.*\.xml$|\.(?:ics|zip|akn\.xml|png|jpg|webp)$|^data\/(?:tasks|units)\//.test(file) ||
      /^(?:tasks|units|sections)\/[^/]+\.md$|^tasks\/[^/]+\/embed\//.test(file);
    const wanted = [...files].filter((file) => !left(file));
    const address = (file: string) => `./${file.replace(/(^|\/)index\.html$/, '$1')}`;
    expect([...kept.keys()].sort()).toEqual(wanted.map(address).sort());
    for (const file of wanted) {
      expect(kept.get(address(file)), file).toBe(`sha256-${sha256(readBytes(file), 'base64')}`);
    }
  });

  test('is the same for the same site, and one file', async () => {
    await writeWorker(dist);
    expect(sha256(read('sw.js'), 'hex')).toBe(sha256(worker, 'hex'));
    expect(worker.match(/importScripts|\bimport\b/g)).toBeNull();
  });

  test('keeps no more than 1.9 MB as transferred, the search index with it', () => {
    // What nginx's brotli does unless told otherwise; with gzip it is about a tenth more.
    const onTheFly = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
    const sizes = [...kept.keys()].map((url) => {
      const file = url.slice(2).replace(/(^|\/)$/, '$1index.html');
      return brotliCompressSync(readBytes(file), onTheFly).length;
    });
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(1.9 * 1024 * 1024);
  });
});

describe('the edition in one file', () => {
  const { html, document } = readPage('offline.html');
  const all = [...elements(document)];
  const ids = new Map(all.map((element) => [attribute(element, 'id') ?? '', element]));
  const tags = (name: string) => all.filter(({ tagName }) => tagName === name);

  /** As a reader sees the plan's own words: without what the site put among them. */
  function words(node: Tree.Node): string {
    if ('value' in node) return node.value;
    if ('tagName' in node && attribute(node, 'data-voice') === 'site') return '';
    return 'childNodes' in node ? node.childNodes.map(words).join('') : '';
  }

  test('is not above 285 KB, of which 核对引文 takes 35, nor above 51 KB on the way', () => {
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(285_000);
    expect(brotliCompressSync(html).length).toBeLessThanOrEqual(51 * 1024);
  });

  test('is valid HTML, and its links lead to places in it', async () => {
    const { results } = await htmlValidate.validateString(html, 'offline.html');
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
    ).toEqual([]);
    const places = tags('a').flatMap((link) => attribute(link, 'href') ?? []);
    expect(places.length).toBeGreaterThan(plan.tasks.length);
    expect(places.filter((place) => !ids.has(place.slice(1)) && !place.startsWith('http'))).toEqual([]);
  });

  test('loads nothing', () => {
    const named = all.flatMap(({ tagName, attrs }) =>
      attrs
        .filter(({ name }) => ['src', 'srcset', 'href', 'action', 'data', 'poster'].includes(name))
        .map(({ value }) => ({ tagName, value })),
    );
    const elsewhere = named.filter(({ value }) => !value.startsWith('#') && value !== 'data:,');
    expect(elsewhere.filter(({ tagName, value }) => tagName !== 'a' || !value.startsWith('http'))).toEqual(
      [],
    );
    expect(
      tags('style')
        .map(text)
        .join()
        .match(/url\((?!data:)[^)]*\)|@import/g),
    ).toBeNull();
  });

  test('allows itself what it was made of, by hash, and nothing else', () => {
    const policy = tags('meta').find((meta) => attribute(meta, 'http-equiv') === 'Content-Security-Policy');
    const hashes = (name: string) => tags(name).map((one) => `'sha256-${sha256(text(one), 'base64')}'`);
    expect(policy && attribute(policy, 'content')?.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${hashes('style').join(' ')}`,
      `script-src ${hashes('script').join(' ')}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  test.each(plan.tasks)('task $number reads as in plan.json', ({ number, text: wanted, duty }) => {
    const task = ids.get(`task-${number}`);
    const place = task && [...elements(task)].find((one) => attribute(one, 'class') === 'source-text');
    const lines = (place?.childNodes ?? [])
      .filter((node) => 'tagName' in node && attribute(node, 'data-voice') !== 'site')
      .map(words);
    expect([lines.slice(0, -1).join('\n'), lines.at(-1)]).toEqual([wanted, duty]);
  });

  test('holds the text around the tasks, and every unit, document and correction in its place', () => {
    const whole = words(document);
    for (const { prose } of plan.chapters) for (const line of prose) expect(whole).toContain(line.text);
    const at = (id: string) => text(ids.get(id) ?? { nodeName: '#text', value: '', parentNode: null });
    for (const { id, name } of plan.units) expect(at(id)).toContain(name);
    for (const { id, title } of plan.documents) expect(at(id)).toContain(title);
    for (const { id, reason } of plan.corrections) expect(at(`c${id}`)).toContain(reason);
    expect(tags('svg')).toHaveLength(1);
  });

  test('/data/ tells its size and checksum truly', () => {
    const bytes = readBytes('offline.html');
    const facts = [...elements(readPage('data/index.html').document)];
    const fact = (name: string) =>
      facts.filter((one) => attribute(one, name) !== undefined).map((one) => text(one));
    expect(fact('data-offline-size')).toEqual([String(bytes.length)]);
    expect(fact('data-offline-sha256')).toEqual([sha256(bytes, 'hex')]);
  });
});
