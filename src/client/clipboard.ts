/** Copying a text, and saying so: on the button, and in a live region for screen readers. */
import { button, element } from './dom.ts';

const ANNOUNCE_DELAY = 100;
const LABEL_SHOWN = 2000;

/** Has a screen reader say a text, even if it said the same before. */
export function announce(text: string): void {
  const region = document.querySelector('[data-said]') ?? liveRegion();
  region.textContent = '';
  setTimeout(() => (region.textContent = text), ANNOUNCE_DELAY);
}

function liveRegion(): HTMLElement {
  const region = element('p', { class: 'visually-hidden', role: 'status', 'data-said': '' });
  document.querySelector('main')?.append(region);
  return region;
}

/** Copies a text and announces whether it could; `what` names the text. */
export async function copy(text: string, what: string): Promise<boolean> {
  const done = await write(text);
  announce(done ? `已复制${what}` : `浏览器不允许复制，请手动复制${what}`);
  return done;
}

/** A button that copies a text and says so in place of its label for a moment. */
export function copyButton(label: string, what: string, text: () => string): HTMLButtonElement {
  const made = button(label, () => {
    void copy(text(), what).then((done) => {
      made.textContent = done ? '已复制' : '没有复制成功';
      setTimeout(() => (made.textContent = label), LABEL_SHOWN);
    });
  });
  return made;
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Browsers offer the clipboard on https alone; on an intranet without it this deprecated command is what is left.
    return writeFromField(text);
  }
}

/** Copies by way of a selected field, and puts the reader's own selection and focus back. */
function writeFromField(text: string): boolean {
  const focused = document.activeElement;
  const selection = document.getSelection();
  const selected = selection?.isCollapsed === false ? selection.getRangeAt(0) : undefined;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  document.body.append(field);
  field.select();
  const done = (document as { execCommand(command: string): boolean }).execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  if (selected) {
    selection?.removeAllRanges();
    selection?.addRange(selected);
  }
  return done;
}
