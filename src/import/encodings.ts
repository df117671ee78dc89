/** Decodes a text in one of the encodings in use, and names it. */

/** Characters that most official texts use, in both scripts: of several readings the one with most of them is right. */
const FREQUENT = new Set(
  '的一是不在有和人中大为為上个個国國民市县縣区區局委工作任务務责責单單位牵牽头頭部门門年月日底前推进進完成建设設发發展管理服务實实施加强強负負配合，。、：；（）',
);

/** What a text in the right encoding has at least; of one in a wrong encoding hardly any character is frequent. */
const LEAST_SHARE = 0.05;

/**
 * Text with the name of its encoding: that of a byte-order mark, otherwise the one in which it reads as Chinese. Where it reads
 * so in one but for some bytes, these are U+FFFD.
 */
export function decode(bytes: Uint8Array): { text: string; encoding: string } | undefined {
  const read = (encoding: string, { name = encoding, from = 0, fatal = true } = {}) => {
    try {
      const text = new TextDecoder(encoding, { fatal, ignoreBOM: true }).decode(bytes.subarray(from));
      return { text, encoding: name };
    } catch {
      return undefined;
    }
  };
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf)
    return read('utf-8', { name: 'utf-8 with BOM', from: 3 });
  if (first === 0xff && second === 0xfe) return read('utf-16le', { from: 2 });
  if (first === 0xfe && second === 0xff) return read('utf-16be', { from: 2 });
  const hasNul = bytes.includes(0);
  const utf8 = read('utf-8');
  if (utf8 && !hasNul) return utf8;
  const wide = bytes.length % 2 === 0 ? ['utf-16le', 'utf-16be'] : [];
  const narrow = hasNul ? ['utf-8', 'gb18030'] : ['gb18030', 'big5'];
  const whole = mostChinese([...narrow, ...wide].map((encoding) => read(encoding)));
  return (
    whole ?? mostChinese(['utf-8', 'gb18030', 'big5'].map((encoding) => read(encoding, { fatal: false })))
  );
}

interface Decoded {
  text: string;
  encoding: string;
}

/** Of several readings the one with most frequent characters; undefined where all have hardly any. */
function mostChinese(readings: (Decoded | undefined)[]): Decoded | undefined {
  const scored = readings
    .filter((one) => one !== undefined)
    .map((one) => ({ ...one, score: frequency(one.text) }))
    .filter(({ score }) => score >= LEAST_SHARE);
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
