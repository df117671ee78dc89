/** The image that a shared link to a page shows: what it is, of which plan, by whom. */
import { Resvg } from '@resvg/resvg-js';
import satori, { type Font } from 'satori';
import { FAMILY, font } from './font.ts';

export interface Card {
  /** Kind of page, e.g. 责任单位. */
  kicker: string;
  /** One line each. */
  title: string[];
  /** Publisher and date. */
  foot: string;
}

const WIDTH = 1200;
const HEIGHT = 630;
// The colours of src/styles/tokens.css, which a picture cannot read.
const PAPER = '#fdfbf7';
const INK = '#211d18';
const QUIET = '#554d43';
const CINNABAR = '#a4262c';

type Style = Record<string, string | number>;
interface Box {
  type: 'div';
  key: null;
  props: { style: Style; children?: string | Box[] };
}
const box = (style: Style, children?: string | Box[]): Box => ({
  type: 'div',
  key: null,
  props: { style, ...(children !== undefined && { children }) },
});

function layout({ kicker, title, foot }: Card): Box {
  const rule = (height: number) => box({ height, backgroundColor: CINNABAR });
  const frame = {
    width: WIDTH,
    height: HEIGHT,
    display: 'flex',
    flexDirection: 'column',
    padding: '64px 72px',
    boxSizing: 'border-box',
    backgroundColor: PAPER,
    color: INK,
    fontFamily: FAMILY,
  };
  const main = { display: 'flex', flexDirection: 'column', flexGrow: 1, justifyContent: 'center' };
  return box(frame, [
    rule(8),
    box({ height: 6 }),
    rule(2),
    box(main, [
      box({ color: CINNABAR, fontSize: 40, fontWeight: 700, marginBottom: 24 }, kicker),
      ...title.map((line) => box({ fontSize: 60, fontWeight: 700, lineHeight: 1.35 }, line)),
    ]),
    box({ color: QUIET, fontSize: 32 }, foot),
  ]);
}

/** Read once: satori parses a list of fonts that it knows only the first time. */
let fonts: Font[] | undefined;

/** Draws the image of a card; throws where the font lacks a character, instead of drawing an empty box. */
export async function cardPng(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const missing: string[] = [];
  // Satori asks for what no font has.
  const loadAdditionalAsset = (_code: string, text: string) => {
    missing.push(text);
    return Promise.resolve([]);
  };
  fonts ??= ([400, 700] as const).map((weight) => ({ name: FAMILY, weight, data: font(weight) }));
  const svg = await satori(layout(card), { width: WIDTH, height: HEIGHT, fonts, loadAdditionalAsset });
  if (missing.length > 0) {
    throw new Error(
      `The font of the images lacks “${missing.join('')}” of “${card.kicker} ${card.title.join('')}”.`,
    );
  }
  return new Uint8Array(new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng());
}
