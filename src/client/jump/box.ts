/**
 * Loaded when the search box is first used: lists the pages that match what is typed, a combobox with list autocomplete.
 * An option is a link, so that it opens as links do; with none selected the form searches.
 */
import Combobox from '@github/combobox-nav';
import { RANKS, type JumpMatch } from '../../search/jump-matches.ts';
import { finder } from '../../search/jump-search.ts';
import { element, fill } from '../dom.ts';
import { onTyped } from '../typing.ts';
import { OPEN, type Opening } from './opening.ts';
import { addressOf, countText, nameOf, reasonOf } from './words.ts';

const MAX_ENTRIES = 6;
// On the search page the results are below: few entries, and none that the results have as well.
const MAX_ABOVE_RESULTS = 3;
const IN_RESULTS = RANKS.indexOf('contains');
const ANNOUNCE_DELAY = 400;

document.addEventListener(OPEN, (event) => {
  jumpBox((event as CustomEvent<Opening>).detail);
});

function jumpBox({ input, data, typed }: Opening): void {
  const { form } = input;
  if (!form) return;
  const aboveResults = new URL(form.action).pathname === location.pathname;
  const find = finder(data);
  const list = element('div', { role: 'listbox', id: 'jump-list', 'aria-label': '直接前往' });
  const foot = element('p', { class: 'jump-foot', 'aria-hidden': 'true' });
  const panel = element('div', { class: 'jump', 'data-voice': 'site', hidden: '' }, list, foot);
  const status = element('div', { class: 'visually-hidden', role: 'status' });
  const combobox = new Combobox(input, list, { tabInsertsSuggestions: false });
  const isOpen = () => !panel.hidden && !list.hidden;
  let announcing: ReturnType<typeof setTimeout> | undefined;
  form.append(panel, status);

  function update(): void {
    const all = find(input.value).filter(({ rank }) => !aboveResults || RANKS.indexOf(rank) < IN_RESULTS);
    const shown = all.slice(0, aboveResults ? MAX_ABOVE_RESULTS : MAX_ENTRIES);
    close();
    if (input.value.trim() === '') return;
    fill(list, ...shown.map(option));
    list.hidden = shown.length === 0;
    const text = countText(shown.length, all.length, data.numbers !== undefined);
    foot.textContent = text;
    // What the list does not have stands below it on the search page, and is one key away on others.
    panel.hidden = shown.length === 0 && aboveResults;
    if (shown.length > 0) combobox.start();
    announcing = setTimeout(() => (status.textContent = text), ANNOUNCE_DELAY);
  }

  function close(): void {
    clearTimeout(announcing);
    combobox.stop();
    panel.hidden = true;
  }

  // Registered before the combobox listens, which thus never sees a composition begin whose end it would miss.
  input.addEventListener('compositionstart', close);
  onTyped(input, update);
  input.addEventListener('keydown', (event) => {
    const { key, isComposing, altKey, ctrlKey, metaKey, shiftKey } = event;
    // Safari ends a composition before the key that ended it; only the old key code tells.
    const composing = isComposing || (event as { keyCode: number }).keyCode === 229;
    if (composing || altKey || ctrlKey || metaKey || shiftKey) return;
    if (key === 'Escape' && !panel.hidden) {
      event.preventDefault();
      close();
    } else if (/^Arrow(Down|Up)$/.test(key) && !isOpen()) {
      update();
      if (!isOpen()) return;
      event.preventDefault();
      combobox.navigate(key === 'ArrowDown' ? 1 : -1);
    }
  });
  input.addEventListener('blur', close);
  form.addEventListener('submit', close);
  // A press on an entry leaves the focus in the box, which would close the list under the finger.
  panel.addEventListener('mousedown', (event) => {
    event.preventDefault();
  });
  list.addEventListener('click', close);
  if (typed && document.activeElement === input) update();
}

function option(match: JumpMatch, index: number): HTMLElement {
  const { before, name } = nameOf(match.entry);
  const attributes = { role: 'option', id: `jump-${index}`, tabindex: '-1', 'aria-selected': 'false' };
  return element(
    'a',
    { ...attributes, href: addressOf(match.entry) },
    ...(before === '' ? [] : [element('span', { class: 'jump-number' }, before), ' ']),
    name,
    ' ',
    element('small', {}, reasonOf(match)),
  );
}
