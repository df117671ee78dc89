/** The quiet § beside each sentence: it copies the sentence's link; the cited sentence is announced. */
import { anchorName } from '../../labels.ts';
import { citedPlace, pageAddress } from './place.ts';
import { copy, flash, say } from './say.ts';

/** The fragment that a click is about to set: it was copied, so it need not be announced as well. */
let copied = '';

/** Makes every § copy, and announces the cited place now and whenever the fragment changes. */
export function watchAnchors(): void {
  for (const anchor of document.querySelectorAll<HTMLAnchorElement>('a.anchor')) {
    const id = anchor.hash.slice(1);
    const name = anchorName(id) ?? '';
    anchor.setAttribute('aria-label', `复制${name}的链接`);
    anchor.addEventListener('click', ({ ctrlKey, metaKey, shiftKey }) => {
      if (ctrlKey || metaKey || shiftKey) return;
      if (location.hash !== anchor.hash) copied = anchor.hash;
      void copy(pageAddress(id), `${name}的链接`).then((done) => {
        if (done) flash(anchor);
      });
    });
  }
  window.addEventListener('hashchange', announce);
  announce();
}

function announce(): void {
  const known = copied === location.hash && copied !== '';
  copied = '';
  const place = citedPlace();
  if (place && !known) say(`本页引用的是${place.name}：${wordsOf(place.element)}`);
}

/** The government's words of an element, without what the site put beside them. */
function wordsOf(element: HTMLElement): string {
  const words = element.cloneNode(true) as HTMLElement;
  for (const added of words.querySelectorAll('[data-voice=site]')) added.remove();
  return words.textContent.trim();
}
