/** Small plans of many forms, written for these tests, each with the expected result in a file of the same name. */
import { interpret } from '../../../src/content-files/interpret.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { verbatimPieces, rebuildSeed } from '../../../src/content-files/verbatim.ts';
import { check } from '../../../src/rules/check.ts';
import { parsePlan } from '../../../src/import/parse-plan.ts';
import { extractText } from '../../../src/import/read-file.ts';
import { briefOf } from '../../support/brief.ts';
import { origin, root, the } from '../../support/helpers.ts';

const folder = join(root, 'tests/plans');
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -4));
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
/** Plans as files of other formats. */
const files = readdirSync(folder).filter((name) => /\.(?:html|docx)$/.test(name));

test('there are at least ten plans', () => {
  expect(names.length).toBeGreaterThanOrEqual(10);
});

test.each(names)('%s is read as expected', (name) => {
  expect(briefOf(parsePlan(read(`${name}.txt`), origin))).toEqual(parse(read(`${name}.expected.yaml`)));
});

test.each(files)('%s is read as expected', (name) => {
  const { text } = the(extractText(readFileSync(join(folder, name)), name).extracted);
  expect(briefOf(parsePlan(text, origin))).toEqual(parse(read(`${name.replace(/\..*$/, '')}.expected.yaml`)));
});

test.each(names)('every character of %s is in the content or registered as page chrome', (name) => {
  const text = read(`${name}.txt`);
  const { content } = parsePlan(text, origin);
  expect(content && rebuildSeed(verbatimPieces(content))).toBe(text);
});

test.each(names)('the content read from %s obeys every rule of the build', (name) => {
  const text = read(`${name}.txt`);
  const { content } = parsePlan(text, origin);
  expect(content && check(interpret(content), { text, sha256: origin.sha256 })).toEqual([]);
});

test.each(names)('%s is read the same way with other punctuation, blanks and empty lines', (name) => {
  const text = read(`${name}.txt`);
  const half: Record<string, string> = {
    '，': ',',
    '：': ':',
    '；': ';',
    '（': '(',
    '）': ')',
    '．': '.',
    '％': '%',
    '－': '-',
  };
  const full = Object.fromEntries(Object.entries(half).map(([wide, narrow]) => [narrow, wide]));
  const tasks = (one: string) => {
    const { content, findings } = parsePlan(one, origin);
    return content ? content.tasks.map(({ number, measure }) => `${number} ${measure}`) : findings;
  };
  const expected = tasks(text);
  expect(tasks(text.replace(/[，：；（）．％－]/g, (mark) => half[mark] ?? mark))).toEqual(expected);
  expect(tasks(text.replace(/[,;()]/g, (mark) => full[mark] ?? mark))).toEqual(expected);
  expect(tasks(text.replaceAll('\n', '\n\n'))).toEqual(expected);
  expect(tasks(text.replaceAll('\n', '\n\u3000\u00a0'))).toEqual(expected);
  expect(tasks(text.replaceAll('\n', '\r\n'))).toEqual(expected);
});
