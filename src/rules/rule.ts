/** What a rule of the content is. */
import type { Finding } from '../plan/model.ts';
import type { Interpreted } from '../content-files/interpret.ts';
import type { Seed } from '../content-files/seed.ts';

/** A rule of the content, compared with the seed where it needs to be. */
export type Rule = (content: Interpreted, seed: Seed) => Finding[];
