/** Size, contrast and colours that a reader chose: attributes of <html>, remembered by the browser, the size also in the address. */

export const sizes = ['18', '22', '30'] as const;
export type Size = (typeof sizes)[number];
export const themes = ['auto', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];
export const contrasts = ['standard', 'more'] as const;
type Contrast = (typeof contrasts)[number];

const root = document.documentElement;

/** The size, contrast and colours that the page has now. */
export const current = () => ({
  size: root.dataset.size ?? '18',
  contrast: root.dataset.contrast ?? 'standard',
  theme: root.dataset.theme ?? 'auto',
});

/** Applies and remembers a size; the address has it as well, so that a link can pass it on. */
export function chooseSize(size: Size): void {
  if (size === '18') delete root.dataset.size;
  else root.dataset.size = size;
  remember('display-size', size, '18');
  const address = new URL(location.href);
  if (size === '18') address.searchParams.delete('size');
  else address.searchParams.set('size', size);
  history.replaceState(history.state, '', address);
}

/** Applies and remembers a contrast; larger sizes always have the stronger one. */
export function chooseContrast(contrast: Contrast): void {
  if (contrast === 'more') root.dataset.contrast = contrast;
  else delete root.dataset.contrast;
  remember('display-contrast', contrast, 'standard');
}

/** Applies and remembers colours; `auto` follows the system. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
  remember('display-theme', theme, 'auto');
}

/** Remembers a size from the address for this tab only: whoever follows a link has not chosen it for good. */
export function keepAddressed(): void {
  const size = new URLSearchParams(location.search).get('size');
  if (sizes.some((one) => one === size)) store(() => sessionStorage, 'display-size', size);
}

function remember(key: string, value: string, standard: string): void {
  store(() => sessionStorage, key, null);
  store(() => localStorage, key, value === standard ? null : value);
}

function store(place: () => Storage, key: string, value: string | null): void {
  try {
    if (value === null) place().removeItem(key);
    else place().setItem(key, value);
  } catch {
    // Storage is full or forbidden; the choice holds for this page.
  }
}
