/** Where Astro looks for the collections. */
import { createRequire } from 'node:module';

// Loaded by Node itself, which knows TypeScript: Vite would transform some hundred modules, one waiting for the other.
const load = createRequire(import.meta.url);

export const { collections } = load('./collections.ts') as typeof import('./collections.ts');
