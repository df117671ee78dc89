/** Reads the XML of a Word file as a tree. Names are without their prefix, so that strict files read like others. */

export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: (XmlElement | string)[];
}

export const EMPTY: XmlElement = { name: '', attributes: new Map(), children: [] };

const TOKEN =
  /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<\?[^]*?\?>|<!(?:[^>[]|\[[^\]]*\])*>|<(\/?)([^\s/>]+)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>|[^<]+/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const withoutPrefix = (name: string) => name.slice(name.indexOf(':') + 1);

function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,6}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Parses a file; damaged nesting is closed where the file ends. */
export function parseXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: new Map(), children: [] };
  const open = [root];
  for (const [whole, data, closing, name = '', rest = '', empty] of text.matchAll(TOKEN)) {
    const here = open.at(-1) ?? root;
    if (data !== undefined) here.children.push(data);
    else if (!whole.startsWith('<')) here.children.push(decoded(whole));
    else if (name === '') continue;
    else if (closing === '/') {
      if (open.length > 1) open.pop();
    } else {
      const attributes = new Map(
        Array.from(rest.matchAll(ATTRIBUTE), ([, key = '', double, single]) => [
          withoutPrefix(key),
          decoded(double ?? single ?? ''),
        ]),
      );
      const element = { name: withoutPrefix(name), attributes, children: [] };
      here.children.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  return root;
}

const isElement = (child: XmlElement | string): child is XmlElement => typeof child !== 'string';

/** The elements directly below one. */
export const elementsOf = ({ children }: XmlElement): XmlElement[] => children.filter(isElement);

/** The first element below one on a path of names. */
export function find(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (here, name) => here && elementsOf(here).find((child) => child.name === name),
    element,
  );
}

/** The value of a property such as <w:numId w:val="3"/>. */
export const valueIn = (element: XmlElement | undefined, ...path: string[]) =>
  find(element, ...path)?.attributes.get('val');

/** Whether a property that may be switched off is set: <w:vanish/>, but not <w:vanish w:val="0"/>; undefined where it is not there. */
export function isSet(element: XmlElement | undefined, name: string): boolean | undefined {
  const property = find(element, name);
  return property && !/^(?:0|false|off|none)$/.test(property.attributes.get('val') ?? '1');
}

/** All text in an element. */
export function textOf(element: XmlElement): string {
  const texts: string[] = [];
  const rest: (XmlElement | string)[] = [element];
  for (let one = rest.pop(); one !== undefined; one = rest.pop()) {
    if (typeof one === 'string') texts.push(one);
    else for (const child of one.children.toReversed()) rest.push(child);
  }
  return texts.join('');
}

/** The words in an element, without instructions of fields. */
export const wordsOf = (element: XmlElement): string =>
  element.name === 't' ? textOf(element) : elementsOf(element).map(wordsOf).join('');
