/**
 * The list below the search box: a combobox after the ARIA Authoring Practices (list autocomplete, the focus stays in
 * the box). An entry is a link, so that it opens as links do; with none chosen the form searches.
 */
import { finder, RANKS, type JumpMatch } from '../../search/jump-search.ts';
import { element } from '../dom.ts';
import { OPEN, type Opening } from './opening.ts';
import { addressOf, countText, nameOf, reasonOf } from './words.ts';

const SHOWN = 6;
// On the search page the results stand below: few entries, and none that the results give as well.
const SHOWN_ABOVE_RESULTS = 3;
const IN_RESULTS = RANKS.indexOf('contains');
const SPEAKING_PAUSE = 400;

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
  let chosen = -1;
  let speaking: ReturnType<typeof setTimeout> | undefined;
  form.append(panel, status);

  function update(): void {
    const all = find(input.value).filter(({ rank }) => !aboveResults || RANKS.indexOf(rank) < IN_RESULTS);
    const shown = all.slice(0, aboveResults ? SHOWN_ABOVE_RESULTS : SHOWN);
    close();
    if (input.value.trim() === '') return;
    list.replaceChildren(...shown.map(option));
    const text = countText(shown.length, all.length);
    foot.textContent = text;
    panel.hidden = shown.length === 0;
    input.setAttribute('aria-expanded', String(!panel.hidden));
    speaking = setTimeout(() => (status.textContent = text), SPEAKING_PAUSE);
  }

  function close(): void {
    clearTimeout(speaking);
    choose(-1);
    panel.hidden = true;
    input.setAttribute('aria-expanded', 'false');
  }

  function choose(at: number): void {
    chosen = at;
    for (const [index, each] of [...list.children].entries())
      each.setAttribute('aria-selected', String(index === at));
    const active = list.children[at];
    if (!active) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    input.setAttribute('aria-activedescendant', active.id);
    active.scrollIntoView({ block: 'nearest' });
  }

  /** One up or down; between the last and the first entry none is chosen. */
  function move(step: number): void {
    if (panel.hidden) update();
    const places = panel.hidden ? 1 : list.children.length + 1;
    choose(((chosen + 1 + step + places) % places) - 1);
  }

  /** Answers a key; says whether that was all it should do. */
  function press(key: string): boolean {
    const active = list.children[chosen];
    switch (key) {
      case 'ArrowDown':
      case 'ArrowUp':
        move(key === 'ArrowDown' ? 1 : -1);
        return !panel.hidden;
      case 'Enter':
        if (active instanceof HTMLElement) active.click();
        return active !== undefined;
      case 'Escape':
        if (panel.hidden) return false;
        close();
        return true;
      case 'Home':
      case 'End':
      case 'ArrowLeft':
      case 'ArrowRight':
        choose(-1);
    }
    return false;
  }

  input.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) update();
  });
  input.addEventListener('compositionend', update);
  input.addEventListener('compositionstart', close);
  input.addEventListener('keydown', (event) => {
    const { altKey, ctrlKey, metaKey, shiftKey } = event;
    // Safari ends a composition before the key that ended it; only the old key code tells.
    const composing = event.isComposing || (event as { keyCode: number }).keyCode === 229;
    if (!composing && !altKey && !ctrlKey && !metaKey && !shiftKey && press(event.key))
      event.preventDefault();
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
