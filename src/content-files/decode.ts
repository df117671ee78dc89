/** Decodes the bytes of a seed or a content file, or explains to an editor why they are not UTF-8 text. */
import type { Finding } from '../plan/model.ts';

type Decoded = { text: string; finding?: undefined } | { text?: undefined; finding: Finding };

/** Accepts only UTF-8 without a byte-order mark; of other encodings in use the finding gives the name. */
export function decodeText(bytes: Uint8Array, file: string): Decoded {
  const refuse = (problem: string, advice: string): Decoded => ({ finding: { file, problem, advice } });
  const [first, second, third] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return refuse('the file is UTF-16', 'save it as UTF-8 without a byte-order mark');
  }
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return refuse(
      'the file begins with a byte-order mark (BOM)',
      'save it as UTF-8 without a byte-order mark',
    );
  }
  if (bytes.includes(0))
    return refuse('the file has null bytes: UTF-16, or no text', 'save it as UTF-8 text');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' ? refuse('the file is empty', 'put back its text') : { text };
  } catch {
    return readsAs('gb18030', bytes)
      ? refuse('the file is not UTF-8; it looks like GBK or GB18030', 'convert it to UTF-8')
      : refuse('the file is not UTF-8', 'save it as UTF-8 text');
  }
}

function readsAs(encoding: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
