/** Entry point of pages with addresses for other programs: each is added in full where the page cannot know it, with a button that copies it. */
import { copyButton } from './clipboard.ts';

for (const place of document.querySelectorAll<HTMLElement>('[data-copy-address]')) {
  const link = place.querySelector('a');
  if (!link) continue;
  const { what = '' } = place.dataset;
  // Where the host of the site is set, the page has the whole address.
  const written = link.textContent.trim();
  const address = /^https?:/.test(written) ? written : link.href;
  const button = copyButton('复制网址', `${what}的网址`, () => address);
  button.setAttribute('aria-label', `复制网址：${what}`);
  place.append(...(address === written ? [] : [' ', address]), ' ', button);
}
