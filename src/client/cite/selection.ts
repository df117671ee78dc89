/** Selecting words of the government's text offers a link that leads to just these words. */
import { button } from '../button.ts';
import { textFragment, type Edge } from './fragment.ts';
import { pageAddress } from './place.ts';
import { copy } from './say.ts';

const SETTLED = 250;
const GAP = 8;
const OFFER = '复制链接到所选文字';

/** Offers the button where the browser can follow such links. */
export function watchSelection(): void {
  if (!('fragmentDirective' in document)) return;
  let fragment: string | undefined;
  const control = button(OFFER, () => {
    if (fragment === undefined) return;
    void copy(pageAddress(fragment), '所选文字的链接').then((done) => {
      control.textContent = done ? '已复制' : '没有复制成功';
      setTimeout(() => (control.textContent = OFFER), 2000);
    });
  });
  control.className = 'copy-selection';
  control.dataset.voice = 'site';
  let settled: ReturnType<typeof setTimeout> | undefined;

  const update = () => {
    const range = chosenRange();
    fragment = range && fragmentOf(range);
    if (!range || fragment === undefined) control.remove();
    else place(control, range);
  };
  document.addEventListener('selectionchange', () => {
    clearTimeout(settled);
    settled = setTimeout(update, SETTLED);
  });
  // A click would take the selection away before it is used.
  control.addEventListener('pointerdown', (event) => {
    event.preventDefault();
  });
}

/** The selection, if it begins and ends in the government's words. */
function chosenRange(): Range | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  return blockOf(range.startContainer) && blockOf(range.endContainer) ? range : undefined;
}

/** The paragraph or heading of the main text that a node stands in. */
function blockOf(node: Node): HTMLElement | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>('main [data-line]') ?? undefined;
}

function fragmentOf(range: Range): string | undefined {
  const start = edge(range.startContainer, range.startOffset);
  const end = edge(range.endContainer, range.endOffset);
  if (!start || !end || range.toString().trim() === '') return undefined;
  return textFragment(start, end, document.body.textContent);
}

function edge(node: Node, offset: number): Edge | undefined {
  const block = blockOf(node);
  if (!block) return undefined;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, offset);
  return { block: block.textContent, at: before.toString().length };
}

/** Puts the button below the end of a selection, and next to it in the order of the keyboard. */
function place(button: HTMLButtonElement, range: Range): void {
  const block = blockOf(range.endContainer);
  const last = Array.from(range.getClientRects()).at(-1);
  if (!block || !last) return;
  (block.closest('.source-text') ?? block).after(button);
  button.style.inset = '0 auto auto 0';
  const own = button.getBoundingClientRect();
  const room = document.documentElement.clientWidth - own.width - GAP;
  const left = Math.max(GAP, Math.min(last.right - own.width, room));
  button.style.inset = `${last.bottom + GAP - own.top}px auto auto ${left - own.left}px`;
}
