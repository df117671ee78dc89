/** Writes XML: `element` adds no white space to its content, `block` puts each child element on a line of its own. */

const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an XML element or attribute; characters that XML does not allow are dropped. */
export function xmlText(text: string): string {
  return text.replace(NOT_XML, '').replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element with its content, which is XML already; without content an empty element. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${xmlText(String(value))}"`],
  );
  const head = `${name}${written.join('')}`;
  return content === '' ? `<${head}/>` : `<${head}>${content}</${name}>`;
}

/** An element whose children are elements only. */
export function block(name: string, attributes: Attributes, children: string[]): string {
  return element(name, attributes, children.length === 0 ? '' : `\n${children.join('\n')}\n`);
}
