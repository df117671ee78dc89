/** `npm run import -- FILE --into DIR` and `--check`: a plan as an office has it becomes a folder, and stays what it was. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importFile } from '../../../src/import/import-plan.ts';
import { checkSeed } from '../../../src/import/check-drift.ts';
import { readPlan } from '../../../src/assemble/read-plan.ts';
import { gb18030 } from '../../support/data/encodings.ts';
import {
  copyOfContent,
  edit,
  emptyFolder,
  root,
  seedFile,
  seedText,
  snapshot,
  the,
} from '../../support/helpers.ts';

/** The seed without the two characters that GB 18030 writes in four bytes. */
const TEXT = seedText.replaceAll('\u00a0', ' ').replaceAll('・', '·');

const escaped = (text: string) => text.replace(/[&<>]/g, (one) => `&#${one.charCodeAt(0)};`);
const asPage = (text: string) =>
  `<!doctype html><html><head><title>x</title></head><body>${text
    .split('\n')
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('\r\n')}</body></html>`;

function imported(name: string, bytes: Uint8Array | string): string {
  const folder = emptyFolder();
  const file = join(emptyFolder(), name);
  writeFileSync(file, bytes);
  const { findings, open } = importFile(file, folder);
  expect(findings).toEqual([]);
  expect(open).toEqual([]);
  return folder;
}

/** All but where the text came from. */
function plan(folder: string) {
  const { findings, plan: read } = readPlan(folder);
  expect(findings).toEqual([]);
  const { source: _, chrome: __, ...rest } = the(read);
  return rest;
}

test('the same plan as text, as text of another encoding and as a web page gives the same tasks', () => {
  const lines = TEXT.split('\n').filter((line) => line.trim() !== '');
  const text = `${lines.join('\n')}\n`;
  const expected = plan(imported('plan.txt', text));
  expect(expected.tasks).toHaveLength(65);
  expect(plan(imported('plan.txt', gb18030(text.replaceAll('\n', '\r\n'))))).toEqual(expected);
  expect(plan(imported('plan.html', asPage(text)))).toEqual(expected);
});

test('what was received is kept as it was, and named', () => {
  const bytes = gb18030(TEXT);
  const folder = imported('收到的.txt', bytes);
  expect(new Uint8Array(readFileSync(join(folder, 'seeds/received/收到的.txt')))).toEqual(bytes);
  expect(readFileSync(join(folder, 'seeds/收到的.txt'), 'utf8')).toBe(TEXT);
  expect(the(readPlan(folder).plan).source.received).toMatchObject({ file: '收到的.txt', form: 'gb18030' });
  expect(checkSeed(folder)).toEqual([]);
});

test('a second import changes nothing; another text is not mixed into the folder', () => {
  const folder = imported('plan.txt', TEXT);
  const before = snapshot(folder);
  const file = join(emptyFolder(), 'plan.txt');
  writeFileSync(file, TEXT);
  expect(importFile(file, folder).written).toEqual([]);
  writeFileSync(file, TEXT.replace('加强', '加大'));
  const { findings, written } = importFile(file, folder);
  expect(written).toEqual([]);
  expect(findings.map(({ problem }) => problem)).toEqual([expect.stringContaining('is not the text')]);
  expect(snapshot(folder)).toEqual(before);
});

test('each step is announced before it begins', () => {
  const file = join(emptyFolder(), 'plan.txt');
  writeFileSync(file, TEXT);
  const steps: string[] = [];
  importFile(file, emptyFolder(), { progress: (step) => steps.push(step) });
  expect(steps).toEqual([
    'reading plan.txt',
    `understanding ${TEXT.length} characters`,
    expect.stringMatching(/^writing \d+ files$/),
  ]);
});

test('damaged text is accepted on request, and listed', () => {
  const file = join(emptyFolder(), 'plan.txt');
  writeFileSync(file, TEXT.replace('(区物价局负责)', ''));
  const refused = importFile(file, emptyFolder());
  expect(refused.written).toEqual([]);
  // Nothing was written to seeds/: the line is found in the file as received.
  expect(refused.findings).toMatchObject([{ file: 'plan.txt', line: 32 }]);
  const taken = importFile(file, emptyFolder(), { accept: true });
  expect(taken.findings).toEqual([]);
  expect(taken.open.map(({ problem }) => problem)).toEqual([
    expect.stringContaining('no responsibility clause'),
  ]);
});

test('a text that cannot be read leaves nothing behind', () => {
  const folder = emptyFolder();
  const { findings, written } = importFile(join(folder, 'missing.txt'), folder);
  expect([findings.length, written]).toEqual([1, []]);
  expect(snapshot(folder)).toEqual(snapshot(emptyFolder()));
});

test('--check finds nothing in the published content', () => {
  expect(checkSeed(root)).toEqual([]);
});

test('--check lists where content differs from its seed, with file and quotation', () => {
  const folder = copyOfContent();
  edit(folder, 'content/tasks/07.md', 'measure: 4', 'measure: 5');
  edit(folder, 'content/plan.yaml', '- 2020\n', '- 2021\n');
  const found = checkSeed(folder).map(({ file, problem }) => `${file} ${problem}`);
  expect(found).toContainEqual(
    expect.stringMatching(/tasks\/07\.md task 7 is under measure 5, .* under measure 4$/),
  );
  expect(found).toContainEqual(expect.stringMatching(/plan\.yaml period\.1: .*“2021”.*“2020”/));
});

test('--check reports a received file that is not the registered one', () => {
  const folder = imported('plan.txt', gb18030(TEXT));
  writeFileSync(join(folder, 'seeds/received/plan.txt'), gb18030(TEXT.replace('加强', '加大')));
  expect(checkSeed(folder).map(({ problem }) => problem)).toEqual([
    expect.stringContaining('another file than registered'),
  ]);
});

test('the seed of the published site is the file as received', () => {
  expect(readFileSync(join(root, 'seeds', seedFile), 'utf8')).toBe(seedText);
});
