/**
 * A font without the characters that nobody writes. resvg reads a font file anew for every text it draws: with ten
 * megabytes of characters that takes most of the time of a picture.
 */

/** Characters of which a font has thousands; all others stay, and with them what shaping may put in their place. */
const MANY = /[\p{Script=Han}\p{Script=Hangul}]/u;

/** Makes a TrueType font lighter: the outlines of Chinese and Korean characters that `written` lacks are left out. */
export function subsetFont(font: Buffer, written: ReadonlySet<string>): Buffer {
  const tables = tablesOf(font);
  const table = (tag: string) => {
    const found = tables.find((one) => one.tag === tag);
    if (!found) throw new Error(`Lighter font: there is no table ${tag}.`);
    return found.bytes;
  };
  const needless = new Set<number>();
  const needed = new Set<number>();
  for (const [code, glyph] of glyphsOf(table('cmap'))) {
    const character = String.fromCodePoint(code);
    (MANY.test(character) && !written.has(character) ? needless : needed).add(glyph);
  }
  const [places, outlines] = [table('loca'), table('glyf')];
  if (table('head').readInt16BE(50) !== 1) throw new Error('Lighter font: loca is not of the long form.');
  const kept: Buffer[] = [];
  const newPlaces = Buffer.alloc(places.length);
  let end = 0;
  for (let glyph = 0; glyph < places.length / 4 - 1; glyph++) {
    const outline = outlines.subarray(places.readUInt32BE(glyph * 4), places.readUInt32BE(glyph * 4 + 4));
    // One made of others would need them, too.
    if (outline.length > 0 && outline.readInt16BE(0) < 0)
      throw new Error('Lighter font: a glyph is composed.');
    if (needed.has(glyph) || !needless.has(glyph)) {
      kept.push(outline);
      end += outline.length;
    }
    newPlaces.writeUInt32BE(end, glyph * 4 + 4);
  }
  return fontOf(
    font,
    new Map([
      ...tables.map(({ tag, bytes }) => [tag, bytes] as const),
      ['loca', newPlaces],
      ['glyf', Buffer.concat(kept)],
    ]),
  );
}

function tablesOf(font: Buffer): { tag: string; bytes: Buffer }[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const at = 12 + index * 16;
    const start = font.readUInt32BE(at + 8);
    return {
      tag: font.toString('latin1', at, at + 4),
      bytes: font.subarray(start, start + font.readUInt32BE(at + 12)),
    };
  });
}

/** Puts tables together in the order of the old font's directory; nobody checks sums. */
function fontOf(old: Buffer, tables: ReadonlyMap<string, Buffer>): Buffer {
  const head = Buffer.from(old.subarray(0, 12 + tables.size * 16));
  const bodies: Buffer[] = [];
  let start = head.length;
  [...tables.values()].forEach((bytes, index) => {
    const body = Buffer.alloc(Math.ceil(bytes.length / 4) * 4);
    bytes.copy(body);
    head.writeUInt32BE(start, 12 + index * 16 + 8);
    head.writeUInt32BE(bytes.length, 12 + index * 16 + 12);
    bodies.push(body);
    start += body.length;
  });
  return Buffer.concat([head, ...bodies]);
}

/** Character → glyph, as the font's table of all of Unicode (format 12) says. */
function* glyphsOf(cmap: Buffer): Generator<[code: number, glyph: number]> {
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const at = cmap.readUInt32BE(8 + index * 8);
    if (cmap.readUInt16BE(at) !== 12) continue;
    for (let group = 0; group < cmap.readUInt32BE(at + 12); group++) {
      const [first, last, glyph] = [0, 4, 8].map((field) => cmap.readUInt32BE(at + 16 + group * 12 + field));
      for (let code = first ?? 0; code <= (last ?? -1); code++)
        yield [code, (glyph ?? 0) + code - (first ?? 0)];
    }
    return;
  }
}
