/** SVG as plain data, so that one chart becomes both the graphic on a page and a file for download. */
import { element, xmlText } from '../text/xml.ts';

export interface SvgNode {
  tag: string;
  attributes: Record<string, string | number | undefined>;
  children: (SvgNode | string)[];
}

/** A shape of the chart, drawn in a square of 16, with its meaning. */
interface LegendEntry {
  shape: SvgNode;
  words: string;
}

/** A chart with its text alternatives. */
export interface Chart {
  /** Class of the svg, for its styles. */
  kind: string;
  title: string;
  description: string;
  /** What is counted and what is not. */
  caption: string;
  width: number;
  height: number;
  /** Font size at the original size of the chart. */
  fontSize: number;
  legend: LegendEntry[];
  nodes: SvgNode[];
}

/** Creates an element. */
export function el(
  tag: string,
  attributes: SvgNode['attributes'] = {},
  ...children: (SvgNode | string)[]
): SvgNode {
  return { tag, attributes, children };
}

/** Writes an element as XML; attributes without a value are left out. */
export function toXml({ tag, attributes, children }: SvgNode): string {
  const content = children.map((child) => (typeof child === 'string' ? xmlText(child) : toXml(child)));
  return element(tag, attributes, content.join(''));
}
