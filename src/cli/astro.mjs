// Astro announces its telemetry before it reads astro.config.mjs, which switches it off: here that is done before Astro starts.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

process.env.ASTRO_TELEMETRY_DISABLED ??= '1';
const { resolve } = createRequire(import.meta.url);
await import(new URL('bin/astro.mjs', pathToFileURL(resolve('astro/package.json'))));
