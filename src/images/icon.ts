/** The site's sign as a bitmap, for those who take no SVG. */
import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

/** Draws public/favicon.svg; `ground` fills its rounded corners, where a system cuts its own. */
export function iconPng(size: number, ground?: string): Uint8Array<ArrayBuffer> {
  const svg = readFileSync('public/favicon.svg', 'utf8');
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'width', value: size },
    font: { loadSystemFonts: false },
    ...(ground !== undefined && { background: ground }),
  });
  return new Uint8Array(drawn.render().asPng());
}
