/** A chart as a self-contained SVG file: light colours, with legend, caption and source. */
import { el, toXml, type SvgNode, type Chart } from './svg.ts';
import { at, widthOf } from './shapes.ts';

/** The light colours of tokens.css; a test compares the two. */
export const LIGHT = {
  paper: '#fdfbf7',
  surface: '#f4f0e6',
  ink: '#211d18',
  'ink-2': '#554d43',
  line: '#ddd5c5',
  accent: '#a4262c',
  'accent-2': '#1f5c54',
};

const FONTS = 'Noto Sans SC, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif';
const outline = { fill: LIGHT.paper, stroke: LIGHT.accent, 'stroke-width': 1.5 };

/** The styles of charts.css as attributes, since a file has no style sheet. */
const PAINT: Record<string, SvgNode['attributes']> = {
  axis: { fill: 'none', stroke: LIGHT.ink, 'stroke-width': 1.5 },
  gridline: { fill: 'none', stroke: LIGHT.line },
  event: { fill: 'none', stroke: LIGHT['accent-2'], 'stroke-width': 1.5, 'stroke-dasharray': '5 3' },
  report: { fill: LIGHT['accent-2'] },
  span: { fill: LIGHT.surface, stroke: LIGHT.line },
  'event-label': { fill: LIGHT.ink },
  'count-label': { 'font-weight': 600 },
  'mark-own': { fill: LIGHT.accent, stroke: LIGHT.accent, 'stroke-width': 1.5 },
  'mark-general': outline,
  'mark-noted': { fill: LIGHT['accent-2'] },
  'role-lead': { fill: LIGHT.accent, stroke: LIGHT.accent, 'stroke-width': 1.5 },
  'role-sole': { ...outline, 'stroke-width': 1.5 },
  'role-joint': { ...outline, stroke: LIGHT.ink },
  'role-with': { ...outline, stroke: LIGHT.ink, 'stroke-dasharray': '4 3' },
  'role-support': { ...outline, stroke: LIGHT.ink, 'stroke-dasharray': '4 3' },
  'cell-ground': { fill: LIGHT.paper },
  'pair-cell': { fill: LIGHT.accent, stroke: LIGHT.accent },
};

/** Text on a filled mark. */
const FILLED = new Set(['mark-own', 'role-lead']);
const KEPT = /^(?!class$|href$|role$|tabindex$|aria-|data-)/;

/** Replaces links by groups and classes by colours; titles of marks are kept. */
function painted({ tag, attributes, children }: SvgNode): SvgNode {
  const kept = Object.fromEntries(Object.entries(attributes).filter(([name]) => KEPT.test(name)));
  const filled = children.some(
    (child) => typeof child !== 'string' && FILLED.has(String(child.attributes.class)),
  );
  const inMark = tag === 'a' ? { fill: filled ? LIGHT.paper : LIGHT.ink } : {};
  return {
    tag: tag === 'a' ? 'g' : tag,
    attributes: { ...kept, ...inMark, ...PAINT[String(attributes.class)] },
    children: children.flatMap((child) =>
      typeof child === 'string' ? child : child.tag === 'desc' ? [] : painted(child),
    ),
  };
}

/** Breaks a note into lines of the width of the chart. */
function lines(text: string, width: number, size: number): string[] {
  const done: string[] = [''];
  for (const sign of text) {
    const last = done.at(-1) ?? '';
    if (widthOf(last + sign, size) > width && !/[，。；：、）》”]/u.test(sign)) done.push(sign);
    else done[done.length - 1] = last + sign;
  }
  return done;
}

/** Area up to which a chart is also offered as a bitmap; few programs show a larger one. */
const BITMAP_LIMIT = 4_000_000;

const hasBitmap = ({ width, height }: Pick<Chart, 'width' | 'height'>) => width * height <= BITMAP_LIMIT;

/** The formats in which a chart is offered. */
export const formatsOf = (chart: Pick<Chart, 'width' | 'height'>) =>
  hasBitmap(chart) ? ['SVG', 'PNG', 'CSV'] : ['SVG', 'CSV'];

/** The text of an SVG file. `notes` name its source. */
export function svgFile(chart: Chart, notes: readonly string[]): string {
  const { title, description, caption, width, height, fontSize, legend, nodes } = chart;
  const [pad, line] = [24, Math.ceil(fontSize * 1.6)];
  const small = fontSize * 0.85;
  let x = 0;
  const entries = legend.map(({ shape, words }) => {
    const entry = at(x, 0, painted(shape), el('text', { x: 24, y: 14 }, words));
    x += 48 + widthOf(words, fontSize);
    return entry;
  });
  const top = pad + fontSize * 1.6 + (legend.length > 0 ? line + 8 : 0) + 8;
  const foot = [caption, ...notes].flatMap((note) => lines(note, width, small));
  const [full, tall] = [width + 2 * pad, top + height + 12 + foot.length * line + pad];
  const svg = el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${full} ${tall}`,
      width: full,
      height: tall,
      role: 'img',
      'aria-labelledby': 'title desc',
      'font-family': FONTS,
      'font-size': fontSize,
      fill: LIGHT['ink-2'],
      // For src/build/chart-pngs.ts.
      'data-png': hasBitmap(chart) ? undefined : 'none',
    },
    el('title', { id: 'title' }, title),
    el('desc', { id: 'desc' }, description),
    el('rect', { width: full, height: tall, fill: LIGHT.paper }),
    el(
      'text',
      { x: pad, y: pad + fontSize, 'font-size': fontSize * 1.3, 'font-weight': 600, fill: LIGHT.ink },
      title,
    ),
    at(pad, pad + fontSize * 1.6 + 8, ...entries),
    at(pad, top, ...nodes.map(painted)),
    at(
      pad,
      top + height + 12,
      ...foot.map((text, index) => el('text', { y: (index + 1) * line, 'font-size': small }, text)),
    ),
  );
  return `${toXml(svg)}\n`;
}
