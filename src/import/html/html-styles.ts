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

/** Whether an element and all in it is not shown. */
export const isHidden = (element: Element): boolean =>
  attributeOf(element, 'hidden') !== undefined ||
  styleOf(element, 'display') === 'none' ||
  styleOf(element, 'mso-hide') === 'all' ||
  /^(?:hidden|collapse)$/.test(styleOf(element, 'visibility') ?? '');

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
