/** The text of the page in which a selection is found again. */
import { textBlocks } from '../text-nodes.ts';
import { BLOCKS, blockOf } from './chosen.ts';

/**
 * The text of the page, and the offsets in it at which a range of the source begins and ends. Around the range it has
 * a line for each block; to find those of all of a long page would take seconds.
 */
export function locate(range: Range): [page: string, start: number, end: number] {
  const near = surroundings(range);
  const before = wholePage();
  before.setEndBefore(near);
  const after = wholePage();
  after.setStartAfter(near);
  let page = `${before.toString()}\n`;
  let [start, end] = [NaN, NaN];
  for (const { nodes } of textBlocks(near, 'button, select, textarea')) {
    for (const node of nodes) {
      if (range.intersectsNode(node)) {
        if (isNaN(start)) start = page.length + (node === range.startContainer ? range.startOffset : 0);
        end = page.length + (node === range.endContainer ? range.endOffset : node.length);
      }
      page += node.data.replace(/\s/g, ' ');
    }
    page += '\n';
  }
  return [page + after.toString(), start, end];
}

/** An element around a range with a block of the source before it and one after, whose words may be its context. */
function surroundings(range: Range): Element {
  const [first, last] = [blockOf(range.startContainer), blockOf(range.endContainer)];
  for (let element = first?.parentElement; element; element = element.parentElement) {
    const blocks = element.querySelectorAll(BLOCKS);
    const hasContext = blocks[0] !== first && blocks[blocks.length - 1] !== last;
    if (hasContext && element.contains(range.endContainer)) return element;
  }
  return document.body;
}

function wholePage(): Range {
  const range = document.createRange();
  range.selectNodeContents(document.body);
  return range;
}
