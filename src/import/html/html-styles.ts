/** What attributes and inline styles say of an element: whether it is shown, and whether it is struck out. */
import type { DefaultTreeAdapterMap } from 'parse5';

export type Element = DefaultTreeAdapterMap['element'];

export const attributeOf = ({ attrs }: Element, name: string) =>
  attrs.find((one) => one.name === name)?.value;

const declared = new WeakMap<Element, ReadonlyMap<string, string>>();

/** The value of a property in the style of an element, in lower case. */
export function styleOf(element: Element, property: string): string | undefined {
  const style = attributeOf(element, 'style');
  if (style === undefined) return undefined;
  let values = declared.get(element);
  if (!values) declared.set(element, (values = new Map(declarationsIn(style))));
  return values.get(property);
}

/** The properties and values of a list of declarations, in lower case; of equal ones the last holds. */
export const declarationsIn = (css: string): [property: string, value: string][] =>
  css.split(';').map((one) => {
    const [name = '', ...value] = one.split(':');
    const words = value.join(':').replace(/ *! *important/i, '');
    return [name.trim().toLowerCase(), words.trim().toLowerCase()];
  });

/** What the style sheets of a page say of an element. */
export type InSheets = (element: Element, property: string) => string | undefined;

/** The properties that alone can hide an element with all in it, each with the values that do. */
const HIDING: Readonly<Record<string, RegExp>> = {
  display: /^none$/,
  visibility: /^(?:hidden|collapse)$/,
  'mso-hide': /^all$/,
  'content-visibility': /^hidden$/,
  opacity: /^0*\.?0+%?$/,
  filter: /opacity\(0*\.?0+%?\)/,
  'clip-path':
    /^(?:inset\((?:50|100)%\)|circle\(0|polygon\(0(?:px)? 0(?:px)?, *0(?:px)? 0(?:px)?, *0(?:px)? 0(?:px)?)/,
  transform: /scale\(0[,)]|translate\w*\([^)]*-(?:[0-9]{4,}px|[0-9]{3,}(?:r?em|v[wh]))/,
  'text-indent': /^-(?:[0-9]{4,}px|[0-9]{2,}r?em|[0-9]{3,}(?:%|vw))/,
};
/** So far away from its place that it is off the screen. */
const FAR = /^-(?:[0-9]{4,}px|[0-9]{3,}(?:r?em|v[wh]))/;
const SIDES = ['left', 'top', 'right', 'bottom'];
const MARGINS = ['margin-left', 'margin-top', 'margin'];
const SIZES = ['width', 'height', 'max-width', 'max-height'];
const OVERFLOWS = ['overflow', 'overflow-x', 'overflow-y'];

/** All properties that decide whether words are seen. */
export const SEEN_BY: ReadonlySet<string> = new Set([
  ...Object.keys(HIDING),
  ...['position', 'clip', ...SIDES, ...MARGINS, ...SIZES, ...OVERFLOWS],
  ...[
    'direction',
    'unicode-bidi',
    'font',
    'font-size',
    'color',
    'background',
    'background-color',
    'background-image',
  ],
]);

/** Whether an element and all in it is not shown, by its own style or by what the style sheets of its page say. */
export function isHidden(element: Element, inSheets: InSheets): boolean {
  if (attributeOf(element, 'hidden') !== undefined || attributeOf(element, 'popover') !== undefined)
    return true;
  if (element.tagName === 'dialog' && attributeOf(element, 'open') === undefined) return true;
  const value = (property: string) => styleOf(element, property) ?? inSheets(element, property) ?? '';
  const some = (properties: string[], values: RegExp) => properties.some((one) => values.test(value(one)));
  if (Object.entries(HIDING).some(([property, values]) => values.test(value(property)))) return true;
  const position = value('position');
  if (
    /^(?:absolute|fixed)/.test(position) &&
    /^rect\(([01])(?:px)?(?:[, ]+\1(?:px)?){3}\)/.test(value('clip'))
  )
    return true;
  if (some(MARGINS, FAR) || (/^[afrs]/.test(position) && position !== 'static' && some(SIDES, FAR)))
    return true;
  return some(OVERFLOWS, /^(?:hidden|clip)/) && some(SIZES, /^[01](?:px)?$|^0[a-z%]/);
}

/** Whether the words of an element are struck out. */
export const isStruckOut = (element: Element): boolean =>
  ['del', 's', 'strike'].includes(element.tagName) ||
  ['text-decoration', 'text-decoration-line'].some(
    (name) => styleOf(element, name)?.includes('line-through') === true,
  );

/** Whether an element turns its letters round: they are shown from right to left, as they do not stand. */
export function isTurned(element: Element, inSheets: InSheets): boolean {
  const valueFor = (property: string) => styleOf(element, property) ?? inSheets(element, property);
  const direction = attributeOf(element, 'dir')?.toLowerCase() ?? valueFor('direction');
  return (
    direction === 'rtl' &&
    (element.tagName === 'bdo' || valueFor('unicode-bidi')?.includes('override') === true)
  );
}

const SHOWN_INPUTS = /^(?:text|search|url|tel|email|number|date|submit|button|reset)$/;

/** The words that a field of a form shows, or that it is ticked. */
export function valueOf(input: Element): string {
  const type = (attributeOf(input, 'type') ?? 'text').toLowerCase();
  if (type === 'checkbox' || type === 'radio') return attributeOf(input, 'checked') === undefined ? '' : '☑';
  return SHOWN_INPUTS.test(type) ? (attributeOf(input, 'value') ?? '') : '';
}
