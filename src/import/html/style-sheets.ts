/** What the style sheets inside of a page say of what is seen: rules for elements, classes and ids, also below others. */
import { defaultTreeAdapter, type DefaultTreeAdapterMap } from 'parse5';
import { attributeOf, declarationsIn, SEEN_BY, type Element, type InSheets } from './html-styles.ts';

type Node = DefaultTreeAdapterMap['node'];

/** A simple selector such as p.note#last, with how it stands below the one before: anywhere, or as its child. */
interface Compound {
  tag?: string | undefined;
  id?: string | undefined;
  classes: string[];
  isChild: boolean;
}

interface Rule {
  /** None where it has other signs, such as :hover and [name]. */
  selector: Compound[] | undefined;
  weight: number;
  property: string;
  value: string;
}

/** Further ones are not looked at: pages may be nested thousands of times. */
const MOST_LEVELS = 200;

export interface StyleSheets {
  /** For an element and a property that decides whether it is seen, the value that the style sheets of its page give. */
  valueOf: InSheets;
  /** Whether all that can give words a ground is in these sheets, and understood. */
  areWhole: boolean;
  /** Words, or a counter, that they draw before or behind elements. */
  drawn: string[];
}

export function styleSheets(root: Node): StyleSheets {
  const { sheets, areWhole } = sheetsIn(root);
  const blocks = sheets.flatMap(blocksOf);
  const all = blocks.flatMap(rulesFor);
  const rules = all
    .filter((rule): rule is Required<Rule> & { selector: Compound[] } => rule.selector !== undefined)
    .sort((a, b) => a.weight - b.weight)
    .map((rule, order) => ({ ...rule, order }));
  const properties = new Set(rules.map(({ property }) => property));
  const byKey = Map.groupBy(rules, ({ selector }) => keyOf(selector.at(-1)));
  const isGround = ({ selector, property }: Rule) =>
    selector === undefined && property.startsWith('background');
  return {
    areWhole: areWhole && !all.some(isGround),
    drawn: blocks.flatMap(drawnBy),
    valueOf: (element, property) => {
      if (!properties.has(property)) return undefined;
      const keys = [
        element.tagName,
        `#${attributeOf(element, 'id') ?? ''}`,
        ...classesOf(element).map(dotted),
      ];
      return keys
        .flatMap((key) => byKey.get(key) ?? [])
        .filter((rule) => rule.property === property && matches(element, rule.selector))
        .sort((a, b) => a.order - b.order)
        .at(-1)?.value;
    },
  };
}

/** Escapes of letters in CSS: \\53bf. */
const ESCAPE = /\\([0-9a-f]{1,6}) ?/gi;

/** The words that a block draws before or behind elements: ::before { content: '县' }; signs of fonts are none. */
function drawnBy({ selectors, declarations }: Block): string[] {
  if (!/:(?:before|after)\b/i.test(selectors)) return [];
  return declarationsIn(declarations)
    .filter(([property]) => property === 'content')
    .map(([, value]) =>
      Array.from(value.matchAll(/"([^"]*)"|'([^']*)'|(counters?\([^)]*\))/g), ([, double, single, counter]) =>
        (double ?? single ?? counter ?? '').replace(ESCAPE, (_, code: string) =>
          String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
        ),
      ).join(''),
    )
    .filter((words) => /[\p{L}\p{N}]/u.test(words));
}

const dotted = (name: string) => `.${name}`;

/** What an element must have to be the last of a selector. */
const keyOf = ({ id, classes = [], tag = '' }: Partial<Compound> = {}) =>
  id === undefined ? (classes[0] === undefined ? tag : dotted(classes[0])) : `#${id}`;

const classesOf = (element: Element) => (attributeOf(element, 'class') ?? '').split(/\s+/).filter(Boolean);

function sheetsIn(root: Node): { sheets: string[]; areWhole: boolean } {
  const sheets: string[] = [];
  let areWhole = true;
  const rest: Node[] = [root];
  for (let node = rest.pop(); node; node = rest.pop()) {
    if (!('childNodes' in node)) continue;
    const name = defaultTreeAdapter.isElementNode(node) ? node.tagName : '';
    if (name === 'link' && defaultTreeAdapter.isElementNode(node))
      areWhole &&= attributeOf(node, 'rel')?.toLowerCase().includes('stylesheet') !== true;
    if (name === 'style')
      sheets.push(node.childNodes.map((one) => ('value' in one ? one.value : '')).join(''));
    else for (const child of node.childNodes.toReversed()) rest.push(child);
  }
  return { sheets, areWhole: areWhole && !sheets.some((css) => css.includes('@import')) };
}

/** What stands before a brace, and in the braces. */
interface Block {
  selectors: string;
  declarations: string;
}

/** The blocks of a style sheet outside of print and other media. */
function blocksOf(css: string): Block[] {
  const blocks: Block[] = [];
  const open: string[] = [];
  let text = '';
  for (const [piece] of css.replace(/\/\*[^]*?(?:\*\/|$)|<!--|-->/g, '').matchAll(/[^{}]+|[{}]/g)) {
    if (piece === '{') open.push(text.split(';').at(-1)?.trim() ?? '');
    else if (piece === '}') {
      const selectors = open.pop() ?? '';
      const isShown = open.every((media) => /^@media +(?:only +)?(?:screen|all)\b(?!.*\()/i.test(media));
      if (isShown && !selectors.startsWith('@')) blocks.push({ selectors, declarations: text });
    } else {
      text = piece;
      continue;
    }
    text = '';
  }
  return blocks;
}

/** The rules of a block that decide what is seen. */
function rulesFor({ selectors, declarations }: Block): Rule[] {
  const values = declarationsIn(declarations)
    .filter(([property]) => SEEN_BY.has(property))
    .map(([property, value]) => ({ property, value }));
  if (values.length === 0) return [];
  return selectors.split(',').flatMap((one) => {
    const selector = selectorOf(one.trim());
    return values.map((value) => ({ selector, weight: weightOf(selector ?? []), ...value }));
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
