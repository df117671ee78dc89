// What has to be set before Astro starts: it announces its telemetry before it reads astro.config.mjs.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

process.env.ASTRO_TELEMETRY_DISABLED ??= '1';
// Astro's own --verbose has Vite print the whole environment, passwords and all, in fifty thousand lines.
const verbose = process.argv.indexOf('--verbose');
if (verbose > 0) {
  process.argv.splice(verbose, 1);
  process.env.VERBOSE_BUILD = '1';
}
const { resolve } = createRequire(import.meta.url);
await import(new URL('bin/astro.mjs', pathToFileURL(resolve('astro/package.json'))));
