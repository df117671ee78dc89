/** The site's icon as PNG, for programs that take no SVG. */
import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

/** Draws public/favicon.svg; `background` fills its rounded corners, where a system cuts its own. */
export function iconPng(size: number, background?: string): Uint8Array<ArrayBuffer> {
  const svg = readFileSync('public/favicon.svg', 'utf8');
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'width', value: size },
    font: { loadSystemFonts: false },
    ...(background !== undefined && { background }),
  });
  return new Uint8Array(drawn.render().asPng());
}
