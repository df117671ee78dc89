/** Pictures and embedded files in a Word file, which have no text that could be read. */
import { elementsOf, type XmlElement } from './xml.ts';

/** Lines, frames and text boxes, drawn in Word itself. */
const SHAPES = ['wsp', 'wgp', 'wpc'];

/** What a drawing shows that is no text, with the words that describe it; undefined where it is drawn of lines and text boxes. */
export function pictureIn(drawing: XmlElement): string | undefined {
  const inside: XmlElement[] = [];
  const rest = [drawing];
  for (let one = rest.pop(); one; one = rest.pop()) {
    inside.push(one);
    for (const child of elementsOf(one).toReversed())
      if (child.name !== 'Fallback' && child.name !== 'txbxContent') rest.push(child);
  }
  const has = (...names: string[]) => inside.some(({ name }) => names.includes(name));
  const isPicture = has('pic', 'imagedata') || (drawing.name === 'drawing' && !has(...SHAPES));
  const what =
    drawing.name === 'object' || has('OLEObject') ? 'an embedded file' : isPicture ? 'a picture' : undefined;
  if (what === undefined) return undefined;
  const words = inside.flatMap(({ attributes }) => attributes.get('descr') ?? attributes.get('ProgID') ?? []);
  const name = words.find((one) => one.trim() !== '') ?? nameOf(inside);
  return name === undefined ? what : `${what}: ${name}`;
}

const nameOf = (inside: XmlElement[]) => inside.find(({ name }) => name === 'docPr')?.attributes.get('name');
