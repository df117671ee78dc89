/** Selects whose values are also the query of the address: a choice is one step in the history. */
import { readAddress, writeAddress } from '../address.ts';

/**
 * Keeps a group of selects and the address in step; `show` applies values and returns those that it accepted.
 * Without selects, as on a page for embedding, the address alone decides.
 */
export function syncControls<K extends string>(
  names: readonly K[],
  controls: HTMLElement | null,
  show: (values: Record<K, string>) => Record<K, string>,
): void {
  const selects = names.flatMap((name) => {
    const select = controls?.querySelector<HTMLSelectElement>(`select[name=${name}]`);
    return select ? [{ name, select }] : [];
  });
  const restore = () => {
    const shown = show(readAddress(names, location.search));
    for (const { name, select } of selects) select.value = shown[name];
  };
  const apply = () => {
    const values = readAddress(names, '');
    for (const { name, select } of selects) values[name] = select.value;
    const query = writeAddress(values, location.search);
    if (query !== location.search) history.pushState(null, '', location.pathname + query);
    show(values);
  };
  controls?.addEventListener('change', apply);
  controls?.querySelector('[data-clear]')?.addEventListener('click', () => {
    for (const { select } of selects) select.value = '';
    apply();
  });
  window.addEventListener('popstate', restore);
  restore();
  if (controls) controls.dataset.ready = '';
}
