/** Converts a saved web page to the lines of text that a reader sees. */
import { parse, defaultTreeAdapter, type DefaultTreeAdapterMap } from 'parse5';
import { attributeOf, isHidden, isStruckOut, isTurned, valueOf, type Element } from './html-styles.ts';
import { isSeen, lookOf, ORDINARY, type Look } from './looks.ts';
import { itemNumber } from './list-items.ts';
import { dataTables, rowsOf } from './html-tables.ts';
import { styleSheets, type StyleSheets } from './style-sheets.ts';
import type { ExtractedText, Note } from '../extracted-text.ts';
import { TextLines } from '../text-lines.ts';
import { raised } from '../numerals.ts';

type Node = DefaultTreeAdapterMap['node'];

/** Elements that a browser does not show as text. */
const HIDDEN = new Set(
  'script style noscript template head iframe select rt rp defs desc metadata title video audio canvas object progress meter'.split(
    ' ',
  ),
);

/** Of these the words that are left out are named. */
const NAMED = new Set('select iframe noscript template video audio canvas object progress meter'.split(' '));
const HAN = /\p{Script=Han}/u;

/** Elements whose content is on lines of its own. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody tfoot thead tr ul ' +
    'textarea text'
  ).split(' '),
);
/** A step of the walk: a node to enter, or what is to be done at its end. */
type Step = { node: Node; pre: boolean; look: Look } | (() => void);

/**
 * Blocks and <br> end a line; a row of a table of data is a line with tabs between its cells; comments, scripts and hidden
 * elements are left out. White space is collapsed as in a browser, and a line break between two Chinese characters is
 * removed (CSS Text 4, segment break transformation).
 */
export function textOfHtml(html: string): ExtractedText {
  const document = parse(html);
  const sheets = styleSheets(document);
  return walk(document, dataTables(document), sheets);
}

/** Visits all nodes below one, without recursion: pages may be nested thousands of times. */
function walk(root: Node, tables: ReadonlySet<Element>, sheets: StyleSheets, cell?: Look): ExtractedText {
  const out = new TextLines(cell !== undefined);
  const notes: Note[] = [];
  const noted = new Set<string>();
  const note = (kind: Note['kind'], words: string) => {
    if (words !== '' && !noted.has(`${kind} ${words}`)) notes.push({ kind, words });
    noted.add(`${kind} ${words}`);
  };
  /** Names the words of an element that is not shown, or cannot be, where they are Chinese. */
  const isLeftOut = (element: Element): boolean => {
    const { tagName } = element;
    const hidden = isHidden(element, sheets.valueOf);
    const words = hidden || NAMED.has(tagName) ? wordsOf(element) : '';
    if (HAN.test(words)) note(hidden ? 'hidden' : 'unknown', hidden ? words : `<${tagName}>: ${words}`);
    return hidden || HIDDEN.has(tagName);
  };
  const quotes = { depth: 0 };
  if (cell === undefined) for (const words of sheets.drawn) note('drawn', words);
  const steps: Step[] = [{ node: root, pre: false, look: cell ?? ORDINARY }];
  for (let step = steps.pop(); step; step = steps.pop()) {
    if (typeof step === 'function') {
      step();
      continue;
    }
    const { node, pre } = step;
    if (defaultTreeAdapter.isTextNode(node)) {
      const seen = isSeen(step.look, sheets.areWhole);
      if (seen !== true && HAN.test(node.value))
        note(seen === 'unsure' ? 'pale' : 'hidden', node.value.replace(/\s+/g, ' ').trim());
      if (seen !== false) out.add(node.value, pre);
      continue;
    }
    if (!('childNodes' in node)) continue;
    const element = defaultTreeAdapter.isElementNode(node) ? node : undefined;
    const name = element?.tagName ?? '';
    const look = element && element !== root ? lookOf(element, step.look, sheets.valueOf) : step.look;
    if (name === 'rt') note('ruby', wordsOf(node));
    if (element && isLeftOut(element)) continue;
    if (element && isStruckOut(element)) note('struck', wordsOf(element));
    if (name === 'math') note('unknown', `an equation: ${wordsOf(node)}`);
    if (element && isTurned(element, sheets.valueOf))
      note('unknown', `words that are shown from right to left: ${wordsOf(node)}`);
    const sign = name === 'sup' ? raised(wordsOf(node)) : undefined;
    if (sign !== undefined) {
      note('raised', sign);
      out.add(sign, false);
      continue;
    }
    const alternative = name === 'img' && element ? (attributeOf(element, 'alt') ?? '') : '';
    if (HAN.test(alternative)) note('unknown', `<img>: ${alternative}`);
    if (element && tables.has(element) && element !== root) {
      out.end();
      for (const row of rowsOf(element, isLeftOut))
        out.row(row.map((one) => (typeof one === 'string' ? one : textOfCell(one, look))));
      continue;
    }
    if (name === 'br') out.break();
    if (name === 'input' && element) out.add(valueOf(element), false);
    if (name === 'q') out.add(quotes.depth++ % 2 === 0 ? '“' : '‘', false);
    const isBlock = BLOCKS.has(name);
    if (isBlock) out.end();
    if (name === 'li' && element) out.add(itemNumber(element), false);
    steps.push(() => {
      if (name === 'q') out.add(--quotes.depth % 2 === 0 ? '”' : '’', false);
      if (isBlock) out.end();
      if (name === 'td' || name === 'th') out.add('\t', true);
    });
    const inside = pre || name === 'pre' || name === 'textarea';
    for (let index = node.childNodes.length - 1; index >= 0; index--) {
      const child = node.childNodes[index];
      if (child && (element?.namespaceURI.endsWith('/svg') !== true || isShownInPicture(child, name)))
        steps.push({ node: child, pre: inside, look });
    }
  }
  return { text: out.text(), notes };

  /** The text of a cell on one line, in a table of a look. */
  function textOfCell(own: Element, look: Look): string {
    const around: Element[] = [];
    for (let one: Node | null = own; one && 'tagName' in one && one.tagName !== 'table'; one = one.parentNode)
      around.unshift(one);
    const inner = walk(
      own,
      new Set(),
      sheets,
      around.reduce((above, one) => lookOf(one, above, sheets.valueOf), look),
    );
    notes.push(...inner.notes);
    return inner.text
      .trim()
      .replace(/\s*\n\s*/g, ' ')
      .replaceAll('\t', ' ');
  }
}

/** In a picture only its texts are shown as text. */
const isShownInPicture = (child: Node, parent: string) =>
  defaultTreeAdapter.isElementNode(child) || ['text', 'tspan', 'textPath', 'a'].includes(parent);

/** The words of a node without any markup. */
function wordsOf(node: Node): string {
  const words: string[] = [];
  const nodes: Node[] = [node];
  for (let one = nodes.pop(); one; one = nodes.pop()) {
    if (defaultTreeAdapter.isTextNode(one)) words.push(one.value);
    else if ('tagName' in one && ['script', 'style'].includes(one.tagName)) continue;
    else if ('content' in one) nodes.push(one.content);
    else if ('childNodes' in one) for (const child of one.childNodes.toReversed()) nodes.push(child);
  }
  return words.join('').replace(/\s+/g, ' ').trim();
}
