/** Decodes a text in one of the encodings in use, and names it. */

/** Characters that most official texts use, in both scripts: of several readings the one with most of them is right. */
const FREQUENT = new Set(
  '的一是不在有和人中大为為上个個国國民市县縣区區局委工作任务務责責单單位牵牽头頭部门門年月日底前推进進完成建设設发發展管理服务實实施加强強负負配合，。、：；（）',
);

/** Text with the name of its encoding: that of a byte-order mark, otherwise the one in which it reads as Chinese. */
export function decode(bytes: Uint8Array): { text: string; encoding: string } | undefined {
  const read = (encoding: string, name = encoding, from = 0) => {
    try {
      const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes.subarray(from));
      return { text, encoding: name };
    } catch {
      return undefined;
    }
  };
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return read('utf-8', 'utf-8 with BOM', 3);
  if (first === 0xff && second === 0xfe) return read('utf-16le', 'utf-16le', 2);
  if (first === 0xfe && second === 0xff) return read('utf-16be', 'utf-16be', 2);
  const utf8 = bytes.includes(0) ? undefined : read('utf-8');
  if (utf8) return utf8;
  const wide = bytes.length % 2 === 0 ? [read('utf-16le'), read('utf-16be')] : [];
  const narrow = bytes.includes(0) ? [] : [read('gb18030'), read('big5')];
  const readable = [...narrow, ...wide].filter((one) => one !== undefined);
  const scored = readable.map((one) => ({ ...one, score: frequency(one.text) }));
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (most, one) => (most === undefined || one.score > most.score ? one : most),
    undefined,
  );
  return best && { text: best.text, encoding: best.encoding };
}

/** The share of frequent characters in the beginning of a text. */
function frequency(text: string): number {
  const sample = [...text.slice(0, 20_000)];
  return sample.filter((character) => FREQUENT.has(character)).length / Math.max(1, sample.length);
}
