import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { FLOOR } from './floor.ts';

/**
 * Bundles a browser script with everything it imports into one classic script.
 *
 * For what has to stand in a file of its own; scripts of pages are bundled by Astro. `define` replaces global
 * names by values.
 */
export async function bundle(entry: URL, define: Record<string, unknown> = {}): Promise<string> {
  const values = Object.entries({ 'process.env.NODE_ENV': 'production', ...define });
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    mode: 'production',
    define: Object.fromEntries(values.map(([name, value]) => [name, JSON.stringify(value)])),
    build: {
      write: false,
      target: FLOOR,
      modulePreload: false,
      rolldownOptions: { input: fileURLToPath(entry), output: { format: 'iife' } },
    },
  });
  const files = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const [chunk] = files;
  if (files.length !== 1 || chunk?.type !== 'chunk') throw new Error(`${entry.pathname} is not one script.`);
  return chunk.code;
}
