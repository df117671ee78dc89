/** Finds in a stylesheet what the oldest supported browsers lack. */
import postcss, { type AtRule, type ChildNode, type Container, type Declaration, type Rule } from 'postcss';
import type { Identifier } from '@mdn/browser-compat-data';
import { entryAt, lackedBy, table, type Lack } from './table.ts';

const { properties, selectors, types, 'at-rules': atRules } = table.css;

/** A feature that is used, with its entry in the table. */
interface Use {
  feature: string;
  entry: Identifier | undefined;
}

/** What a stylesheet needs beyond the floor, except where it asks first (`@supports`) or has a value to fall back on. */
export function lacksInStyles(css: string): Lack[] {
  const lacks: Lack[] = [];
  postcss.parse(css).walk((node) => {
    if (isAskedFor(node)) return;
    for (const { feature, entry } of usesOf(node)) {
      const browsers = lackedBy(entry);
      if (browsers.length > 0) lacks.push({ feature, browsers, near: String(node).slice(0, 80) });
    }
  });
  return lacks;
}

/** Whether only browsers that know it read it; what is in `@supports not` is for the others. */
function isAskedFor(node: ChildNode): boolean {
  for (
    let up = node.parent;
    up?.type === 'atrule' || up?.type === 'rule';
    up = up.parent as Container | undefined
  ) {
    const { name, params = '' } = up as Partial<AtRule>;
    if (name === 'supports' && !params.startsWith('not')) return true;
  }
  return false;
}

function usesOf(node: ChildNode): Use[] {
  if (node.type === 'atrule') return usesOfAtRule(node);
  if (node.type === 'rule') return [...usesOfSelector(node.selector), ...usesOfBox(node)];
  return node.type === 'decl' && !hasFallback(node) ? usesOfDeclaration(node) : [];
}

function usesOfAtRule({ name, params }: AtRule): Use[] {
  const own = { feature: `@${name}`, entry: entryAt(atRules, name) };
  if (name !== 'media') return [own];
  const asked = [...params.matchAll(/\(\s*(?:min-|max-)?([\w-]+)/g)].map(([, feature = '']) => ({
    feature: `@media (${feature})`,
    entry: entryAt(atRules, 'media', feature),
  }));
  const hasRange = /[<>]/.test(params);
  return hasRange
    ? [...asked, { feature: '@media (… < …)', entry: entryAt(atRules, 'media', 'range_syntax') }]
    : asked;
}

/** The pseudo-classes and pseudo-elements of a selector, which may also be one that a script asks for. */
export function usesOfSelector(selector: string): Use[] {
  const uses = [...selector.matchAll(/::?([a-z-]+)/g)].map(([feature, name = '']) => ({
    feature,
    entry: entryAt(selectors, name),
  }));
  const hasList = /:not\((?:[^()[\],\s>+~]|\[[^\]]*\]|\([^)]*\))*[,\s>+~]/.test(selector);
  return hasList
    ? [...uses, { feature: ':not(…, …)', entry: entryAt(selectors, 'not', 'selector_list') }]
    : uses;
}

/** Gaps are older in grids than in flexible boxes. */
function usesOfBox(rule: Rule): Use[] {
  const isFlexible = rule.some(
    (one) => one.type === 'decl' && one.prop === 'display' && one.value.includes('flex'),
  );
  const hasGap = rule.some((one) => one.type === 'decl' && /^(?:(?:row|column)-)?gap$/.test(one.prop));
  return isFlexible && hasGap
    ? [{ feature: `gap in ${rule.selector}`, entry: entryAt(properties, 'gap', 'flex_context') }]
    : [];
}

/** Whether the same rule gives the property, or its prefixed name, a value that a browser keeps which does not know this one. */
function hasFallback({ prop, value, parent }: Declaration): boolean {
  const siblings = (parent as Rule).nodes.filter((one): one is Declaration => one.type === 'decl');
  return siblings.some((one) => {
    if (one.prop !== prop) return one.prop.replace(/^-(?:webkit|moz)-/, '') === prop;
    return one.value !== value && usesOfDeclaration(one).every(({ entry }) => lackedBy(entry).length === 0);
  });
}

function usesOfDeclaration({ prop, value }: Declaration): Use[] {
  const words = value.replace(/"[^"]*"|'[^']*'|url\([^)]*\)/g, '');
  const named = (pattern: RegExp) => [...words.matchAll(pattern)].map(([, name = '']) => name);
  const functions = named(/(?<![\w-])([a-z][\w-]*)\(/g).map((name) => ({
    feature: `${name}()`,
    entry: entryAt(types, name) ?? entryAt(types, 'color', name),
  }));
  const units = named(/(?<![\w#-])[\d.]+([a-z]+)/gi).map((unit) => ({
    feature: unit,
    entry: entryAt(types, 'length', unit.startsWith('cq') ? 'container_query_length_units' : unit),
  }));
  if (prop.startsWith('-')) return [...functions, ...units];
  const keywords = named(/(?<![\w.#-])([a-z][\w-]*)/gi).map((word) => ({
    feature: `${prop}: ${word}`,
    entry: entryAt(properties, prop, word),
  }));
  const own = { feature: prop, entry: entryAt(properties, prop) };
  // Of a property that is unknown no value is known.
  return lackedBy(own.entry).length > 0 ? [own] : [own, ...keywords, ...functions, ...units];
}
