import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

/** A file of the index; `path` is relative to its folder. */
export interface IndexFile {
  path: string;
  content: Uint8Array;
}

/**
 * Makes the index the same in every build. Pagefind 1.5 writes the values of a filter, and the filters in its table of
 * contents, in an order that differs from run to run, and names the files by their bytes: here they are put in order and named
 * again. Both are CBOR, [name, [[value, [page, …]], …]] and [version, pages, chunks, [[filter, file], …], …].
 */
export function inOrder(files: IndexFile[]): IndexFile[] {
  const names = new Map<string, string>();
  const filters = files.map((file) => {
    if (!file.path.endsWith('.pf_filter')) return file;
    return renamed(file, rewritten(file, 1), names);
  });
  const contents = filters.map((file) => {
    if (!file.path.endsWith('.pf_meta')) return file;
    return renamed(file, rewritten(file, 3, names), names);
  });
  return contents
    .map((file) => {
      if (!file.path.endsWith('pagefind-entry.json')) return file;
      return { ...file, content: replaced(file.content, names) };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Stands before the CBOR in every file. */
const SIGNATURE = Buffer.from('pagefind_dcd');

/** The CBOR of a file with one of its lists in order. */
function rewritten({ path, content }: IndexFile, list: number, names = new Map<string, string>()): Buffer {
  const bytes = replaced(gunzipSync(content), names);
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE))
    throw new Error(`Search index: ${path} is not written as it was; see build/pagefind-order.ts.`);
  const [start] = itemsOf(bytes, SIGNATURE.length)[list] ?? [];
  if (start === undefined) throw new Error(`Search index: ${path} has no list at place ${list}.`);
  const items = itemsOf(bytes, start);
  const [from, to] = [items[0]?.[0] ?? 0, items.at(-1)?.[1] ?? 0];
  const sorted = items.map(([first, end]) => bytes.subarray(first, end)).sort((a, b) => Buffer.compare(a, b));
  return Buffer.concat([bytes.subarray(0, from), ...sorted, bytes.subarray(to)]);
}

/** A file under the name that its bytes give it; the name stays as long as it was. */
function renamed({ path }: IndexFile, bytes: Buffer, names: Map<string, string>): IndexFile {
  const old = /und_([0-9a-f]+)(?=\.pf_\w+$)/.exec(path);
  if (!old) throw new Error(`Search index: ${path} is not named as it was; see build/pagefind-order.ts.`);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, old[1]?.length);
  if ([...names.values()].includes(`und_${hash}`))
    throw new Error(`Search index: two files are named ${hash}.`);
  names.set(old[0], `und_${hash}`);
  return { path: path.replace(old[0], `und_${hash}`), content: gzipSync(bytes, { level: 9 }) };
}

/** Bytes with every old name replaced; names are ASCII and as long as before. */
function replaced(bytes: Uint8Array, names: Map<string, string>): Buffer {
  let text = Buffer.from(bytes).toString('latin1');
  for (const [old, name] of names) text = text.replaceAll(old, name);
  return Buffer.from(text, 'latin1');
}

/** Where the items of a CBOR list begin and end. */
function itemsOf(bytes: Buffer, at: number): [start: number, end: number][] {
  const { kind, count, next } = headOf(bytes, at);
  if (kind !== 4) throw new Error(`Search index: no list at ${at}; see build/pagefind-order.ts.`);
  const items: [number, number][] = [];
  for (let start = next; items.length < count;) {
    const end = endOf(bytes, start);
    items.push([start, end]);
    start = end;
  }
  return items;
}

/** Where an item ends: a number, a text or a list. */
function endOf(bytes: Buffer, at: number): number {
  const { kind, count, next } = headOf(bytes, at);
  if (kind === 0) return next;
  if (kind === 3) return next + count;
  return itemsOf(bytes, at).at(-1)?.[1] ?? next;
}

/** Kind and count of an item; the count follows in as many bytes as the first one says. */
function headOf(bytes: Buffer, at: number): { kind: number; count: number; next: number } {
  const first = bytes.readUInt8(at);
  const [kind, short] = [first >> 5, first & 31];
  if (short < 24) return { kind, count: short, next: at + 1 };
  if (short > 26) throw new Error(`Search index: an item of unknown length at ${at}.`);
  const length = 2 ** (short - 24);
  return { kind, count: bytes.readUIntBE(at + 1, length), next: at + 1 + length };
}
