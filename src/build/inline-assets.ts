/**
 * What a page needs before it is painted stands in the page itself: no request comes before the text.
 *
 * - On every page the few lines that set the reader's size and colours (src/client/display/early.ts). As a module they
 *   would come too late and the page would flash; as a file they would keep every reader waiting for a choice few make.
 * - On the pages of tasks, to which most links from outside lead, the styles too: such a page is one round trip.
 *   All other pages share their stylesheet files, so that the whole site stays small to keep.
 *
 * The script is the same everywhere and the styles on all task pages: two hashes name them in the policy (csp.ts).
 */
import { readFileSync } from 'node:fs';
import { withPolicy } from './csp.ts';

const EARLY = /<script type="module" src="([^"]*\/DisplayEarly\.[^"]*)"><\/script>/g;
const STYLES = /(?:<link rel="stylesheet" href="[^"]*"\s*\/?>)+/g;

/** Pages that are one round trip, by their address. */
const ONE_ROUND_TRIP = /\/tasks\/\d+(?:-\d+)*\/?$/;
/** Of more such pages, styles would be more than half of the whole site: they stay files, as on all other pages. */
const MANY = 1000;

export interface InlineAssets {
  /** Writes what a page needs into it, by its address. */
  page: (url: string, html: string) => string;
  /** Files that were written into pages and are asked for by none. */
  written: ReadonlySet<string>;
}

/** Prepares for the pages of a site, given by their addresses; `fileOf` says where the file at an address stands. */
export function inlineAssets(fileOf: (address: string) => string, urls: readonly string[]): InlineAssets {
  const withStyles = urls.filter((url) => ONE_ROUND_TRIP.test(url)).length <= MANY;
  const written = new Set<string>();
  const known = new Map<string, string>();
  function content(file: string): string {
    const text = known.get(file) ?? readFileSync(file, 'utf8').trim();
    known.set(file, text);
    return text;
  }
  function page(url: string, built: string): string {
    let script: string | undefined;
    let style: string | undefined;
    let html = built.replace(EARLY, (_, address: string) => {
      const file = fileOf(address);
      written.add(file);
      script = asScript(content(file));
      return `<script>${script}</script>`;
    });
    if (script === undefined) throw new Error(`First paint: ${url} lacks <DisplayEarly />.`);
    if (withStyles && ONE_ROUND_TRIP.test(url)) {
      html = html.replace(STYLES, (links) => {
        style = addresses(links)
          .map((address) => content(fileOf(address)))
          .join('');
        return `<style>${style}</style>`;
      });
    }
    return withPolicy(html, { script, style });
  }
  return { page, written };
}

const addresses = (links: string) => [...links.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);

/** A module that imports nothing, as a script that leaves no names behind. */
function asScript(module: string): string {
  if (/\b(?:import|export)\b/.test(module)) throw new Error('First paint: early.ts must stand alone.');
  return `(()=>{${module}})()`;
}
