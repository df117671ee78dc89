/** The server of `npm start`: as strict as a plain static host, and nothing that is asked ends it. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { serve, type Served } from '../../../src/cli/serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'serve-'));
const dir = join(folder, 'dist');
let served: Served;
let origin: string;
const get = (path: string, method = 'GET') => fetch(origin + path, { redirect: 'manual', method });

/** The first line of the answer to a request as it is written on the wire. */
function rawStatus(requestLine: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    socket.on('data', (data) => (answer += String(data)));
    // It may be cut off before all of the request is written.
    socket
      .on('error', () => undefined)
      .on('close', () => {
        resolve(answer.split('\r\n')[0] ?? '');
      });
    socket.write(`${requestLine}\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  });
}

beforeAll(async () => {
  mkdirSync(join(dir, 'tasks'), { recursive: true });
  writeFileSync(join(dir, 'index.html'), '首页');
  writeFileSync(join(dir, 'tasks', 'index.html'), '任务');
  writeFileSync(join(dir, '404.html'), '没有此页');
  writeFileSync(join(dir, 'source.txt'), '原文');
  writeFileSync(join(dir, 'tasks.csv'), '');
  writeFileSync(join(dir, 'tasks.md'), '');
  writeFileSync(join(folder, 'secret.txt'), '机密');
  mkdirSync(join(folder, 'dist-2'));
  writeFileSync(join(folder, 'dist-2', 'secret.txt'), '机密');
  served = await serve({ dir, base: '/plan' });
  origin = new URL(served.url).origin;
});

afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});

test('says where the site is, the base path included', () => {
  expect(served.url).toMatch(/^http:\/\/localhost:\d+\/plan\/$/);
});

test('answers at a directory with the slash', async () => {
  const response = await get('/plan/tasks/');
  expect([response.status, await response.text()]).toEqual([200, '任务']);
});

test.each([
  ['/plan', '/plan/'],
  ['/plan/tasks', '/plan/tasks/'],
  ['/plan/tasks?q=%E5%8C%BA', '/plan/tasks/?q=%E5%8C%BA'],
  ['/plan//tasks', '/plan//tasks/'],
])('sends %s on to %s', async (asked, sent) => {
  const response = await get(asked);
  expect([response.status, response.headers.get('location')]).toEqual([301, sent]);
});

test.each([
  '/',
  '/tasks/',
  '/plan/none',
  '/plan/none/',
  '/plan/404/',
  '/plan/source.txt/',
  '/plan/source',
  '/plan/%2e%2e%2fsecret.txt',
  '/plan/%2e%2e%2fdist-2%2fsecret.txt',
  '/plan/..%5csecret.txt',
  '/plan/%ff',
  '/plan/%00',
])('answers %s with the page for what is not there', async (path) => {
  const response = await get(path);
  expect([response.status, await response.text()]).toEqual([404, '没有此页']);
});

test.each([
  ['/plan/', 'text/html; charset=utf-8'],
  ['/plan/none', 'text/html; charset=utf-8'],
  ['/plan/source.txt', 'text/plain; charset=utf-8'],
  ['/plan/tasks.csv', 'text/csv; charset=utf-8'],
  ['/plan/tasks.md', 'text/markdown; charset=utf-8'],
])('calls %s %s', async (path, type) => {
  expect((await get(path)).headers.get('content-type')).toBe(type);
});

test('says so where its port is busy', async () => {
  const busy = Number(new URL(served.url).port);
  await expect(serve({ dir, port: busy })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('answers HEAD as GET, without the body', async () => {
  const response = await get('/plan/tasks/', 'HEAD');
  expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
    200,
    'text/html; charset=utf-8',
    '',
  ]);
  expect(response.headers.get('content-length')).toBe('6');
  expect((await get('/plan/none', 'HEAD')).headers.get('content-length')).toBe('12');
});

test.each(['bytes=0-1', 'bytes=-1', 'bytes=1-', 'bytes=99-', 'bytes=1-0', 'bytes=0-0,2-3', 'pages=1', ''])(
  'answers the range “%s” with the whole file, as servers may',
  async (range) => {
    const response = await fetch(`${origin}/plan/source.txt`, { headers: { Range: range } });
    expect([response.status, response.headers.get('content-range'), await response.text()]).toEqual([
      200,
      null,
      '原文',
    ]);
  },
);

test('takes no other method', async () => {
  const response = await get('/plan/tasks/', 'POST');
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test.each([
  ['GET *:99999 HTTP/1.1', 400],
  ['GET *^ HTTP/1.1', 400],
  ['GET *% HTTP/1.1', 400],
  ['GET *[ HTTP/1.1', 400],
  ['GET * HTTP/1.1', 400],
  ['GET plan/ HTTP/1.1', 400],
  ['GET http://[ HTTP/1.1', 400],
  ['GET /plan/[^%: HTTP/1.1', 404],
  ['GET //plan:99999/ HTTP/1.1', 404],
  ['GET /plan/../../secret.txt HTTP/1.1', 404],
  ['GET http://localhost/plan/ HTTP/1.1', 200],
  ['nonsense', 400],
  ['', 400],
  ['GET', 400],
  ['GET /plan/ HTTP/9.9', 400],
  ['GET /plan/\0 HTTP/1.1', 400],
  ['GET /plan/ HTTP/1.1\r\nContent-Length: -1', 400],
  ['GET /plan/ HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked', 400],
  ['GET /plan/ HTTP/1.1\r\nExpect: a miracle', 417],
  ['GET /plan/ HTTP/1.1\r\nUpgrade: websocket', 200],
  [`GET /plan/ HTTP/1.1\r\nX: ${'x'.repeat(20_000)}`, 431],
  [`GET /plan/${'x'.repeat(8000)} HTTP/1.1`, 404],
  [`GET /plan/${'../'.repeat(2000)}etc/passwd HTTP/1.1`, 404],
  ['GET /plan/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd HTTP/1.1', 404],
  ['GET /plan/..%2f..%2f..%2f..%2fetc%2fpasswd HTTP/1.1', 404],
  ['GET /plan/%252e%252e%252fsecret.txt HTTP/1.1', 404],
  ['GET /plan/..;/secret.txt HTTP/1.1', 404],
  ['GET /plan/..%00/secret.txt HTTP/1.1', 404],
  ['GET /plan/%c0%ae%c0%ae/secret.txt HTTP/1.1', 404],
  ['GET file:///etc/passwd HTTP/1.1', 404],
  ['DELETE /plan/ HTTP/1.1', 405],
  ['OPTIONS * HTTP/1.1', 405],
])('a request that begins with %j gets %i and leaves the server running', async (line, status) => {
  expect(await rawStatus(line)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect((await get('/plan/')).status).toBe(200);
});

test('a connection for a tunnel is closed, and the server goes on', async () => {
  expect(await rawStatus('CONNECT localhost:80 HTTP/1.1')).toBe('');
  expect((await get('/plan/')).status).toBe(200);
});

/** Connects, sends and then leaves the answer where it is. */
function ask(text: string): Socket {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1').on('error', () => undefined);
  socket.pause().write(text);
  onTestFinished(() => {
    socket.destroy();
  });
  return socket;
}

test('2,000 at once get what they asked for, while 200 others send their request letter by letter', async () => {
  const slow = Array.from({ length: 200 }, (_, index) =>
    ask(index % 2 === 0 ? '' : 'GET /plan/ HTTP/1.1\r\nHo'),
  );
  const timer = setInterval(() => {
    for (const socket of slow) socket.write('s');
  }, 50);
  const paths = ['/plan/', '/plan/tasks/', '/plan/source.txt', '/plan/none'];
  const wanted = ['首页', '任务', '原文', '没有此页'];
  const answers = await Promise.all(
    Array.from({ length: 2000 }, async (_, index) => (await get(paths[index % 4] ?? '')).text()),
  );
  clearInterval(timer);
  expect(answers).toEqual(answers.map((_, index) => wanted[index % 4]));
});

test('a large file that many read slowly is not held in memory for each', async () => {
  const size = 16_000_000;
  writeFileSync(join(dir, 'large.zip'), Buffer.alloc(size));
  const before = process.memoryUsage().arrayBuffers;
  const sockets = Array.from({ length: 40 }, () => ask('GET /plan/large.zip HTTP/1.1\r\nHost: a\r\n\r\n'));
  for (let waited = 0; waited < 20; waited++) {
    expect((await get('/plan/')).status).toBe(200);
    await new Promise((later) => setTimeout(later, 50));
  }
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5 * size);
  for (const socket of sockets) socket.destroy();
  expect((await (await get('/plan/large.zip')).arrayBuffer()).byteLength).toBe(size);
});

test('a file that becomes shorter while it is sent ends the answer, not the server', async () => {
  const file = join(dir, 'shorter.zip');
  writeFileSync(file, Buffer.alloc(30_000_000));
  const response = await get('/plan/shorter.zip');
  truncateSync(file, 1000);
  await expect(response.arrayBuffer()).rejects.toThrow();
  expect((await get('/plan/')).status).toBe(200);
});

test('those who ask and go away at once leave no open file and no complaint behind', async () => {
  const said = vi.spyOn(console, 'error');
  const openFiles = () => readdirSync('/proc/self/fd').length;
  const before = process.platform === 'linux' ? openFiles() : 0;
  for (let round = 0; round < 10; round++) {
    const sockets = Array.from({ length: 50 }, () => ask('GET /plan/large.zip HTTP/1.1\r\nHost: a\r\n\r\n'));
    await new Promise((later) => setTimeout(later, round));
    for (const socket of sockets) socket.destroy();
  }
  expect((await get('/plan/')).status).toBe(200);
  if (process.platform === 'linux') await expect.poll(openFiles).toBeLessThan(before + 20);
  expect(said).not.toHaveBeenCalled();
});
