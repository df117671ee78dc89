/** What the real nginx answers, set up as deploy/nginx says, for the site below a path. */
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { configured } from '../../support/build/configured.ts';
import { hasBrotli, hasNginx, startNginx, type Nginx } from '../../support/nginx.ts';

const { base, dist } = configured;
const files = globSync('**/*', { cwd: dist, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(dist.length + 1)
      .replaceAll('\\', '/'),
  )
  .filter((file) => !/\.(?:gz|br)$/.test(file))
  .sort();

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

function ask(url: string, method = 'GET', headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((done, failed) => {
    const sent = request(url, { method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) });
      });
    });
    sent.on('error', failed).end();
  });
}

/** Sends a path as it is written: no client tidies it up. */
function askRaw(port: number, path: string): Promise<string> {
  return new Promise((done, failed) => {
    let said = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    });
    socket.on('data', (part) => (said += part.toString())).on('error', failed);
    socket.on('close', () => {
      done(said);
    });
  });
}

describe.runIf(hasNginx).each([{ at: base }, { at: '/' }])('nginx with the site at $at', ({ at }) => {
  let nginx: Nginx;
  beforeAll(async () => {
    nginx = await startNginx({ dir: dist, base: at });
  });
  afterAll(() => nginx.close());
  const get = (address: string, headers?: Record<string, string>) => ask(nginx.url + address, 'GET', headers);

  test('sends every file as it is, with its type, whether compressed or not', async () => {
    const untyped: string[] = [];
    for (const file of files) {
      const bytes = readFileSync(join(dist, file));
      const address = file
        .replace(/(^|\/)index\.html$/, '$1')
        .split('/')
        .map(encodeURIComponent)
        .join('/');
      const { status, headers, body } = await get(address);
      expect({ file, status, same: body.equals(bytes) }).toEqual({ file, status: 200, same: true });
      expect(headers['content-encoding'], file).toBe(undefined);
      if (headers['content-type'] === 'application/octet-stream') untyped.push(file);
      if (!existsSync(join(dist, `${file}.gz`))) continue;
      const zipped = await get(address, { 'Accept-Encoding': 'gzip' });
      expect(zipped.headers['content-encoding'], file).toBe('gzip');
      expect(zipped.headers.vary, file).toBe('Accept-Encoding');
      expect(gunzipSync(zipped.body).equals(bytes), file).toBe(true);
      if (!hasBrotli) continue;
      const smaller = await get(address, { 'Accept-Encoding': 'gzip, deflate, br' });
      expect(smaller.headers['content-encoding'], file).toBe('br');
      expect(smaller.headers['content-type'], file).toBe(headers['content-type']);
      expect(brotliDecompressSync(smaller.body).equals(bytes), file).toBe(true);
    }
    // Pieces of the search index have no type of their own.
    expect(untyped.filter((file) => !file.startsWith('pagefind/'))).toEqual([]);
  });

  test('keeps for a year what never changes, and asks again for all else', async () => {
    const cached = new Map<string, string[]>();
    for (const file of files) {
      const { headers } = await ask(nginx.url + encodeURI(file), 'HEAD');
      const rule = headers['cache-control'] ?? 'none';
      cached.set(rule, [...(cached.get(rule) ?? []), file]);
    }
    expect([...cached.keys()].sort()).toEqual(['no-cache', 'public, max-age=31536000, immutable']);
    const kept = cached.get('public, max-age=31536000, immutable') ?? [];
    // A hash of what is in it stands in each name.
    expect(
      kept.filter((file) => !/^_astro\/.*[.-][\w-]{8}\.\w+$|^pagefind\/.*und_[0-9a-f]{7,}\./.test(file)),
    ).toEqual([]);
    expect(cached.get('no-cache')).toContain('sw.js');
    expect(cached.get('no-cache')?.filter((file) => file.startsWith('_astro/'))).toEqual([]);
  });

  test('says the same of a file that has not changed: a browser keeps what it is told then', async () => {
    for (const address of [
      '',
      'tasks/1/',
      'timeline/embed/',
      'sw.js',
      'data/plan.json',
      'timeline/timeline.svg',
    ]) {
      const first = await get(address, { 'Accept-Encoding': 'br' });
      const again = await get(address, {
        'Accept-Encoding': 'br',
        'If-None-Match': first.headers.etag ?? '',
      });
      expect(again.status, address).toBe(304);
      const told = ({ headers }: Answer) =>
        Object.fromEntries(
          Object.entries(headers).filter(([name]) => !/^(?:content-(?!sec)|accept-|date|vary)/.test(name)),
        );
      expect(told(again), address).toEqual(told(first));
    }
  });

  test('sets the headers of safety on every answer', async () => {
    for (const address of [
      '',
      'tasks/1/',
      'none',
      'tasks/1',
      'sw.js',
      'data/plan.json',
      'timeline/timeline.svg',
    ]) {
      const { headers } = await get(address);
      expect(headers['x-content-type-options'], address).toBe('nosniff');
      // The page that a search leads to reads where its reader comes from.
      expect(headers['referrer-policy'], address).toBe('same-origin');
      expect(headers['permissions-policy'], address).toContain('geolocation=()');
      expect(headers['x-frame-options'], address).toBe('DENY');
      expect(headers['content-security-policy'], address).toContain(`frame-ancestors 'none'`);
      expect(headers['set-cookie'], address).toBe(undefined);
      expect(headers.server, address).toBe('nginx');
    }
    const page = (await get('tasks/1/')).headers['content-security-policy'] ?? '';
    expect(page).toContain(`base-uri 'none'`);
    // What a build may change stands in the page alone.
    expect(page).not.toMatch(/sha256|script-src|default-src|unsafe-inline/);
    expect((await get('sw.js')).headers['content-security-policy']).toContain(`connect-src 'self'`);
    expect((await get('timeline/timeline.svg')).headers['content-security-policy']).toContain(
      `default-src 'none'`,
    );
  });

  test('lets only pages for embedding stand in a frame', async () => {
    const embeds = files.filter((file) => file.includes('embed/'));
    expect(embeds.length).toBeGreaterThan(1);
    for (const file of embeds) {
      const { headers } = await get(file.replace(/index\.html$/, ''));
      expect(headers['content-security-policy'], file).toContain('frame-ancestors *');
      expect(headers['x-frame-options'], file).toBe(undefined);
    }
    expect((await get('timeline/embed/none')).headers['x-frame-options']).toBe('DENY');
  });

  test('lets pages of other hosts read the data, and nothing else', async () => {
    for (const address of [
      'data/plan.json',
      'data/tasks/1.json',
      'data/tasks.csv',
      'feed.xml',
      'calendar.ics',
      'tasks/1.md',
      'llms.txt',
    ])
      expect((await get(address)).headers['access-control-allow-origin'], address).toBe('*');
    for (const address of ['', 'tasks/1/', 'sw.js', 'jump.json'])
      expect((await get(address)).headers['access-control-allow-origin'], address).toBe(undefined);
  });

  test('completes an address that lacks its slash, without naming a host', async () => {
    const places = ['tasks/1', 'search?q=%E5%8C%BA&unit=x', 'timeline/embed'].map((one) => at + one);
    if (at !== '/') places.push(at.slice(0, -1), `${at.slice(0, -1)}?q=1`);
    for (const place of places) {
      const { status, headers } = await ask(new URL(place, nginx.url).href, 'GET', { Host: 'other.invalid' });
      expect(status, place).toBe(301);
      expect(headers.location).toBe(place.replace(/(\?|$)/, '/$1'));
    }
  });

  test('has the 404 page, with its status, for whatever is not there', async () => {
    const missing = readFileSync(join(dist, '404.html'));
    const compressed = ['index.html.gz', 'index.html.br'];
    for (const address of [
      'none',
      'tasks/66/',
      '_astro/none.js',
      'data/units/',
      '_astro/',
      '.well-known/none',
      ...compressed,
    ]) {
      const { status, headers, body } = await get(address);
      expect({ address, status, same: body.equals(missing) }).toEqual({ address, status: 404, same: true });
      expect(headers['cache-control'], address).toBe('no-cache');
    }
  });

  test('gives nothing from outside its folder', async () => {
    const port = Number(new URL(nginx.url).port);
    const up = ['../', '..%2f', '%2e%2e/', '%2e%2e%2f', '..\\', '....//', '..;/', '%c0%ae%c0%ae/', '..%00/'];
    for (const step of up) {
      for (const depth of [1, 2, 3, 8]) {
        for (const file of ['content/plan.yaml', 'nginx.conf', 'etc/passwd']) {
          const said = await askRaw(port, `${at}${step.repeat(depth)}${file}`);
          expect(said, `${step} ${depth} ${file}`).toMatch(/^HTTP\/1\.1 (?:400|404) /);
        }
      }
    }
    if (at !== '/') {
      // The mistake that an alias without its slash makes.
      expect(await askRaw(port, `${at.slice(0, -1)}../content/plan.yaml`)).toMatch(/^HTTP\/1\.1 404 /);
      expect((await ask(new URL('/tasks/1/', nginx.url).href)).status).toBe(404);
    }
    expect(await askRaw(port, `${at}%0d%0aSet-Cookie:x=1`)).not.toMatch(/^Set-Cookie/im);
    expect(await askRaw(port, `${at}tasks%0d%0aSet-Cookie:%20x=1`)).not.toMatch(/^Set-Cookie/im);
  });

  test('takes GET and HEAD only', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
      for (const address of ['', 'tasks/1/', 'data/plan.json', 'none'])
        expect((await ask(nginx.url + address, method)).status, `${method} ${address}`).toBe(405);
    }
    const { status, body, headers } = await ask(`${nginx.url}tasks/1/`, 'HEAD');
    expect({ status, bytes: body.length }).toEqual({ status: 200, bytes: 0 });
    expect(Number(headers['content-length'])).toBeGreaterThan(1000);
  });

  test('has nothing to warn of', () => {
    expect(nginx.complaints().match(/^.*\[(?:warn|crit|alert|emerg)\].*$/gm)).toBe(null);
  });
});

test.runIf(hasNginx)(
  'files that begin with a dot are not there, what is public by its name aside',
  async () => {
    const dir = mkdtempSync(join(tmpdir(), 'hidden-'));
    for (const file of [
      'index.html',
      '404.html',
      '.env',
      '.git/config',
      'tasks/.hidden',
      '.well-known/security.txt',
    ]) {
      mkdirSync(dirname(join(dir, file)), { recursive: true });
      writeFileSync(join(dir, file), file);
    }
    const nginx = await startNginx({ dir, base });
    onTestFinished(async () => {
      await nginx.close();
      rmSync(dir, { recursive: true });
    });
    for (const address of ['.env', '.git/config', '.git/', 'tasks/.hidden', 'tasks/%2ehidden'])
      expect((await ask(nginx.url + address)).body.toString(), address).toBe('404.html');
    const root = new URL('/', nginx.url).href;
    for (const url of [nginx.url, root]) {
      const { status, headers, body } = await ask(`${url}.well-known/security.txt`);
      expect([status, headers['content-type'], body.toString()]).toEqual([
        200,
        'text/plain; charset=utf-8',
        '.well-known/security.txt',
      ]);
    }
  },
);

test.runIf(hasNginx).each([{ at: base }, { at: '/' }])(
  'a link among the files of the site at $at leads nowhere',
  async ({ at }) => {
    const dir = mkdtempSync(join(tmpdir(), 'links-'));
    const secret = join(dir, 'secret');
    const site = join(dir, 'site');
    mkdirSync(join(secret, 'folder'), { recursive: true });
    mkdirSync(join(site, '.well-known'), { recursive: true });
    for (const file of [
      'site/index.html',
      'site/404.html',
      'secret/security.txt',
      'secret/folder/index.html',
    ])
      writeFileSync(join(dir, file), file);
    symlinkSync(join(secret, 'security.txt'), join(site, 'file.txt'));
    symlinkSync(join(secret, 'security.txt'), join(site, '.well-known/security.txt'));
    symlinkSync(join(secret, 'folder'), join(site, 'folder'));
    const nginx = await startNginx({ dir: site, base: at, brotli: false });
    onTestFinished(async () => {
      await nginx.close();
      rmSync(dir, { recursive: true });
    });
    expect((await ask(nginx.url)).body.toString()).toBe('site/index.html');
    const root = new URL('/', nginx.url).href;
    for (const url of [
      ...['file.txt', 'folder', 'folder/', 'folder/index.html'].map((address) => nginx.url + address),
      `${root}.well-known/security.txt`,
    ]) {
      const { status, body } = await ask(url);
      expect(body.toString(), url).not.toContain('secret/');
      expect([403, 404], url).toContain(status);
    }
  },
);
