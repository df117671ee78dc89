/**
 * Assets that a page needs before its first paint are written into the page itself: no request comes before the text.
 *
 * - On every page the few lines that set the reader's size and colours (src/client/display/early.ts). As a module they
 *   would come too late and the page would flash; as a file they would keep every reader waiting for a choice few make.
 * - On the pages of tasks, to which most links from outside lead, the styles too: such a page is one round trip.
 *   All other pages share their stylesheet files, so that the whole site stays small to keep.
 *
 * The script is the same everywhere and the styles on all task pages: two hashes name them in the policy (csp.ts).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isLarge } from '../../plan/large/size.ts';
import { withPolicy } from './csp.ts';

const EARLY_SCRIPT = /<script type="module" src="([^"]*\/DisplayEarly\.[^"]*)"><\/script>/g;
const STYLESHEETS = /(?:<link rel="stylesheet" href="[^"]*"\s*\/?>)+/g;

const TASK_PAGE = /\/tasks\/\d+(?:-\d+)*\/?$/;

/** Whether task pages hold their styles: of a large plan, inline styles would be more than half of the whole site. */
export const inlinesStyles = (urls: readonly string[]): boolean =>
  !isLarge({ tasks: urls.filter((url) => TASK_PAGE.test(url)) });

/** The few files that are inline in many pages. */
const contents = new Map<string, string>();

function content(file: string): string {
  const text = contents.get(file) ?? readFileSync(file, 'utf8').trim();
  contents.set(file, text);
  return text;
}

/** A page of the site. */
export interface Where {
  /** Below the base. */
  url: string;
  /** Of the site, see BuiltSite. */
  root: string;
  base: string;
  withStyles: boolean;
}

/** Writes the assets that a page needs, and its policy, into it; names the files that no page asks for now. */
export function inlineAssets(
  page: string,
  { url, root, base, withStyles }: Where,
): { text: string; inlined: string[] } {
  const fileOf = (address: string) => join(root, address.slice(base.length));
  const inlined: string[] = [];
  let script: string | undefined;
  let style: string | undefined;
  let html = page.replace(EARLY_SCRIPT, (_, address: string) => {
    const file = fileOf(address);
    inlined.push(file);
    script = asScript(content(file));
    return `<script>${script}</script>`;
  });
  if (script === undefined) throw new Error(`Inline assets: ${url} lacks <DisplayEarly />.`);
  if (withStyles && TASK_PAGE.test(url)) {
    html = html.replace(STYLESHEETS, (links) => {
      const hrefs = links.matchAll(/href="([^"]*)"/g);
      style = Array.from(hrefs, ([, href = '']) => content(fileOf(href))).join('');
      return `<style>${style}</style>`;
    });
  }
  return { text: withPolicy(html, { script, style }, url), inlined };
}

/** A module that imports nothing, as a script that leaves no names behind. */
function asScript(module: string): string {
  if (/\b(?:import|export)\b/.test(module)) throw new Error('Inline assets: early.ts must stand alone.');
  return `(()=>{${module}})()`;
}
