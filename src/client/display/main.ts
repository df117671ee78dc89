/** Builds the button and the panel with which a reader sets size and colours, and starts reading aloud. */
import { button } from '../button.ts';
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
): HTMLFieldSetElement {
  const fieldset = document.createElement('fieldset');
  const title = document.createElement('legend');
  title.textContent = legend;
  const row = document.createElement('div');
  row.className = 'choices';
  for (const value of options) {
    const label = document.createElement('label');
    const input = document.createElement('input');
    Object.assign(input, { type: 'radio', name, value, checked: value === chosen, autocomplete: 'off' });
    input.addEventListener('change', () => {
      choose(value);
    });
    label.append(input, words[value]);
    row.append(label);
  }
  fieldset.append(title, row);
  return fieldset;
}

function build(place: HTMLElement): void {
  const { size, theme } = current();
  const panel = document.createElement('div');
  panel.className = 'display-panel';
  panel.id = 'display-panel';
  panel.hidden = true;
  const toggle = button('长辈版', () => {
    panel.hidden = !panel.hidden;
    toggle.setAttribute('aria-expanded', String(!panel.hidden));
  });
  toggle.setAttribute('aria-expanded', 'false');
  toggle.setAttribute('aria-controls', panel.id);
  panel.append(
    choices('display-size', '字号', sizes, SIZE_WORDS, size, chooseSize),
    choices('display-theme', '配色', themes, THEME_WORDS, theme, chooseTheme),
  );
  panel.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    toggle.click();
    toggle.focus();
  });
  whenSpoken((voice) => {
    const read = button('朗读本页', () => {
      void import('../read-aloud/reader.ts').then(({ readAloud }) => {
        readAloud(voice);
      });
    });
    panel.append(read);
  });
  place.append(toggle);
  place.after(panel);
}

keepAddressed();
const place = document.querySelector<HTMLElement>('[data-display]');
if (place) build(place);
