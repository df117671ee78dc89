/** The § beside each sentence copies the sentence's link; the sentence that the address names is announced. */
import { anchorName } from '../../labels/names.ts';
import { announce, copy } from '../clipboard.ts';
import { button, element } from '../dom.ts';
import { citedPlace, pageAddress } from './place.ts';

const COPIED_SHOWN = 2000;
/** The fragment that a click on its § is about to set: that it was copied is announced already. */
let copied = '';

/** Makes every § copy its link, and announces the cited place now and whenever the fragment changes. */
export function watchAnchors(): void {
  for (const anchor of document.querySelectorAll<HTMLAnchorElement>('a.anchor')) {
    const id = anchor.hash.slice(1);
    const name = anchorName(id) ?? '';
    anchor.setAttribute('aria-label', `复制${name}的链接`);
    anchor.addEventListener('click', ({ ctrlKey, metaKey, shiftKey }) => {
      if (ctrlKey || metaKey || shiftKey) return;
      if (location.hash !== anchor.hash) copied = anchor.hash;
      void copy(pageAddress(id), `${name}的链接`).then((done) => {
        if (!done) return;
        anchor.dataset.copied = '';
        setTimeout(() => delete anchor.dataset.copied, COPIED_SHOWN);
      });
    });
  }
  reachable(false);
  window.addEventListener('hashchange', announceCited);
  announceCited();
}

/** Whether the keyboard and screen readers come to the links; a link after each sentence is in the way of whoever reads. */
function reachable(are: boolean): void {
  for (const anchor of document.querySelectorAll<HTMLAnchorElement>('a.anchor')) {
    anchor.tabIndex = are ? 0 : -1;
    anchor.toggleAttribute('data-shown', are);
    if (are) anchor.removeAttribute('aria-hidden');
    else anchor.setAttribute('aria-hidden', 'true');
  }
}

/** A paragraph with a button that shows the links, and hides them again. */
export function anchorsSwitch(): HTMLElement {
  const toggle = button('显示各句的链接', () => {
    const are = toggle.getAttribute('aria-pressed') !== 'true';
    toggle.setAttribute('aria-pressed', String(are));
    reachable(are);
  });
  toggle.setAttribute('aria-pressed', 'false');
  return element('p', {}, toggle);
}

function announceCited(): void {
  const known = copied === location.hash && copied !== '';
  copied = '';
  const place = citedPlace();
  if (place && !known) announce(`本页引用的是${place.name}：${sourceText(place.element)}`);
}

/** The text of the source in an element, without what this site added to it. */
function sourceText(element: HTMLElement): string {
  const words = element.cloneNode(true) as HTMLElement;
  for (const added of words.querySelectorAll('[data-voice=site]')) added.remove();
  return words.textContent.trim();
}
