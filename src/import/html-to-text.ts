/** Converts a saved web page to the lines of text that a reader sees. */
import { parse, defaultTreeAdapter, type DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];

/** Elements that a browser does not show as text. */
const HIDDEN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'iframe',
  'svg',
  'select',
  'textarea',
]);

/** Elements whose content is on lines of its own. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
);

/**
 * Blocks and <br> end a line, the cells of a table row are separated by tabs, comments, scripts and hidden elements are
 * left out. White space is collapsed as in a browser, and a line break between two Chinese characters is removed
 * (CSS Text 4, segment break transformation).
 */
export function textOfHtml(html: string): string {
  const lines: string[] = [''];
  const add = (text: string) => {
    lines.push((lines.pop() ?? '') + text);
  };
  const end = () => {
    if (lines.at(-1) !== '') lines.push('');
  };
  const visit = (node: Node, pre: boolean) => {
    if (defaultTreeAdapter.isTextNode(node)) {
      const [first = '', ...more] = pre ? node.value.split('\n') : [node.value];
      add(first);
      lines.push(...more);
      return;
    }
    if (!('childNodes' in node)) return;
    const name = defaultTreeAdapter.isElementNode(node) ? node.tagName : '';
    if (HIDDEN.has(name) || (defaultTreeAdapter.isElementNode(node) && isHidden(node))) return;
    if (name === 'br') lines.push('');
    const block = BLOCKS.has(name);
    if (block) end();
    for (const child of node.childNodes) visit(child, pre || name === 'pre');
    if (block) end();
    if (name === 'td' || name === 'th') add('\t');
  };
  visit(parse(html), false);
  return `${lines.map(asShown).filter(Boolean).join('\n')}\n`;
}

const isHidden = ({ attrs }: DefaultTreeAdapterMap['element']) =>
  attrs.some(
    ({ name, value }) => name === 'hidden' || (name === 'style' && /display\s*:\s*none/i.test(value)),
  );

const asShown = (line: string) =>
  line
    .replace(/(?<=[\u2e80-\uffef])[ ]*\n\s*(?=[\u2e80-\uffef])/g, '')
    .replace(/[ \n\f\r]+/g, ' ')
    .replace(/ ?\t ?/g, '\t')
    .replace(/^ | $|\t+$/g, '');
