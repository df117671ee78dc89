/** Telling the reader: a live region for those who listen, and the clipboard. */

const PAUSE = 100;
let region: HTMLElement | undefined;

/** Has a screen reader say a text, also when it said the same before. */
export function say(text: string): void {
  region ??= liveRegion();
  const here = region;
  here.textContent = '';
  setTimeout(() => {
    here.textContent = text;
  }, PAUSE);
}

function liveRegion(): HTMLElement {
  const made = document.createElement('p');
  made.className = 'visually-hidden';
  made.setAttribute('role', 'status');
  made.dataset.said = '';
  document.querySelector('main')?.append(made);
  return made;
}

/** Puts a text on the clipboard and says so, or says that it could not; `what` names it. */
export async function copy(text: string, what: string): Promise<boolean> {
  const done = await write(text);
  say(done ? `已复制${what}` : `浏览器不允许复制，请手动复制${what}`);
  return done;
}

async function write(text: string): Promise<boolean> {
  try {
    // Only there on https and on this machine itself.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return writeBySelection(text);
  }
}

function writeBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  const focused = document.activeElement;
  document.body.append(field);
  field.select();
  // Deprecated, and the only way on an intranet without https.
  const done = (document as { execCommand(command: string): boolean }).execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return done;
}

/** Lets a control show for a moment that its text was copied: `data-copied`. */
export function flash(control: HTMLElement): void {
  control.dataset.copied = '';
  setTimeout(() => {
    delete control.dataset.copied;
  }, 2000);
}
