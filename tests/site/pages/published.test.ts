/** What was published stays: tests/support/published.json against dist/. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { broken, correctionsAt, idsOf, readPublished, type Published } from '../../../src/cli/published.ts';
import { readPlan } from '../../../src/assemble/read-plan.ts';
import { copyOfContent } from '../../support/helpers.ts';

const { plan } = readPlan(process.cwd());
if (!plan) throw new Error('The content has findings: npm run build names them.');
const now = readPublished(
  'dist',
  plan.corrections.map(({ id }) => id),
  plan.redirects,
);
const before = JSON.parse(readFileSync('tests/support/published.json', 'utf8')) as Published;

test('no published address or id is gone, and no words have changed without a correction', () => {
  expect(broken(before, now, plan.redirects, correctionsAt('dist', plan.corrections))).toEqual([]);
});

test('what people cite is in the manifest: every sentence, clause, measure, document, correction and line', () => {
  const of = (address: string) => Object.keys(before.addresses[address] ?? {});
  for (const { number, paragraphs } of plan.tasks) {
    const sentences = paragraphs.flatMap((one) => one.sentences.map(({ id }) => id));
    expect(of(`/tasks/${number}/`)).toEqual(expect.arrayContaining([...sentences, 'duty']));
  }
  for (const { number, measures } of plan.sections)
    expect(of(`/sections/${number}/`)).toEqual(
      expect.arrayContaining(measures.map((measure) => `measure-${measure.number}`)),
    );
  expect(of('/documents/')).toEqual(expect.arrayContaining(plan.documents.map(({ id }) => id)));
  for (const { id } of plan.units) expect(before.addresses).toHaveProperty([`/units/${id}/`]);
  expect(of('/plan/')).toEqual(expect.arrayContaining(['L7', 'task-65', 'measure-41', 'section-8']));
  expect(before.corrections.length).toBeGreaterThan(0);
});

const page = (words: string) =>
  `<p data-voice="source" data-line="8"><span id="s1">${words}<i data-voice="site">疑为</i></span></p><div id="c1"></div>`;
const site = (addresses: Published['addresses'], corrections: number[] = [1]): Published => ({
  note: '',
  corrections,
  addresses,
});
const was = site({ '/tasks/1/': idsOf(page('原文。')), '/old/': {} });

test('the words of an id are the government’s alone', () => {
  expect(idsOf(page('原文。'))).toEqual({ s1: expect.stringMatching(/^[0-9a-f]{16}$/) as string, c1: null });
  expect(idsOf(page('原文。').replace('疑为', '疑'))).toEqual(idsOf(page('原文。')));
});

test.each<[what: string, now: Published, corrections: number[], problem: RegExp | undefined]>([
  ['nothing', was, [], undefined],
  ['more', site({ ...was.addresses, '/new/': {} }), [], undefined],
  ['a page less', site({ '/old/': {} }), [], /^\/tasks\/1\/ is gone .*redirects/],
  ['an id less', site({ '/tasks/1/': { c1: null }, '/old/': {} }), [], /#s1 is gone/],
  [
    'other words',
    site({ '/tasks/1/': idsOf(page('别的。')), '/old/': {} }),
    [1],
    /#s1 have changed .*corrections/,
  ],
  [
    'other words, corrected',
    site({ '/tasks/1/': idsOf(page('别的。')), '/old/': {} }, [1, 2]),
    [2],
    undefined,
  ],
  [
    'other words, corrected elsewhere',
    site({ '/tasks/1/': idsOf(page('别的。')), '/old/': {} }, [1, 2]),
    [],
    /#s1/,
  ],
])('%s: broken or not', (_, site, corrections, problem) => {
  const problems = broken(was, site, [], () => corrections);
  if (problem === undefined) expect(problems).toEqual([]);
  else expect(problems).toEqual([expect.stringMatching(problem) as string]);
});

test('an address may move where a redirect leads to a page that is there', () => {
  const gone = site({ '/tasks/1/': was.addresses['/tasks/1/'] ?? {} });
  const to = (address: string) => broken(was, gone, [{ from: '/old/', to: address }], () => []);
  expect(to('/tasks/1/#s1')).toEqual([]);
  expect(to('/none/')).toEqual([expect.stringContaining('/none/') as string]);
});

test('another plan has a list of its own, in its folder; ours is left alone', () => {
  const [folder, ours] = [copyOfContent(), readFileSync('tests/support/published.json')];
  const publish = () =>
    spawnSync(process.execPath, ['src/cli/publish-manifest.ts'], {
      encoding: 'utf8',
      env: { ...process.env, PLAN_DIR: folder },
    });
  expect(publish().stdout).toMatch(/published\.json: \d+ addresses\n$/);
  const list = join(folder, 'published.json');
  const written = JSON.parse(readFileSync(list, 'utf8')) as Published;
  expect(written.addresses).toEqual(now.addresses);
  writeFileSync(list, JSON.stringify({ ...written, addresses: { ...written.addresses, '/old/': {} } }));
  expect(publish()).toMatchObject({ status: 1, stdout: '' });
  expect(publish().stderr).toMatch(/published\.json was left as it is:\n\/old\/ is gone/);
  expect(readFileSync('tests/support/published.json')).toEqual(ours);
});
