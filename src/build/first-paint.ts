/**
 * What a page needs before it is painted stands in the page itself: no request comes before the text.
 *
 * - On every page the few lines that set the reader's size and colours (src/scripts/display/early.ts). As a module they
 *   would come too late and the page would flash; as a file they would keep every reader waiting for a choice few make.
 * - On the pages of tasks, to which most links from outside lead, the styles too: such a page is one round trip.
 *   All other pages share their stylesheet files, so that the whole site stays small to keep.
 *
 * The script is the same everywhere and the styles on all task pages: two hashes name them in the policy (csp.ts).
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withPolicy } from './csp.ts';

const EARLY = /<script type="module" src="([^"]*\/DisplayEarly\.[^"]*)"><\/script>/g;
const STYLES = /(?:<link rel="stylesheet" href="[^"]*"\s*\/?>)+/g;
const ONE_ROUND_TRIP = /^tasks[\\/]\d+(?:-\d+)*[\\/]/;
/** Of more pages than that, styles would be more than half of the whole site: they stay files, as on all other pages. */
const MANY = 1000;

/** Writes early script and styles into the finished pages; stands before all else that reads dist/. */
export function firstPaint(): AstroIntegration {
  let base = '';
  return {
    name: 'first-paint',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/*$/, '');
      },
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        const file = (address: string) => join(root, address.slice(base.length));
        const content = (address: string) => readFileSync(file(address), 'utf8').trim();
        const written = new Set<string>();
        const pages = pageFiles(root);
        const oneRoundTrip = pages.filter((name) => ONE_ROUND_TRIP.test(name.slice(root.length)));
        const inPage = new Set(oneRoundTrip.length <= MANY ? oneRoundTrip : []);
        for (const name of pages) {
          let script: string | undefined;
          let style: string | undefined;
          let html = readFileSync(name, 'utf8').replace(EARLY, (_, address: string) => {
            written.add(address);
            script = asScript(content(address));
            return `<script>${script}</script>`;
          });
          if (script === undefined) throw new Error(`First paint: ${name} lacks <DisplayEarly />.`);
          if (inPage.has(name)) {
            html = html.replace(STYLES, (links) => {
              style = addresses(links).map(content).join('');
              return `<style>${style}</style>`;
            });
          }
          writeFileSync(name, withPolicy(html, { script, style }));
        }
        for (const address of written) rmSync(file(address));
      },
    },
  };
}

const addresses = (links: string) => [...links.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);

const pageFiles = (root: string) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    // The edition in one file brings styles, script and policy of its own.
    .filter((name) => name.endsWith('.html') && name !== 'offline.html')
    .map((name) => join(root, name));

/** A module that imports nothing, as a script that leaves no names behind. */
function asScript(module: string): string {
  if (/\b(?:import|export)\b/.test(module)) throw new Error('First paint: early.ts must stand alone.');
  return `(()=>{${module}})()`;
}
