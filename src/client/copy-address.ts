/** Entry point of pages with addresses for other programs: each is shown in full and gets a button that copies it. */
import { copyButton } from './clipboard.ts';

for (const place of document.querySelectorAll<HTMLElement>('[data-copy-address]')) {
  const link = place.querySelector('a');
  if (!link) continue;
  const { what = '' } = place.dataset;
  link.textContent = link.href;
  const button = copyButton('复制网址', `${what}的网址`, () => link.href);
  button.setAttribute('aria-label', `复制网址：${what}`);
  place.append(' ', button);
}
