/** The numbers of the items of lists, written out as a browser shows them. */
import { defaultTreeAdapter } from 'parse5';
import { chineseNumeral, letters, roman } from '../numerals.ts';
import { attributeOf, styleOf, type Element } from './html-styles.ts';

const numbers = new WeakMap<Element, ReadonlyMap<Element, number>>();

/** The number before an item of an ordered list with its mark; nothing for other items. */
export function itemNumber(item: Element): string {
  const list = item.parentNode;
  if (!list || !defaultTreeAdapter.isElementNode(list) || list.tagName !== 'ol') return '';
  let values = numbers.get(list);
  if (!values) numbers.set(list, (values = valuesOf(list)));
  const value = values.get(item);
  const style =
    styleOf(item, 'list-style-type') ?? styleOf(list, 'list-style-type') ?? styleOf(list, 'list-style');
  return value === undefined
    ? ''
    : written(value, style ?? attributeOf(item, 'type') ?? attributeOf(list, 'type') ?? '1');
}

const integer = (text: string | undefined) =>
  text !== undefined && /^\s*-?\d{1,9}/.test(text) ? Number.parseInt(text, 10) : undefined;

function valuesOf(list: Element): ReadonlyMap<Element, number> {
  const items = list.childNodes.filter(
    (child): child is Element => defaultTreeAdapter.isElementNode(child) && child.tagName === 'li',
  );
  const step = attributeOf(list, 'reversed') === undefined ? 1 : -1;
  let next = integer(attributeOf(list, 'start')) ?? (step > 0 ? 1 : items.length);
  return new Map(
    items.map((item) => {
      const value = integer(attributeOf(item, 'value')) ?? next;
      next = value + step;
      return [item, value];
    }),
  );
}

function written(value: number, style: string): string {
  if (style.includes('none')) return '';
  if (/^(?:cjk|simp-chinese|trad-chinese)/.test(style)) return `${chineseNumeral(value)}、`;
  switch (style) {
    case 'a':
    case 'lower-alpha':
    case 'lower-latin':
      return `${letters(value)}. `;
    case 'A':
    case 'upper-alpha':
    case 'upper-latin':
      return `${letters(value).toUpperCase()}. `;
    case 'i':
    case 'lower-roman':
      return `${roman(value)}. `;
    case 'I':
    case 'upper-roman':
      return `${roman(value).toUpperCase()}. `;
    default:
      return `${value}. `;
  }
}
