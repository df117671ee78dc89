/** On every page: the button and the panel with which a reader sets size and colours, and has the page read aloud. */
import { button, element } from '../dom.ts';
// Bundled by itself, as src/client/jump/start.ts explains.
import reader from '../read-aloud/reader.ts?worker&url';
import { READ_ALOUD } from '../read-aloud/event.ts';
import { whenSpoken } from '../read-aloud/voice.ts';
import { chooseSize, chooseTheme, current, keepAddressed, sizes, themes } from './state.ts';

const SIZE_WORDS = { 18: '标准', 22: '大', 30: '特大' };
const THEME_WORDS = { auto: '自动', light: '浅色', dark: '深色' };

function choices<Value extends string>(
  name: string,
  legend: string,
  options: readonly Value[],
  words: Record<Value, string>,
  chosen: string,
  choose: (value: Value) => void,
): HTMLElement {
  const labels = options.map((value) => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'radio', name, value, checked: value === chosen, autocomplete: 'off' });
    input.addEventListener('change', () => {
      choose(value);
    });
    return element('label', {}, input, words[value]);
  });
  return element(
    'fieldset',
    {},
    element('legend', {}, legend),
    element('div', { class: 'choices' }, ...labels),
  );
}

function build(place: HTMLElement): void {
  const { size, theme } = current();
  const panel = element(
    'div',
    { class: 'display-panel', id: 'display-panel' },
    choices('display-size', '字号', sizes, SIZE_WORDS, size, chooseSize),
    choices('display-theme', '配色', themes, THEME_WORDS, theme, chooseTheme),
  );
  const show = (open: boolean) => {
    panel.hidden = !open;
    toggle.setAttribute('aria-expanded', String(open));
  };
  const toggle = button('长辈版', () => {
    show(Boolean(panel.hidden));
  });
  toggle.setAttribute('aria-controls', panel.id);
  show(false);
  panel.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    show(false);
    toggle.focus();
  });
  whenSpoken((voice) => {
    const read = button('朗读本页', () => {
      void import(/* @vite-ignore */ reader).then(() =>
        document.dispatchEvent(new CustomEvent(READ_ALOUD, { detail: voice })),
      );
    });
    panel.append(read);
  });
  place.append(toggle);
  place.after(panel);
}

keepAddressed();
const place = document.querySelector<HTMLElement>('[data-display]');
if (place) build(place);
