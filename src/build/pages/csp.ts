/**
 * The Content-Security-Policy of every page: scripts and styles are files of this site, or inline and named by hash;
 * nothing else runs or loads. The single file loads nothing at all.
 *
 * Astro's own `security.csp` names every script and style it bundled, but not what the build writes into its pages, and
 * it knows no difference between kinds of pages. `frame-ancestors` counts in a header only (deploy/).
 */
import { createHash } from 'node:crypto';

/** The inline script and style of a page. */
export interface Inline {
  script: string;
  style?: string | undefined;
}

const KIND = /<body\b[^>]*\bdata-kind="(\w+)"/;

/** Writes its policy into the page at an address, before everything that the policy governs. */
export function withPolicy(html: string, inline: Inline, url: string): string {
  const written = html.replace(
    /(<meta charset="utf-8"\s*\/?>)/,
    (charset) =>
      `${charset}<meta http-equiv="Content-Security-Policy" content="${policyOf(KIND.exec(html)?.[1], inline)}">`,
  );
  if (written === html) throw new Error(`Content-Security-Policy: ${url} does not begin with its charset.`);
  return written;
}

/** The policy of a kind of page (`data-kind` of its body). */
function policyOf(kind: string | undefined, { script, style }: Inline): string {
  const own = { script: hash(script), style: style === undefined ? '' : hash(style) };
  if (kind === 'offline') {
    return `default-src 'none'; style-src${own.style}; script-src${own.script}; img-src data:; base-uri 'none'; form-action 'none'`;
  }
  // The pages that may ask Pagefind.
  const isSearch = kind === 'search' || kind === 'verify';
  return [
    `default-src 'none'`,
    // Pagefind compiles its own code in the page where its worker does not start.
    `script-src 'self'${own.script}${isSearch ? ` 'wasm-unsafe-eval'` : ''}`,
    `style-src 'self'${own.style}`,
    `img-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `require-trusted-types-for 'script'`,
    // src/client/trusted-types.ts
    `trusted-types ${kind === 'embed' ? `'none'` : isSearch ? 'offline default' : 'offline'}`,
  ].join('; ');
}

const hash = (text: string) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`;
