/** What tells a text from another, and how its names are spelled in addresses. */
import { createHash } from 'node:crypto';
import { pinyin } from 'pinyin-pro';

/** The checksum that content names its seed by. */
export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Each character in lower-case pinyin without tones. */
export const spell = (name: string) => pinyin(name, { toneType: 'none', type: 'array', v: true });
