/**
 * `npm run compress`, after a build: puts a .gz and a .br beside each file that gets smaller, for servers that send
 * such files as they are (deploy/). The same files always give the same bytes.
 */
import { existsSync, globSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What is text; pictures, archives and the files of the index are compressed already. */
const TEXTS = '**/*.{html,css,js,json,xml,svg,txt,md,csv,ics,webmanifest}';

export interface Compressed {
  files: number;
  /** Bytes of all of them as they are, and as the two kinds are sent. */
  plain: number;
  gzip: number;
  brotli: number;
}

/** Compresses the texts of a folder anew; what was compressed before is gone. */
export async function compress(root: string): Promise<Compressed> {
  for (const old of globSync('**/*.{gz,br,part}', { cwd: root })) await rm(join(root, old));
  const sum = { files: 0, plain: 0, gzip: 0, brotli: 0 };
  const names = globSync(['.well-known/*', TEXTS], { cwd: root }).sort();
  const next = async (): Promise<void> => {
    const name = names.pop();
    if (name === undefined) return;
    const file = join(root, name);
    const bytes = await readFile(file);
    const [small, smaller] = await Promise.all([asGzip(bytes), asBrotli(bytes)]);
    if (smaller.length < bytes.length && small.length < bytes.length) {
      await Promise.all([writeWhole(`${file}.gz`, small), writeWhole(`${file}.br`, smaller)]);
      sum.files++;
      sum.plain += bytes.length;
      sum.gzip += small.length;
      sum.brotli += smaller.length;
    }
    return next();
  };
  // As many at a time as Node compresses at once.
  await Promise.all([next(), next(), next(), next()]);
  return sum;
}

/** Half a compressed file would be published and sent in place of the whole one. */
async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  await writeFile(`${file}.part`, bytes);
  await rename(`${file}.part`, file);
}

async function asGzip(bytes: Buffer): Promise<Buffer> {
  const zipped = await promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION });
  // The header names the system it was made on; 255 is “unknown”. Its time is 0 already.
  zipped[9] = 255;
  return zipped;
}

function asBrotli(bytes: Buffer): Promise<Buffer> {
  return promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = process.argv[2] ?? fileURLToPath(new URL('../../dist', import.meta.url));
  if (!existsSync(root)) {
    console.error(`There is no ${root}  → npm run build`);
    process.exit(1);
  }
  const { files, ...bytes } = await compress(root);
  const [plain, gz, br] = Object.values(bytes).map((sum) => `${Math.round(sum / 1024)} KB`);
  console.log(`${files} files, ${plain}: ${gz} as gzip, ${br} as brotli`);
}
