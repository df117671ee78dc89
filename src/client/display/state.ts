/** What a reader may set for every page: kept on <html> for the styles, in the browser, and the size in the address. */

export const sizes = ['18', '22', '30'] as const;
export type Size = (typeof sizes)[number];
export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const root = document.documentElement;

/** Reads what the page shows now. */
export const current = () => ({ size: root.dataset.size ?? '18', theme: root.dataset.theme ?? 'auto' });

/** Shows and remembers a size; the address says it as well, so that it can be passed on. */
export function chooseSize(size: Size): void {
  if (size === '18') delete root.dataset.size;
  else root.dataset.size = size;
  remember('display-size', size, '18');
  const address = new URL(location.href);
  if (size === '18') address.searchParams.delete('size');
  else address.searchParams.set('size', size);
  history.replaceState(history.state, '', address);
}

/** Shows and remembers a theme; `auto` follows the system. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
  remember('display-theme', theme, 'auto');
}

/** A size that came with a link holds in this tab only: whoever follows a link has not chosen it for good. */
export function keepAddressed(): void {
  const size = new URLSearchParams(location.search).get('size');
  if (sizes.some((one) => one === size)) store(() => sessionStorage, 'display-size', size);
}

function remember(key: string, value: string, standard: string): void {
  store(() => sessionStorage, key, null);
  store(() => localStorage, key, value === standard ? null : value);
}

/** Storage may be full or forbidden; the page then shows the choice all the same. */
function store(place: () => Storage, key: string, value: string | null): void {
  try {
    if (value === null) place().removeItem(key);
    else place().setItem(key, value);
  } catch {
    // Not remembered.
  }
}
