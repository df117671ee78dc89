/** A drawing as plain data, so that one drawing becomes both the picture on a page and the file that is taken along. */
import { xmlText } from '../text/xml.ts';

export interface SvgNode {
  tag: string;
  attributes: Record<string, string | number | undefined>;
  children: (SvgNode | string)[];
}

/** Shapes that explain the marks: a shape drawn in a square of 16, and its words. */
export interface LegendEntry {
  shape: SvgNode;
  words: string;
}

/** A drawing and what a reader who does not see it is told instead. */
export interface Chart {
  /** Class of the svg, for its looks. */
  kind: string;
  title: string;
  description: string;
  /** What counts and what does not. */
  caption: string;
  width: number;
  height: number;
  /** Size of text where the picture is drawn one to one. */
  fontSize: number;
  legend: LegendEntry[];
  nodes: SvgNode[];
}

/** Makes an element of a drawing. */
export function el(
  tag: string,
  attributes: SvgNode['attributes'] = {},
  ...children: (SvgNode | string)[]
): SvgNode {
  return { tag, attributes, children };
}

/** Writes an element as XML; attributes without a value are left out. */
export function toXml({ tag, attributes, children }: SvgNode): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
  const inside = children
    .map((child) => (typeof child === 'string' ? xmlText(child) : toXml(child)))
    .join('');
  return inside === '' ? `<${tag}${written}/>` : `<${tag}${written}>${inside}</${tag}>`;
}
