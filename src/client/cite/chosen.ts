/** What a reader selected of the source: its words, and where they stand. */
import { anchorName, anchorsName } from '../../labels/names.ts';
import { textNodes } from '../text-nodes.ts';

/** Paragraphs and headings of the source. */
export const BLOCKS = 'main [data-line]';
const CITABLE = 'main .sentence[id], main #duty, main [data-line][id^=L]';

export interface Chosen {
  /** From the first to the last word. */
  range: Range;
  /** Without what the site added between them. */
  words: string;
  /** 第2句, 第2—4句; empty where nothing of it can be cited. */
  place: string;
  /** The id of the first sentence, clause or line in it. */
  id: string | undefined;
  /** Whether these are chosen from the beginning of the first to the end of the last. */
  isWhole: boolean;
}

/** A part of a text node. */
interface Piece {
  node: Text;
  start: number;
  end: number;
}

/** The paragraph or heading of the source that a node is in. */
export function blockOf(node: Node): HTMLElement | null | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>(BLOCKS);
}

const isSource = (node: Node) => Boolean(blockOf(node));

/** The selection, if all of it is text of the source. */
export function chosenSource(): Chosen | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed) return undefined;
  const selected = selection.getRangeAt(0);
  const { commonAncestorContainer: within } = selected;
  const pieces = piecesOf(within instanceof Element ? within : within.parentElement, selected);
  const [from, to] = [pieces[0], pieces[pieces.length - 1]];
  if (!from || !to || !pieces.every(({ node }) => isSource(node))) return undefined;
  const range = document.createRange();
  range.setStart(from.node, from.start);
  range.setEnd(to.node, to.end);
  const touched = Array.from(document.querySelectorAll<HTMLElement>(CITABLE)).filter(
    (one) => anchorName(one.id) !== undefined && range.intersectsNode(one) && wordsIn(one, range) !== '',
  );
  const [first, last] = [touched[0], touched[touched.length - 1]];
  return {
    ...{ range, words: linesOf(pieces), id: first?.id },
    place: first && last ? anchorsName(first.id, last.id) : '',
    isWhole: touched.length > 0 && touched.every((one) => wordsIn(one, range) === wordsIn(one)),
  };
}

/** The words under an element, or those of them that a range covers; what the site added is left out, and blanks between lines. */
function piecesOf(root: Element | null, range?: Range): Piece[] {
  if (!root) return [];
  return textNodes(root, (one) => one.matches('[data-voice=site], script, style'))
    .filter((node) => range?.intersectsNode(node) !== false)
    .map((node) => ({
      node,
      start: node === range?.startContainer ? range.startOffset : 0,
      end: node === range?.endContainer ? range.endOffset : node.length,
    }))
    .filter(({ node, start, end }) => isSource(node) || node.data.slice(start, end).trim() !== '');
}

/** A sentence is chosen whole also without its full stop. */
const wordsIn = (element: Element, range?: Range) =>
  piecesOf(element, range)
    .map(({ node, start, end }) => node.data.slice(start, end))
    .join('')
    .replace(/[\s。；，、：]/g, '');

/** The text of pieces, with a line for each line of the source. */
function linesOf(pieces: Piece[]): string {
  const lines: string[] = [];
  let line: Element | null | undefined;
  for (const { node, start, end } of pieces) {
    const block = blockOf(node);
    const text = node.data.slice(start, end);
    if (block === line) lines.push(`${lines.pop() ?? ''}${text}`);
    else lines.push(text);
    line = block;
  }
  return lines.map((one) => one.trim()).join('\n');
}
