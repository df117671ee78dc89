/** What attributes and inline styles say of an element: whether it is shown, and whether it is struck out. */
import type { DefaultTreeAdapterMap } from 'parse5';

export type Element = DefaultTreeAdapterMap['element'];

export const attributeOf = ({ attrs }: Element, name: string) =>
  attrs.find((one) => one.name === name)?.value;

/** The value of a property in the style of an element, in lower case. */
export function styleOf(element: Element, property: string): string | undefined {
  const declarations = (attributeOf(element, 'style') ?? '').split(';').map((one) => one.split(':'));
  const last = declarations.findLast(([name = '']) => name.trim().toLowerCase() === property);
  return last?.slice(1).join(':').replace('!important', '').trim().toLowerCase();
}

/** The properties that can hide an element with all in it, each with the values that do. */
export const HIDING: Readonly<Record<string, RegExp>> = {
  display: /^none$/,
  visibility: /^(?:hidden|collapse)$/,
  'mso-hide': /^all$/,
};

/** Whether an element and all in it is not shown, by its own style or by what the style sheets of its page say. */
export const isHidden = (
  element: Element,
  inSheets: (element: Element, property: string) => string | undefined,
): boolean =>
  attributeOf(element, 'hidden') !== undefined ||
  Object.entries(HIDING).some(([property, values]) =>
    values.test(styleOf(element, property) ?? inSheets(element, property) ?? ''),
  );

/** Whether the words of an element are struck out. */
export const isStruckOut = (element: Element): boolean =>
  ['del', 's', 'strike'].includes(element.tagName) ||
  ['text-decoration', 'text-decoration-line'].some(
    (name) => styleOf(element, name)?.includes('line-through') === true,
  );

const SHOWN_INPUTS = /^(?:text|search|url|tel|email|number|date|submit|button|reset)$/;

/** The words that a field of a form shows. */
export function valueOf(input: Element): string {
  const type = (attributeOf(input, 'type') ?? 'text').toLowerCase();
  return SHOWN_INPUTS.test(type) ? (attributeOf(input, 'value') ?? '') : '';
}
