/**
 * The picture of a shared link: which page it is, and what stands in it. Everything that has to be read stands in the square of
 * the middle: messengers show nothing else, and that in the size of a stamp.
 */
import { Resvg } from '@resvg/resvg-js';
import { fitted, type Size } from './line-breaks.ts';
import { textPath, widthOf, type Weight } from './outlines.ts';

export interface Card {
  /** What the page is: 任务12, 责任单位. */
  kicker: string;
  /** A line break in it is kept. */
  title: string;
  /** Who, by when, how many. */
  facts: readonly string[];
  /** Of which plan, or by whom. */
  foot: string;
}

const WIDTH = 1200;
const HEIGHT = 630;
/** Room for text: the square without a margin. */
const TEXT_WIDTH = HEIGHT - 48;
/** Between these the text is centred. */
const [TOP, BOTTOM] = [66, 556];
// The colours of src/styles/tokens.css, which a picture cannot read.
const PAPER = '#fdfbf7';
const INK = '#211d18';
const QUIET = '#554d43';
const CINNABAR = '#a4262c';

interface Part {
  text: string;
  kind: 'text' | 'list';
  sizes: readonly Size[];
  weight: Weight;
  fill: string;
  /** Distance to the part before, in pixels. */
  after: number;
}

const KICKER: Omit<Part, 'text'> = {
  kind: 'text',
  sizes: [
    { size: 60, lines: 1 },
    { size: 40, lines: 1 },
  ],
  weight: 700,
  fill: CINNABAR,
  after: 0,
};
const TITLE: Omit<Part, 'text'> = {
  kind: 'text',
  sizes: [
    { size: 64, lines: 2 },
    { size: 54, lines: 3 },
    { size: 46, lines: 4 },
  ],
  weight: 700,
  fill: INK,
  after: 10,
};
const FACT: Omit<Part, 'text'> = {
  kind: 'list',
  sizes: [
    { size: 40, lines: 1 },
    { size: 35, lines: 2 },
  ],
  weight: 400,
  fill: INK,
  after: 12,
};
const FOOT: Omit<Part, 'text'> = {
  kind: 'text',
  sizes: [{ size: 25, lines: 1 }],
  weight: 400,
  fill: QUIET,
  after: 0,
};
const LINE_HEIGHT = 1.26;
/** From the top of a line to its baseline. */
const ASCENT = 0.95;

const set = ({ text, kind, sizes, weight }: Part) =>
  fitted(text, { kind, width: TEXT_WIDTH, sizes, widthOf: (line) => widthOf(line, weight) });

/** Draws a card as SVG; a character that the font lacks becomes □. */
export function cardSvg({ kicker, title, facts, foot }: Card): string {
  const parts = [
    { ...KICKER, text: kicker },
    { ...TITLE, text: title },
    ...facts.map((text) => ({ ...FACT, text })),
  ].map((part) => ({ ...part, ...set(part) }));
  const heightOf = ({ size, lines, after }: (typeof parts)[number]) =>
    after + lines.length * size * LINE_HEIGHT;
  const height = parts.reduce((sum, part) => sum + heightOf(part), 0);
  let y = (TOP + BOTTOM - height) / 2;
  const paths = parts.flatMap(({ lines, size, weight, fill, after }) => {
    y += after;
    return lines.map((line) => {
      const path = textPath(line, { x: WIDTH / 2, y: y + size * ASCENT, size, weight, fill });
      y += size * LINE_HEIGHT;
      return path;
    });
  });
  const last = { ...FOOT, text: foot };
  const { lines, size } = set(last);
  const rule = (top: number, height: number) =>
    `<rect y="${top}" width="${WIDTH}" height="${height}" fill="${CINNABAR}"/>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>`,
    rule(32, 8),
    rule(46, 2),
    ...paths,
    ...lines.map((line) => textPath(line, { ...last, x: WIDTH / 2, y: HEIGHT - 36, size })),
    '</svg>',
  ].join('');
}

/** Draws a card as PNG. */
export const cardPng = (card: Card): Buffer =>
  new Resvg(cardSvg(card), { font: { loadSystemFonts: false } }).render().asPng();
