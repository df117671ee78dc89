import { element } from './dom.ts';

const SHOWN_FOR = 4000;

/** Makes the button that copies the address of this search, and tells that it did. */
export function copyButton(): HTMLElement {
  const button = element('button', { type: 'button' }, '复制本次检索的链接');
  const said = element('span', { 'aria-live': 'polite' });
  let fading: ReturnType<typeof setTimeout> | undefined;
  const say = (words: string) => {
    clearTimeout(fading);
    said.textContent = words;
    fading = setTimeout(() => {
      said.textContent = '';
    }, SHOWN_FOR);
  };
  button.addEventListener('click', () => {
    copy(location.href).then(
      () => {
        say('已复制');
      },
      () => {
        say('没有复制成功，可以从地址栏复制');
      },
    );
  });
  return element('p', { class: 'search-copy' }, button, ' ', said);
}

/** Copies a text. Without https a browser may offer no clipboard; then this fails. */
async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
