/** Loaded at the first selection: selected words of the source get a button that copies a link to just these words. */
import { copyButton } from '../copy.ts';
import { textBlocks } from '../text-nodes.ts';
import { textFragment } from './fragment.ts';
import { pageAddress } from './place.ts';

const SETTLED = 250;
const GAP = 8;

let fragment: string | undefined;
let settled: ReturnType<typeof setTimeout> | undefined;
const control = copyButton('复制链接到所选文字', '所选文字的链接', () => pageAddress(fragment));
control.className = 'copy-selection';
control.dataset.voice = 'site';
// A click would take the selection away before it is used.
control.addEventListener('pointerdown', (event) => {
  event.preventDefault();
});
document.addEventListener('selectionchange', updateSoon);
updateSoon();

function updateSoon(): void {
  clearTimeout(settled);
  settled = setTimeout(update, SETTLED);
}

function update(): void {
  const range = selectedSource();
  fragment = range && fragmentOf(range);
  if (!range || fragment === undefined) control.remove();
  else place(range);
}

/** The selection, if it begins and ends in text of the source. */
function selectedSource(): Range | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  return blockOf(range.startContainer) && blockOf(range.endContainer) ? range : undefined;
}

/** The paragraph or heading of the source that a node stands in. */
function blockOf(node: Node): HTMLElement | null | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>('main [data-line]');
}

function fragmentOf(range: Range): string | undefined {
  let page = '';
  let start: number | undefined;
  let end = 0;
  for (const { nodes } of textBlocks(document.body, 'button, select, textarea')) {
    for (const node of nodes) {
      if (range.intersectsNode(node)) {
        start ??= page.length + (node === range.startContainer ? range.startOffset : 0);
        end = page.length + (node === range.endContainer ? range.endOffset : node.length);
      }
      page += node.data.replace(/\s/g, ' ');
    }
    page += '\n';
  }
  return start === undefined ? undefined : textFragment(page, start, end);
}

/** Puts the button below the end of the selection, and next to it in the order of the keyboard. */
function place(range: Range): void {
  const block = blockOf(range.endContainer);
  const rects = range.getClientRects();
  const last = rects[rects.length - 1];
  if (!block || !last) return;
  (block.closest('.source-text') ?? block).after(control);
  control.style.inset = '0 auto auto 0';
  const own = control.getBoundingClientRect();
  const room = document.documentElement.clientWidth - own.width - GAP;
  const left = Math.max(GAP, Math.min(last.right - own.width, room));
  control.style.inset = `${last.bottom + GAP - own.top}px auto auto ${left - own.left}px`;
}
