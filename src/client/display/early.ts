/**
 * Sets what the reader has chosen on <html> before anything is painted: `?size=` in the address, else what this tab
 * or this browser remembers. Imports nothing: the build writes it into every page (src/build/pages/inline-assets.ts).
 */
const { dataset } = document.documentElement;
const saved = (key: string) => {
  try {
    return sessionStorage.getItem(key) ?? localStorage.getItem(key);
  } catch {
    return null;
  }
};
const size = new URLSearchParams(location.search).get('size') ?? saved('display-size') ?? '';
const theme = saved('display-theme') ?? '';
if (saved('display-contrast') === 'more') dataset.contrast = 'more';
if (['22', '30'].includes(size)) dataset.size = size;
if (['light', 'dark'].includes(theme)) dataset.theme = theme;
