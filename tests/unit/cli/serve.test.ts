/** The server of `npm start`: as strict as a plain static host, and nothing that is asked ends it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type Served } from '../../../src/cli/serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'serve-'));
const dir = join(folder, 'dist');
let served: Served;
let origin: string;
const get = (path: string, method = 'GET') => fetch(origin + path, { redirect: 'manual', method });

/** The first line of the answer to a request as it is written on the wire. */
function rawStatus(requestLine: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    socket.on('data', (data) => (answer += String(data)));
    socket.on('error', reject).on('close', () => {
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
});

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
])('a request that begins with “%s” gets %i and leaves the server running', async (line, status) => {
  expect(await rawStatus(line)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect((await get('/plan/')).status).toBe(200);
});
