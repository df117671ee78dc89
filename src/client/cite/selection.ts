/** Loaded at the first selection: selected words of the source get a button that copies a link to just these words. */
import { copyButton } from '../clipboard.ts';
import { blockOf, locate } from './page-text.ts';
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
  fragment = range && textFragment(...locate(range));
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
