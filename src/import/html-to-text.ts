/** A saved web page as the lines a reader sees. */
import { parse, defaultTreeAdapter, type DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];

/** What a browser shows nothing of. */
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

/** Elements whose content stands in lines of its own. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
);

/**
 * Reads HTML to text: blocks and <br> end a line, the cells of a table's row stand side by side, comments, scripts and
 * what is hidden are left out. Blanks are those a browser shows: a row of them is one, and a line break of the file
 * between two Chinese characters is none (CSS Text 4, segment break transformation).
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
