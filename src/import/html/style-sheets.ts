/** What the style sheets inside of a page hide: rules for elements, classes and ids, also below others. */
import { defaultTreeAdapter, type DefaultTreeAdapterMap } from 'parse5';
import { attributeOf, HIDING, type Element } from './html-styles.ts';

type Node = DefaultTreeAdapterMap['node'];

/** A simple selector such as p.note#last, with how it stands below the one before: anywhere, or as its child. */
interface Compound {
  tag?: string | undefined;
  id?: string | undefined;
  classes: string[];
  isChild: boolean;
}

interface Rule {
  selector: Compound[];
  weight: number;
  property: string;
  value: string;
}

/** Further ones are not looked at: pages may be nested thousands of times. */
const MOST_LEVELS = 200;

/** For an element and a property that can hide it, the value that the style sheets of its page give. */
export function styleSheets(root: Node): (element: Element, property: string) => string | undefined {
  const rules = sheetsIn(root)
    .flatMap(rulesOf)
    .sort((a, b) => a.weight - b.weight)
    .map((rule, order) => ({ ...rule, order }));
  const byKey = Map.groupBy(rules, ({ selector }) => keyOf(selector.at(-1)));
  return (element, property) => {
    if (rules.length === 0) return undefined;
    const keys = [element.tagName, `#${attributeOf(element, 'id') ?? ''}`, ...classesOf(element).map(dotted)];
    return keys
      .flatMap((key) => byKey.get(key) ?? [])
      .filter((rule) => rule.property === property && matches(element, rule.selector))
      .sort((a, b) => a.order - b.order)
      .at(-1)?.value;
  };
}

const dotted = (name: string) => `.${name}`;

/** What an element must have to be the last of a selector. */
const keyOf = ({ id, classes = [], tag = '' }: Partial<Compound> = {}) =>
  id === undefined ? (classes[0] === undefined ? tag : dotted(classes[0])) : `#${id}`;

const classesOf = (element: Element) => (attributeOf(element, 'class') ?? '').split(/\s+/).filter(Boolean);

function sheetsIn(root: Node): string[] {
  const found: string[] = [];
  const rest: Node[] = [root];
  for (let node = rest.pop(); node; node = rest.pop()) {
    if (!('childNodes' in node)) continue;
    if (defaultTreeAdapter.isElementNode(node) && node.tagName === 'style')
      found.push(node.childNodes.map((one) => ('value' in one ? one.value : '')).join(''));
    else for (const child of node.childNodes.toReversed()) rest.push(child);
  }
  return found;
}

/** The rules of a style sheet that set what can hide, outside of print and other media. */
function rulesOf(css: string): Rule[] {
  const rules: Rule[] = [];
  const open: string[] = [];
  let text = '';
  for (const [piece] of css.replace(/\/\*[^]*?(?:\*\/|$)|<!--|-->/g, '').matchAll(/[^{}]+|[{}]/g)) {
    if (piece === '{') open.push(text.split(';').at(-1)?.trim() ?? '');
    else if (piece === '}') {
      const selectors = open.pop() ?? '';
      const isShown = open.every((media) => /^@media +(?:only +)?(?:screen|all)\b(?!.*\()/i.test(media));
      if (isShown && !selectors.startsWith('@')) rules.push(...rulesFor(selectors, text));
    } else {
      text = piece;
      continue;
    }
    text = '';
  }
  return rules;
}

function rulesFor(selectors: string, declarations: string): Rule[] {
  const values = declarations.split(';').flatMap((one) => {
    const [name = '', value = ''] = one.split(':').map((part) => part.trim().toLowerCase());
    return name in HIDING ? [{ property: name, value: value.replace(/ *! *important$/, '') }] : [];
  });
  if (values.length === 0) return [];
  return selectors.split(',').flatMap((one) => {
    const selector = selectorOf(one.trim());
    return selector ? values.map((value) => ({ selector, weight: weightOf(selector), ...value })) : [];
  });
}

/** Selectors with other signs, such as :hover and [name], are left aside. */
function selectorOf(text: string): Compound[] | undefined {
  const parts = text.replace(/\s*>\s*/g, ' >').split(/\s+/);
  if (!parts.every((one) => /^>?(?:\*|[a-z][\w-]*)?(?:[.#][\w\u0080-\uffff-]+)*$/i.test(one) && one !== ''))
    return undefined;
  return parts.map((one) => ({
    tag: /^>?([a-z][\w-]*)/i.exec(one)?.[1]?.toLowerCase(),
    id: /#([^.#]+)/.exec(one)?.[1],
    classes: Array.from(one.matchAll(/\.([^.#]+)/g), (match) => match[1] ?? ''),
    isChild: one.startsWith('>'),
  }));
}

const weightOf = (selector: Compound[]) =>
  selector.reduce(
    (sum, { id, classes, tag }) =>
      sum + (id === undefined ? 0 : 10_000) + classes.length * 100 + (tag === undefined ? 0 : 1),
    0,
  );

function matches(element: Element, selector: Compound[]): boolean {
  const last = selector.at(-1);
  if (!last || !isOne(element, last)) return false;
  const above = selector.slice(0, -1);
  if (above.length === 0) return true;
  let node = element.parentNode;
  for (let level = 0; node && level < MOST_LEVELS; level++) {
    if (!defaultTreeAdapter.isElementNode(node)) return false;
    if (matches(node, above)) return true;
    if (last.isChild) return false;
    node = node.parentNode;
  }
  return false;
}

function isOne(element: Element, { tag, id, classes }: Compound): boolean {
  const own = classesOf(element);
  return (
    (tag === undefined || tag === element.tagName) &&
    (id === undefined || id === attributeOf(element, 'id')) &&
    classes.every((name) => own.includes(name))
  );
}
