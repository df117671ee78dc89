/** On every page: makes the search box of the header a combobox, whose list and data are loaded when it is first used. */
import type { JumpData } from '../../search/jump-entries.ts';
// Bundled by itself like a worker, but run on the page: Vite's own dynamic import adds three times the code of this
// script to every page. Such a file exports nothing, so it is called by an event.
import script from './box.ts?worker&url';
import { OPEN, type Opening } from './opening.ts';

const input = document.querySelector<HTMLInputElement>('[data-jump] input');
let opening = false;
let typed = false;

async function open(box: HTMLInputElement): Promise<void> {
  if (opening) return;
  opening = true;
  try {
    const [data] = await Promise.all([load(box.form?.dataset.jump ?? ''), import(/* @vite-ignore */ script)]);
    box.dispatchEvent(new CustomEvent<Opening>(OPEN, { bubbles: true, detail: { input: box, data, typed } }));
  } catch {
    // The form searches without it; the next use of the box tries again.
    opening = false;
  }
}

async function load(address: string): Promise<JumpData> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(address);
  return response.json() as Promise<JumpData>;
}

if (input) {
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-controls', 'jump-list');
  input.addEventListener('input', (event) => {
    typed = !(event instanceof InputEvent && event.isComposing);
  });
  input.addEventListener('compositionend', () => {
    typed = true;
  });
  input.addEventListener('focus', () => void open(input));
  if (document.activeElement === input) void open(input);
}
