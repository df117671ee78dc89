/** What a rule of the content is. */
import type { Finding } from '../plan/model.ts';
import type { Content } from '../content-files/schema.ts';

/** The seed as bytes say it: its text, and the digest of its bytes. */
export interface Seed {
  text: string;
  sha256: string;
}

/** A rule of the content, compared with the seed where it needs to be. */
export type Rule = (content: Content, seed: Seed) => Finding[];
