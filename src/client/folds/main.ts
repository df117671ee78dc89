/** Entry point of pages with folded parts: a link to something folded opens it, and paper has all of it. */

/** Older browsers go to an element that is folded without opening what it stands in. */
function openTarget(): void {
  const id = location.hash.slice(1);
  const target = document.getElementById(id) ?? document.getElementById(decoded(id));
  let fold = target?.closest('details');
  if (!fold || fold.open) return;
  for (; fold; fold = fold.parentElement?.closest('details')) fold.open = true;
  target?.scrollIntoView();
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return '';
  }
}

let opened: HTMLDetailsElement[] = [];
window.addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll<HTMLDetailsElement>('details.fold:not([open])')];
  for (const fold of opened) fold.open = true;
});
window.addEventListener('afterprint', () => {
  for (const fold of opened) fold.open = false;
});
window.addEventListener('hashchange', openTarget);
openTarget();
