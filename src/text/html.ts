/** Reading HTML that parse5 has parsed. */
import { defaultTreeAdapter as tree, type DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** All elements under a node, in document order, itself included. */
export function* elements(node: Node): Generator<Element> {
  if (tree.isElementNode(node)) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elements(child);
}

/** The value of an attribute, undefined where the element has none. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** Says whether an element has an attribute. */
export function has(element: Element, name: string): boolean {
  return attribute(element, name) !== undefined;
}

/** The text under a node, without the elements that `isSkipped` names. */
export function textOf(node: Node, isSkipped: (element: Element) => boolean): string {
  if (tree.isTextNode(node)) return node.value;
  if (tree.isElementNode(node) && isSkipped(node)) return '';
  return 'childNodes' in node ? node.childNodes.map((child) => textOf(child, isSkipped)).join('') : '';
}
