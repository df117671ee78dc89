/** Files compressed for the server: always the same bytes, and only where they get smaller. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { compress } from '../../../src/cli/compress.ts';
import { numbers } from '../../support/helpers.ts';

test('texts get a .gz and a .br that hold them, whenever and wherever they are made', async () => {
  const text = '法治政府建设'.repeat(200);
  const made = [];
  for (const name of ['a', 'b']) {
    const dir = mkdtempSync(join(tmpdir(), `compress-${name}-`));
    onTestFinished(() => {
      rmSync(dir, { recursive: true });
    });
    mkdirSync(join(dir, '.well-known'));
    for (const file of ['index.html', '.well-known/security.txt', 'picture.png'])
      writeFileSync(join(dir, file), text);
    writeFileSync(join(dir, 'tiny.json'), '[]');
    // Left over from an earlier time.
    writeFileSync(join(dir, 'gone.html.br'), 'old');
    expect(await compress(dir)).toMatchObject({ files: 2, plain: 2 * Buffer.byteLength(text) });
    // A second time changes nothing.
    await compress(dir);
    const read = (file: string) => readFileSync(join(dir, file));
    const [zipped, smaller] = [read('index.html.gz'), read('index.html.br')];
    expect([gunzipSync(zipped).toString(), brotliDecompressSync(smaller).toString()]).toEqual([text, text]);
    // No time, no system.
    expect([...zipped.subarray(4, 8), zipped[9]]).toEqual([0, 0, 0, 0, 255]);
    for (const file of ['picture.png.gz', 'tiny.json.gz', 'gone.html.br', 'index.html.gz.gz'])
      expect(existsSync(join(dir, file)), file).toBe(false);
    made.push(Buffer.concat([zipped, smaller, read('.well-known/security.txt.gz')]).toString('hex'));
  }
  expect(made[0]).toBe(made[1]);
});

test.runIf(process.platform === 'linux')('a full disk leaves no half of a compressed file', () => {
  const dir = mkdtempSync(join(tmpdir(), 'compress-full-'));
  onTestFinished(() => {
    rmSync(dir, { recursive: true });
  });
  const below = numbers(3);
  const text = Array.from({ length: 100_000 }, () => String.fromCharCode(0x4e00 + below(5000))).join('');
  writeFileSync(join(dir, 'large.html'), text);
  writeFileSync(join(dir, 'small.html'), '小'.repeat(1000));
  // No file may become larger than 100 KB.
  const command = `ulimit -f 100; exec "$0" src/cli/compress.ts "$1"`;
  expect(spawnSync('bash', ['-c', command, process.execPath, dir]).status).not.toBe(0);
  expect(globSync('large.html.*', { cwd: dir }).filter((name) => !name.endsWith('.part'))).toEqual([]);
});
