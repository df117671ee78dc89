/** The choices of a reader as the query part of the address; what is empty is left out. */

/** Reads the values of some names; a name that is not there has none. */
export function readAddress<K extends string>(names: readonly K[], search: string): Record<K, string> {
  const values = new URLSearchParams(search);
  return Object.fromEntries(names.map((name) => [name, values.get(name) ?? ''])) as Record<K, string>;
}

/** Writes values into a query and leaves what others wrote there. */
export function writeAddress(values: Record<string, string>, search: string): string {
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(values)) {
    if (value === '') query.delete(name);
    else query.set(name, value);
  }
  return query.size > 0 ? `?${query}` : '';
}

/**
 * Keeps a group of selects and the address in step: a choice is one step in the history, and going back restores it.
 * Without one, as on a page for embedding, the address alone decides.
 */
export function follow<K extends string>(
  names: readonly K[],
  controls: HTMLElement | null,
  show: (values: Record<K, string>) => Record<K, string>,
): void {
  const select = (name: string) => controls?.querySelector<HTMLSelectElement>(`select[name=${name}]`);
  const restore = () => {
    const shown = show(readAddress(names, location.search));
    for (const name of names) {
      const control = select(name);
      if (control) control.value = shown[name];
    }
  };
  const go = () => {
    const values = Object.fromEntries(names.map((name) => [name, select(name)?.value ?? ''])) as Record<
      K,
      string
    >;
    const query = writeAddress(values, location.search);
    if (query !== location.search) history.pushState(null, '', location.pathname + query);
    show(values);
  };
  controls?.addEventListener('change', go);
  controls?.querySelector('[data-clear]')?.addEventListener('click', () => {
    for (const name of names) {
      const control = select(name);
      if (control) control.value = '';
    }
    go();
  });
  window.addEventListener('popstate', restore);
  restore();
  if (controls) controls.dataset.ready = '';
}
