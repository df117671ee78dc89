/** Loaded at the first selection: selected words of the source can be copied with their link, or sent. */
import { quotationText, taskName } from '../../labels/names.ts';
import { copyButton } from '../clipboard.ts';
import { element } from '../dom.ts';
import { blockOf, chosenSource, type Chosen } from './chosen.ts';
import { textFragment } from './fragment.ts';
import { locate } from './page-text.ts';
import { citedWork, pageAddress } from './place.ts';
import { shareButton } from './share.ts';

const SETTLED = 250;
const GAP = 8;

let chosen: Chosen | undefined;
let address = '';
let settled: ReturnType<typeof setTimeout> | undefined;
const control = element(
  'div',
  { class: 'copy-selection', role: 'group', 'aria-label': '所选文字', 'data-voice': 'site' },
  copyButton('复制文字和链接', '所选文字和链接', () => `${quotation()}\n${address}`),
  copyButton('复制链接', '所选文字的链接', () => address),
  ...shareButton(() => ({ text: quotation(), url: address })),
);
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
  chosen = chosenSource();
  if (!chosen) {
    control.remove();
    return;
  }
  address = pageAddress(fragmentOf(chosen));
  place(chosen.range);
}

/** The shortest that is right: the id of what is chosen whole, otherwise the words, where browsers follow these. */
function fragmentOf({ range, id, isWhole }: Chosen): string | undefined {
  if (isWhole || !('fragmentDirective' in document)) return id;
  return textFragment(...locate(range)) ?? id;
}

function quotation(): string {
  if (!chosen) return '';
  const { title, part } = citedWork();
  const task = /^task-(.+)$/.exec(
    blockOf(chosen.range.startContainer)?.closest('[id^=task-]')?.id ?? '',
  )?.[1];
  const place = task === undefined ? part && part + chosen.place : taskName({ number: task });
  return quotationText(chosen.words, title, place);
}

/** Puts the buttons below the end of the selection, and next to it in the order of the keyboard. */
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
