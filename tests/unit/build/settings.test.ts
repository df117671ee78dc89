/** A13: where the site will be and which plan it shows, or one message that names each variable, its value and what to write. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from '../../../src/build/settings.ts';
import { buildSite } from '../../support/build/build-site.ts';
import { emptyFolder } from '../../support/helpers.ts';

test.each([
  [{}, { site: undefined, base: '/' }],
  [
    { SITE_URL: '', BASE_PATH: '' },
    { site: undefined, base: '/' },
  ],
  [{ BASE_PATH: '/' }, { site: undefined, base: '/' }],
  [{ SITE_URL: 'http://localhost:8080/' }, { site: 'http://localhost:8080/', base: '/' }],
  [
    { SITE_URL: 'https://example.gov.cn', BASE_PATH: '/zwgk/fazhi_2.0' },
    { site: 'https://example.gov.cn', base: '/zwgk/fazhi_2.0' },
  ],
  [
    { SITE_URL: 'https://政府.cn', BASE_PATH: '/~a/' },
    { site: 'https://政府.cn', base: '/~a/' },
  ],
])('%j is an address', (variables, address) => {
  expect(readSettings(variables)).toEqual({ ...address, planFolder: undefined });
});

test.each([
  ...[
    'zwgk/',
    './zwgk/',
    '/../zwgk/',
    '/zwgk/../',
    '/./',
    '/.hidden/',
    '//host/',
    '/a//b/',
    '/a/?b',
    '/a/#b',
  ],
  ...['/a b/', ' /a/', '/a/\n', '/a%20b/', '/政府/', '/a\\b/', '/"/', '/<a>/', 'https://example.gov.cn/'],
])('the path %j is refused by name', (BASE_PATH) => {
  expect(() => readSettings({ BASE_PATH })).toThrow(
    `BASE_PATH is ${JSON.stringify(BASE_PATH)}  → write a path like /zwgk/fazhi/`,
  );
});

test.each([
  ...[
    'example.gov.cn',
    '//example.gov.cn',
    'ftp://example.gov.cn',
    'javascript:alert(1)',
    '/zwgk/',
    'https://',
  ],
  ...[
    'https://example.gov.cn/zwgk/',
    'https://example.gov.cn/?a',
    'https://example.gov.cn#a',
    'https://a:b@c.cn',
  ],
  ...['https://a b.cn', 'https://a.cn\n', 'https://a.cn:99999', 'https://a.cn\\b', 'https://a.cn//'],
])('the host %j is refused by name', (SITE_URL) => {
  expect(() => readSettings({ SITE_URL })).toThrow(
    `SITE_URL is ${JSON.stringify(SITE_URL)}  → write scheme and host alone, like https://example.gov.cn`,
  );
});

test('the folder of a plan is named from where the command was given', () => {
  const INIT_CWD = emptyFolder();
  expect(readSettings({ INIT_CWD, PLAN_DIR: '.' }).planFolder).toBe(INIT_CWD);
  expect(readSettings({ INIT_CWD, PLAN_DIR: '' }).planFolder).toBeUndefined();
});

test('the folder of a plan that is missing, or a file, is refused by name', () => {
  const INIT_CWD = emptyFolder();
  writeFileSync(join(INIT_CWD, 'plan.docx'), '');
  for (const PLAN_DIR of ['plan', 'plan/../../nowhere', 'plan.docx', 'plan.docx/'])
    expect(() => readSettings({ INIT_CWD, PLAN_DIR })).toThrow(
      `PLAN_DIR is ${JSON.stringify(PLAN_DIR)}, and ${resolve(INIT_CWD, PLAN_DIR)} is no folder  → `,
    );
});

test('the folder with the content is not taken for the folder of a plan', () => {
  const INIT_CWD = emptyFolder();
  mkdirSync(join(INIT_CWD, 'content'));
  expect(() => readSettings({ INIT_CWD, PLAN_DIR: 'content' })).toThrow(
    `PLAN_DIR is "content": this is the folder content/ of a plan  → name the folder above it: ${INIT_CWD}`,
  );
});

test('the build says all of it at once, without a stack trace, and builds nothing', async () => {
  const outDir = join(emptyFolder(), 'dist');
  const plan = join(emptyFolder(), 'nowhere');
  const env = { SITE_URL: 'https://example.gov.cn/zwgk/', BASE_PATH: '/../' };
  const said = await buildSite({ plan, outDir, env }).then(String, String);
  expect(said).toContain('The site was not built');
  expect(said).toContain('SITE_URL is "https://example.gov.cn/zwgk/"');
  expect(said).toContain('BASE_PATH is "/../"');
  expect(said).toContain(`PLAN_DIR is ${JSON.stringify(plan)}`);
  expect(said).not.toMatch(/^ +at |node:internal/m);
  expect([outDir, plan].filter((folder) => existsSync(folder))).toEqual([]);
});
