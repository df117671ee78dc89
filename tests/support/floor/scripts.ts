/** Finds in a script what the oldest supported browsers lack. */
import { parse, type Node } from 'acorn';
import type { Identifier } from '@mdn/browser-compat-data';
import { usesOfSelector } from './styles.ts';
import { entryAt, lackedBy, table, type Lack } from './table.ts';

/** The last edition whose syntax all browsers of the floor have. */
const ECMA_VERSION = 2020;

const { api } = table;
const { builtins = {}, regular_expressions: patterns } = table.javascript;

/** Interfaces of what stands under a name of its own. */
const INTERFACES: Record<string, string> = {
  document: 'Document',
  history: 'History',
  location: 'Location',
  navigator: 'Navigator',
  self: 'Window',
  window: 'Window',
};

/** What has a member, by the name of the member. */
const owners = new Map<string, Identifier[]>();
for (const entry of [...Object.values(api), ...Object.values(builtins)]) {
  for (const [name, member] of Object.entries(entry)) {
    if (!/^[A-Za-z]\w*$/.test(name)) continue;
    const plain = name.replace(/_static$/, '');
    owners.set(plain, [...(owners.get(plain) ?? []), member as Identifier]);
  }
}

/** What a script needs beyond the floor: syntax, names that the browser gives it, what it calls, selectors it asks for. */
export function lacksInScript(code: string): Lack[] {
  let tree: Node;
  try {
    tree = parse(code, { ecmaVersion: ECMA_VERSION, sourceType: 'module' });
  } catch (error) {
    const { message, pos } = error as SyntaxError & { pos: number };
    return [
      { feature: `syntax: ${message}`, browsers: ['all'], near: code.slice(Math.max(0, pos - 20), pos + 40) },
    ];
  }
  const lacks: Lack[] = [];
  visit(tree, (node) => {
    for (const [feature, browsers] of lacksOf(node)) {
      const near = code.slice(Math.max(0, node.start - 20), node.end + 20).slice(0, 80);
      if (browsers.length > 0) lacks.push({ feature, browsers, near });
    }
  });
  return lacks;
}

/** The fields that are looked at; a node has others as well. */
interface SyntaxNode extends Node {
  name?: string;
  computed?: boolean;
  object?: SyntaxNode;
  property?: SyntaxNode;
  callee?: SyntaxNode;
  value?: unknown;
  regex?: { pattern: string };
}

function visit(value: unknown, look: (node: SyntaxNode) => void): void {
  if (Array.isArray(value)) for (const one of value) visit(one, look);
  else if (value !== null && typeof value === 'object') {
    if ('type' in value && typeof value.type === 'string') look(value as SyntaxNode);
    for (const one of Object.values(value)) visit(one, look);
  }
}

type Lacks = [feature: string, browsers: string[]][];

function lacksOf(node: SyntaxNode): Lacks {
  switch (node.type) {
    case 'Identifier':
      return [
        [node.name ?? '', lackedBy(entryAt(api, node.name ?? '') ?? entryAt(builtins, node.name ?? ''))],
      ];
    case 'MemberExpression':
      return lacksOfMember(node);
    case 'CallExpression':
      return lacksOfCall(node.callee);
    case 'Literal':
      if (node.regex) return lacksOfPattern(node.regex.pattern);
      return typeof node.value === 'string' ? lacksOfText(node.value) : [];
    case 'TemplateElement':
      return lacksOfText((node.value as { raw: string }).raw);
    default:
      return [];
  }
}

/** `CSS.highlights`: a member of what the browser has under a name. */
function lacksOfMember({ computed, object, property }: SyntaxNode): Lacks {
  const [owner, name] = [object?.name ?? '', property?.name ?? ''];
  if (computed === true || name === '') return [];
  const entry = entryAt(api, INTERFACES[owner] ?? owner) ?? entryAt(builtins, owner);
  return [[`${owner}.${name}`, lackedBy(entryAt(entry, name) ?? entryAt(entry, `${name}_static`))]];
}

/** `….replaceChildren()`: a function that nothing has which the browsers of the floor know. */
function lacksOfCall(callee: SyntaxNode | undefined): Lacks {
  if (callee?.type !== 'MemberExpression' || callee.computed === true) return [];
  const name = callee.property?.name ?? '';
  const lacking = (owners.get(name) ?? []).map(lackedBy);
  return lacking.every((browsers) => browsers.length > 0)
    ? [[`.${name}()`, [...new Set(lacking.flat())]]]
    : [];
}

/** A text may be a selector, or the pattern of a regular expression. */
function lacksOfText(text: string): Lacks {
  const isSelector = /[\w\])*]?:[a-z-]+(?:\(|$)/.test(text);
  const uses = isSelector ? usesOfSelector(text) : [];
  return [
    ...uses.map(({ feature, entry }): Lacks[number] => [feature, lackedBy(entry)]),
    ...lacksOfPattern(text),
  ];
}

const lookbehind = entryAt(patterns, 'lookbehind_assertion');

const lacksOfPattern = (pattern: string): Lacks =>
  /\(\?<[=!]/.test(pattern) ? [['(?<=…)', lackedBy(lookbehind)]] : [];
