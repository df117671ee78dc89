/** The styles of a Word file: what a paragraph or a run has from its style and those it is based on. */
import { elementsOf, EMPTY, find, isSet, valueIn, type XmlElement } from './xml.ts';

export interface Style {
  hidden: boolean | undefined;
  struck: boolean | undefined;
  faint: boolean | undefined;
  shaded: boolean | undefined;
  numId: string | undefined;
  level: string | undefined;
}

/** Style id → what it says, with what it is based on. */
export function stylesOf(root: XmlElement | undefined): ReadonlyMap<string, Style> {
  const all = elementsOf(find(root, 'styles') ?? EMPTY).filter(({ name }) => name === 'style');
  const byId = new Map(all.map((one) => [one.attributes.get('styleId') ?? '', one]));
  const read = new Map<string, Style>();
  const styleOf = (id: string, depth: number): Style | undefined => {
    const known = read.get(id);
    const element = byId.get(id);
    if (known || !element || depth > 20) return known;
    const base = styleOf(valueIn(element, 'basedOn') ?? '', depth + 1);
    const run = find(element, 'rPr');
    const style = {
      hidden: isSet(run, 'vanish') ?? base?.hidden,
      struck: isStruck(run) ?? base?.struck,
      faint: isFaint(run) ?? base?.faint,
      shaded: isShaded(find(element, 'pPr')) || isShaded(run) || base?.shaded,
      numId: valueIn(element, 'pPr', 'numPr', 'numId') ?? base?.numId,
      level: valueIn(element, 'pPr', 'numPr', 'ilvl') ?? base?.level,
    };
    read.set(id, style);
    return style;
  };
  for (const id of byId.keys()) styleOf(id, 0);
  return read;
}

/** Whether the properties of a run strike it out. */
export const isStruck = (run: XmlElement | undefined): boolean | undefined =>
  isSet(run, 'strike') === true || isSet(run, 'dstrike') === true
    ? true
    : (isSet(run, 'strike') ?? isSet(run, 'dstrike'));

/** Whether the properties of a run make it white, or too small to be read (`sz` counts half points). */
export function isFaint(run: XmlElement | undefined): boolean | undefined {
  const [color, size] = [valueIn(run, 'color'), valueIn(run, 'sz')];
  if (color === undefined && size === undefined) return undefined;
  return color?.toUpperCase() === 'FFFFFF' || Number(size ?? Infinity) <= 4;
}

/** Whether properties put a colour behind words: of a run, a paragraph or a cell. */
export const isShaded = (properties: XmlElement | undefined): boolean =>
  find(properties, 'highlight') !== undefined ||
  !/^(?:auto|FFFFFF|)$/i.test(find(properties, 'shd')?.attributes.get('fill') ?? '');
