/** Entry point of pages to be cited: links to sentences, citations, and links to selected words. */
import { anchorsSwitch, watchAnchors } from './anchors.ts';
import { prepareCitations } from './citations.ts';
// Bundled by itself, as src/client/jump/start.ts explains.
import selection from './selection.ts?worker&url';

watchAnchors();
for (const box of document.querySelectorAll<HTMLDetailsElement>('details[data-cite]')) {
  prepareCitations(box);
  if (document.querySelector('a.anchor')) box.querySelector('p')?.after(anchorsSwitch());
}
// Offered where the browser follows such links and can tell the words of a text.
if ('fragmentDirective' in document && 'Segmenter' in Intl) {
  document.addEventListener('selectionchange', function load() {
    if (document.getSelection()?.isCollapsed !== false) return;
    document.removeEventListener('selectionchange', load);
    import(/* @vite-ignore */ selection).catch(() => undefined);
  });
}
