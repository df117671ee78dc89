/**
 * `npm run bench:pages -- [DIR] [COUNT]`: lists the largest pages of a built site, dist/ by default, as a server with
 * brotli sends them, and the jump box's list with them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const [dist = fileURLToPath(new URL('../../dist', import.meta.url)), count = '25'] = process.argv.slice(2);

/** Nginx compresses files once, at the best level (deploy/); that takes minutes for thousands of pages, and gains a tenth. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

const rows = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html') || name === 'jump.json')
  .map((page) => {
    const bytes = readFileSync(join(dist, page));
    return {
      page,
      KB: kilobytes(bytes.length),
      'brotli KB': kilobytes(brotliCompressSync(bytes, QUALITY).length),
    };
  })
  .sort((a, b) => b['brotli KB'] - a['brotli KB']);
console.table(rows.slice(0, Number(count)));

function kilobytes(bytes: number): number {
  return Math.round(bytes / 100) / 10;
}
