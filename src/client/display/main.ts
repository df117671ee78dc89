/** On every page: the button for large print, and the panel with which a reader sets size, contrast and colours, and has the page read aloud. */
import { button, element } from '../dom.ts';
// Bundled by itself, as src/client/jump/start.ts explains.
import reader from '../read-aloud/reader.ts?worker&url';
import { READ_ALOUD } from '../read-aloud/event.ts';
import { whenSpoken } from '../read-aloud/voice.ts';
import {
  chooseContrast,
  chooseSize,
  chooseTheme,
  contrasts,
  current,
  keepAddressed,
  sizes,
  themes,
} from './state.ts';

/** The size of 长辈版; a larger one is in the settings. */
const LARGE = '22';

const SIZE_WORDS = { 18: '标准', 22: '大', 30: '特大' };
const CONTRAST_WORDS = { standard: '默认', more: '强' };
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
  const { size, contrast, theme } = current();
  const panel = element(
    'div',
    { class: 'display-panel', id: 'display-panel' },
    choices('display-size', '字号', sizes, SIZE_WORDS, size, (one) => {
      chooseSize(one);
      showLarge();
    }),
    choices('display-contrast', '对比度', contrasts, CONTRAST_WORDS, contrast, chooseContrast),
    choices('display-theme', '配色', themes, THEME_WORDS, theme, chooseTheme),
  );
  const large = button('长辈版', () => {
    const chosen = isLarge() ? '18' : LARGE;
    chooseSize(chosen);
    const choice = panel.querySelector<HTMLInputElement>(`[name=display-size][value="${chosen}"]`);
    if (choice) choice.checked = true;
    showLarge();
  });
  const isLarge = () => current().size !== '18';
  const showLarge = () => {
    large.setAttribute('aria-pressed', String(isLarge()));
  };
  const settings = button('显示', () => {
    show(Boolean(panel.hidden));
  });
  settings.setAttribute('aria-label', '显示设置');
  settings.append(element('span', { class: 'display-rest' }, '设置'));
  const show = (open: boolean) => {
    panel.hidden = !open;
    settings.setAttribute('aria-expanded', String(open));
  };
  settings.setAttribute('aria-controls', panel.id);
  showLarge();
  show(false);
  panel.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    show(false);
    settings.focus();
  });
  whenSpoken((voice) => {
    const read = button('朗读本页', () => {
      void import(/* @vite-ignore */ reader).then(() =>
        document.dispatchEvent(new CustomEvent(READ_ALOUD, { detail: voice })),
      );
    });
    panel.append(read);
  });
  place.append(large, settings);
  place.after(panel);
}

keepAddressed();
const place = document.querySelector<HTMLElement>('[data-display]');
if (place) build(place);
