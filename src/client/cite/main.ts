/** Entry point of pages to be cited: links to sentences, citations, and links to selected words. */
import { anchorsSwitch, watchAnchors } from './anchors.ts';
import { prepareEmbed } from '../charts/embed.ts';
import { prepareCitations } from './citations.ts';
import { pageActions } from './page-actions.ts';
// Bundled by itself, as src/client/jump/start.ts explains.
import selection from './selection.ts?worker&url';

watchAnchors();
for (const box of document.querySelectorAll<HTMLDetailsElement>('details[data-cite]')) {
  prepareCitations(box);
  box.before(pageActions());
  if (document.querySelector('a.anchor')) box.querySelector('p')?.after(anchorsSwitch());
}
for (const field of document.querySelectorAll<HTMLTextAreaElement>('.embed-task [data-embed]')) {
  prepareEmbed(field);
  field.closest('details')?.removeAttribute('hidden');
}
document.addEventListener('selectionchange', function load() {
  if (document.getSelection()?.isCollapsed !== false) return;
  document.removeEventListener('selectionchange', load);
  import(/* @vite-ignore */ selection).catch(() => undefined);
});
