/** The text as received. */
import { createHash } from 'node:crypto';

export interface Seed {
  text: string;
  /** Checksum of its bytes. */
  sha256: string;
}

/** The checksum by which content identifies its seed. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
