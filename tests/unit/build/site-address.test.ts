/** A13: where the site will be, or one message that names the variable, its value and what to write. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { siteAddress } from '../../../src/build/site-address.ts';
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
  expect(siteAddress(variables)).toEqual(address);
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
  expect(() => siteAddress({ BASE_PATH })).toThrow(
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
  expect(() => siteAddress({ SITE_URL })).toThrow(
    `SITE_URL is ${JSON.stringify(SITE_URL)}  → write scheme and host alone, like https://example.gov.cn`,
  );
});

test('the build says all of it at once, without a stack trace, and builds nothing', async () => {
  const outDir = join(emptyFolder(), 'dist');
  const env = { SITE_URL: 'https://example.gov.cn/zwgk/', BASE_PATH: '/../' };
  const said = await buildSite({ outDir, env }).then(String, String);
  expect(said).toContain('The site was not built');
  expect(said).toContain('SITE_URL is "https://example.gov.cn/zwgk/"');
  expect(said).toContain('BASE_PATH is "/../"');
  expect(said).not.toMatch(/^ +at |node:internal/m);
  expect(existsSync(outDir)).toBe(false);
});
