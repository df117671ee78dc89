/** A13: what is written under `site` in plan.yaml can be published as it is: addresses on one line, pictures that are there. */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyOfContent, findingsIn } from '../../support/helpers.ts';

/** The findings of our own plan with these lines under `site`. */
function findingsWith(site: string, pictures: string[] = []): string[] {
  const folder = copyOfContent();
  mkdirSync(join(folder, 'public/marks'), { recursive: true });
  for (const name of pictures) writeFileSync(join(folder, 'public', name), '<svg/>');
  appendFileSync(join(folder, 'content/plan.yaml'), `site:\n${site.replace(/^/gm, '  ')}\n`);
  return findingsIn(folder);
}

const EXPIRES = `expires: '2027-07-01T00:00:00+08:00'`;

test.each([
  ['mark: {text: 党政机关, url: "https://example.gov.cn/\\nmark"}', 'site.mark.url'],
  ['icp: {text: 某ICP备, url: "https://example.gov.cn/\\r\\nX: y"}', 'site.icp.url'],
  ['police: {text: 某公网安备, url: "https://example.gov.cn/\\n"}', 'site.police.url'],
  ['contact: [{text: 来信, url: "https://example.gov.cn/a\\tb"}]', 'site.contact.url'],
  ['report: "https://example.gov.cn/\\njiucuo"', 'site.report'],
  [`security: {contact: "mailto:a@example.gov.cn\\nExpires: never", ${EXPIRES}}`, 'site.security.contact'],
  [`security: {contact: "tel:0000 000", ${EXPIRES}}`, 'site.security.contact'],
])('an address with a line break or blank is refused: %s', (site, field) => {
  expect(findingsWith(site)).toEqual([
    expect.stringMatching(
      `content/plan.yaml:\\d+  ${field}: must be an address without blanks and line breaks`,
    ),
  ]);
});

test.each([
  ['mark: {text: 党政机关, image: /marks/gov.png}', '/marks/gov.png'],
  ['icp: {text: 某ICP备, image: /icp.svg}', '/icp.svg'],
  ['police: {text: 某公网安备, image: /公安.png}', '/公安.png'],
  ['contact: [{text: 电话}, {text: 来信, image: /mail.gif}]', '/mail.gif'],
])('a picture has to be in public/: %s', (site, image) => {
  expect(findingsWith(site)).toEqual([
    expect.stringMatching(`content/plan.yaml:\\d+  there is no file public${image}  → put the picture there`),
  ]);
  expect(findingsWith(site, [image])).toEqual([]);
});

test.each(['/../seeds/a.png', '/marks/../a.png', '//host/a.png', '/a b.png', '/a%2Fb.png', '/a.png?b.png'])(
  'a picture outside of public/ or with an odd name is refused: %s',
  (image) => {
    expect(findingsWith(`mark: {text: 党政机关, image: '${image}'}`)).toEqual([
      expect.stringContaining('site.mark.image: must be a file in public/'),
    ]);
  },
);

/** The findings of our own plan with a plan that followed. */
function findingsWithSuccessor(successor: string): string[] {
  const folder = copyOfContent();
  appendFileSync(join(folder, 'content/plan.yaml'), `successor: ${successor}\n`);
  return findingsIn(folder);
}

test.each([
  ['{title: 后续方案, url: "javascript:alert(1)", source: 前言}', 'successor.url'],
  ['{title: 后续方案, url: "data:text/html,x", source: 前言}', 'successor.url'],
  ['{title: 后续方案, url: /plan/, source: 前言}', 'successor.url'],
  ['{title: 后续方案, url: "https://example.gov.cn/\\njavascript:", source: 前言}', 'successor.url'],
  ['{title: "", url: "https://example.gov.cn/", source: 前言}', 'successor.title'],
  ['{title: "后续\\n方案", url: "https://example.gov.cn/", source: 前言}', 'successor.title'],
  ['{title: 后续方案, url: "https://example.gov.cn/"}', 'successor.source'],
])('a plan that followed has a title, a web address and a source: %s', (successor, field) => {
  expect(findingsWithSuccessor(successor)).toEqual([expect.stringContaining(`${field}:`)]);
});

test('a plan that followed may be named', () => {
  expect(findingsWithSuccessor('{title: 后续方案, url: "https://example.gov.cn/", source: 前言}')).toEqual(
    [],
  );
});
