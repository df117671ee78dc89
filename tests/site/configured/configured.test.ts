/** The site as someone else sets it up: a host, a base path, issued marks, an address that has moved. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'parse5';
import QRCode from 'qrcode';
import { expect, test } from 'vitest';
import { configured, proof, words } from '../../support/build/configured.ts';
import { attribute, elements, text } from '../../support/dist.ts';
import { htmlValidate } from '../../support/htmlvalidate.ts';

const { dist } = configured;
const root = configured.host + configured.base.replace(/\/$/, '');
const read = (file: string) => readFileSync(join(dist, file), 'utf8');
const page = (file: string) => [...elements(parse(read(file)))];
const meta = (file: string, name: string) =>
  page(file).flatMap((one) =>
    [attribute(one, 'name'), attribute(one, 'property')].includes(name) ? [attribute(one, 'content')] : [],
  )[0];

test('a moved address leads on, says where to, and is not to be found', async () => {
  const file = 'old/one/index.html';
  expect(read(file)).toContain('<meta http-equiv="refresh" content="0; url=/zwgk/fazhi/tasks/1/#s1">');
  const links = page(file).filter(({ tagName }) => tagName === 'link' || tagName === 'a');
  const canonical = links.find((one) => attribute(one, 'rel') === 'canonical');
  expect(canonical && attribute(canonical, 'href')).toBe(`${root}/tasks/1/`);
  expect(links.map((one) => attribute(one, 'href'))).toContain('/zwgk/fazhi/tasks/1/#s1');
  expect(meta(file, 'robots')).toBe('noindex');
  const report = await htmlValidate.validateString(read(file), file);
  expect(report.results.flatMap(({ messages }) => messages)).toEqual([]);
  expect(page('units/qu-jiu-ming/index.html').map(text).join()).toContain('/units/qu-fazhi-ban/');
});

test('what an office lays into public/ to prove that the site is its own is left as it is', () => {
  expect(read(proof.file)).toBe(proof.text);
});

test('the sitemap has every page and nothing that only leads on', () => {
  const map = read('sitemap-0.xml');
  expect(map).toContain(`<loc>${root}/tasks/65/</loc>`);
  for (const form of ['tasks/65.md', 'plan.md', 'llms.txt'])
    expect(map).toContain(`<loc>${root}/${form}</loc>`);
  expect(map).not.toContain('/old/one/');
  expect(map).not.toContain('404');
  expect(map).not.toContain('embed');
  expect(read('robots.txt')).toContain(`Sitemap: ${root}/sitemap-index.xml`);
});

test('a task for embedding is the page of the task to search engines, and none of the search', () => {
  const file = 'tasks/1/embed/index.html';
  const canonical = page(file).find((one) => attribute(one, 'rel') === 'canonical');
  expect(canonical && attribute(canonical, 'href')).toBe(`${root}/tasks/1/`);
  expect(meta(file, 'robots')).toBe('noindex');
  expect(read(file)).not.toContain('data-pagefind-body');
  expect(read('tasks/1/index.html')).toContain(`src="${root}/tasks/1/embed/"`.replaceAll('"', '&quot;'));
});

test('addresses that leave the site are full', () => {
  const file = 'tasks/1/index.html';
  expect(meta(file, 'Url')).toBe(`${root}/tasks/1/`);
  expect(meta(file, 'SiteDomain')).toBe('example.gov.cn');
  expect(meta(file, 'og:image')).toBe(`${root}/og/tasks/1.png`);
  expect(meta(file, 'Image')).toBe(`${root}/og/tasks/1.png`);
  expect(read(file)).toContain(`[引用日期]. ${root}/tasks/1/.`);
  expect(read('opensearch.xml')).toContain(`template="${root}/search/?q={searchTerms}"`);
});

test('a page that can be cited has one QR code, beside its citations', () => {
  for (const file of [
    'tasks/1/index.html',
    'units/qu-fazhi-ban/index.html',
    'plan/index.html',
    'about/index.html',
  ]) {
    const codes = (under: ReturnType<typeof page>) =>
      under.filter((one) => attribute(one, 'class')?.startsWith('qr '));
    const main = page(file).find(({ tagName }) => tagName === 'main');
    expect(codes(page(file)), file).toHaveLength(1);
    expect(codes(main ? [...elements(main)] : []), file).toHaveLength(file.startsWith('about') ? 0 : 1);
  }
});

test('the QR code of a page is drawn as its address is encoded', () => {
  const svg = page('tasks/1/index.html').find((one) => attribute(one, 'class')?.startsWith('qr '));
  if (!svg) throw new Error('there is no QR code');
  const [, , width] = (attribute(svg, 'viewBox') ?? '').split(' ').map(Number);
  const drawn = new Set<string>();
  for (const path of [...elements(svg)].flatMap((one) => attribute(one, 'd') ?? [])) {
    for (const [, x = '', y = '', run = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
      for (let step = 0; step < Number(run); step++) drawn.add(`${Number(x) + step - 4} ${Number(y) - 4}`);
  }
  const { modules } = QRCode.create(`${root}/tasks/1/`, { errorCorrectionLevel: 'M' });
  expect(width).toBe(modules.size + 8);
  for (let y = 0; y < modules.size; y++)
    for (let x = 0; x < modules.size; x++)
      expect(drawn.has(`${x} ${y}`), `${x} ${y}`).toBe(modules.get(y, x) === 1);
});

test('what was issued stands in the head and the foot of every page', () => {
  expect(meta('index.html', 'SiteName')).toBe('钦南法治');
  expect(meta('index.html', 'SiteIDCode')).toBe('bm01000001');
  const foot = page('index.html').find(({ tagName }) => tagName === 'footer');
  const words = foot ? text(foot) : '';
  for (const issued of [
    '主办单位：某某办公室',
    '联系方式：0777-0000000',
    '我要纠错',
    '某ICP备00000000号',
    'bm01000001',
  ])
    expect(words).toContain(issued);
});

test('every page names a picture of a shared link that is there, and tasks, units and sections their own', () => {
  const shown = globSync('**/*.html', { cwd: dist }).flatMap((file): [string, string][] => {
    const address = meta(file, 'og:image');
    // The page of a moved address only leads on.
    return address === undefined || meta(file, 'robots') === 'noindex'
      ? []
      : [[file.replaceAll('\\', '/'), address.slice(root.length)]];
  });
  expect(shown.filter(([, address]) => !existsSync(join(dist, address)))).toEqual([]);
  for (const kind of ['tasks', 'units', 'sections']) {
    const own = shown.filter(([file]) => new RegExp(`^${kind}/[^/]+/index.html$`).test(file));
    expect(own.map(([, address]) => address)).toEqual(
      own.map(([file]) => `/og/${file.replace('/index.html', '.png')}`),
    );
    expect(own.length, kind).toBeGreaterThan(kind === 'sections' ? 7 : 40);
  }
  expect(meta('documents/index.html', 'og:image')).toBe(`${root}/og/documents.png`);
});

test('without a host no page names a picture, and none is drawn for a single page', () => {
  expect(readFileSync('dist/tasks/1/index.html', 'utf8')).not.toContain('og:image');
  expect(globSync('dist/og/*/*')).toEqual([]);
});

test('/about/ says how to reach whoever runs the site, and plainly that it is not set where it is not', () => {
  const contact = (all: ReturnType<typeof page>) =>
    all
      .filter((one) => attribute(one, 'aria-labelledby') === 'contact')
      .map(text)
      .join();
  const own = [...elements(parse(readFileSync('dist/about/index.html', 'utf8')))];
  expect(contact(own)).toContain('本站没有登记联系方式。');
  const set = contact(page('about/index.html'));
  for (const said of ['某某办公室', '0777-0000000', '我要纠错']) expect(set).toContain(said);
  expect(set).not.toContain('没有登记');
});

test('every page leads to the plan that followed, says for which years this one was made, and never that it is void', () => {
  const files = globSync('**/*.html', { cwd: dist })
    .filter((file) => !file.startsWith('pagefind') && file !== proof.file)
    .filter((file) => !read(file).includes('http-equiv="refresh"'));
  expect(files.length).toBeGreaterThan(100);
  for (const file of files) {
    const lines = page(file).filter((one) => attribute(one, 'class')?.includes('successor'));
    expect(lines.map(text).join(), file).toMatch(
      /^\s*本方案为2016—2020年的方案。后续方案：\s*《后续方案（2021—2025年）[^]*》\s*（据[^]*）。\s*$/,
    );
    const links = lines.flatMap((one) => [...elements(one)]).filter(({ tagName }) => tagName === 'a');
    expect(links.map((one) => attribute(one, 'href'))).toEqual([
      'https://xin.example.gov.cn/2021/?a="><b>&c=d',
    ]);
    if (file.endsWith('offline.html') || file.includes('embed/')) continue;
    const foot = page(file).find(({ tagName }) => tagName === 'footer');
    expect(foot ? text(foot) : '', file).toContain('方案的起止年份：2016—2020年。');
  }
  for (const file of ['llms.txt', 'plan.md', 'tasks/1.md', 'units/qu-fazhi-ban.md', 'sections/1.md'])
    expect(read(file), file).toContain('后续方案：[《后续方案（2021—2025年）');
  expect(JSON.parse(read('data/plan.json'))).toMatchObject({
    period: [2016, 2020],
    successor: { url: 'https://xin.example.gov.cn/2021/?a="><b>&c=d' },
  });
});

test('pictures are the same in every build', () => {
  expect(readFileSync(join(dist, 'og/task.png')).equals(readFileSync('dist/og/task.png'))).toBe(true);
});

test('weaknesses can be reported where it is said how, and only there', () => {
  expect(read('.well-known/security.txt')).toBe(
    [
      'Contact: mailto:anquan@example.gov.cn',
      'Expires: 2027-07-01T00:00:00+08:00',
      'Preferred-Languages: zh',
      'Canonical: https://example.gov.cn/.well-known/security.txt\n',
    ].join('\n'),
  );
  expect(existsSync('dist/.well-known')).toBe(false);
});

test('hostile words of editors stay text on every page', () => {
  const operator = text(page('index.html').find(({ tagName }) => tagName === 'footer') ?? fail());
  for (const word of Object.values(words)) expect(operator).toContain(word.replaceAll('\r\n', '\n').trim());
  const progress = page('tasks/3/index.html').map(text).join();
  expect(progress).toContain(words['event handler']);
  const made: string[] = [];
  for (const file of globSync('**/*.html', { cwd: dist })) {
    for (const one of page(file)) {
      const attributes = one.attrs.filter(
        ({ name, value }) => /^on|^style$|^autofocus$/.test(name) || /^\s*javascript:/i.test(value),
      );
      made.push(...attributes.map(({ name }) => `${file}: <${one.tagName} ${name}>`));
      if (['img', 'iframe', 'object', 'embed'].includes(one.tagName)) made.push(`${file}: <${one.tagName}>`);
    }
  }
  expect(made).toEqual([]);
});

function fail(): never {
  throw new Error('there is no footer');
}
