/** Text as outlines of the one font: no program that shows the picture needs the font, and widths are exact. */
import { create, type Font, type Glyph } from 'fontkitten';
import { font } from './font.ts';

export type Weight = 400 | 700;

/** Printed for a character that the font lacks, as is usual in print. */
const LACKING = 0x25a1;

/** Opened once; the outline of a character is read when it is first drawn. */
const opened = new Map<Weight, Font>();

function fontOf(weight: Weight): Font {
  const face = opened.get(weight) ?? create(font(weight));
  if (face.isCollection) throw new Error('The font of the pictures has become a collection of fonts.');
  opened.set(weight, face);
  return face;
}

function glyphs(text: string, weight: Weight): Glyph[] {
  const face = fontOf(weight);
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? LACKING;
    return face.glyphForCodePoint(face.hasGlyphForCodePoint(code) ? code : LACKING);
  });
}

/** The width of a text of size 1. */
export const widthOf = (text: string, weight: Weight) =>
  glyphs(text, weight).reduce((sum, { advanceWidth }) => sum + advanceWidth, 0) / fontOf(weight).unitsPerEm;

/** A line of text as an SVG path; `x` is its middle and `y` its baseline. */
export function textPath(
  text: string,
  { x, y, size, weight, fill }: { x: number; y: number; size: number; weight: Weight; fill: string },
): string {
  const scale = size / fontOf(weight).unitsPerEm;
  let at = 0;
  const d = glyphs(text, weight)
    .map(({ path, advanceWidth }) => {
      const placed = path.translate(at, 0).toSVG();
      at += advanceWidth;
      return placed;
    })
    .join('');
  return `<path fill="${fill}" transform="translate(${x - (at * scale) / 2} ${y}) scale(${scale} ${-scale})" d="${d}"/>`;
}
