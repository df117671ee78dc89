/** Keeps the place in the list of results in the history, so that the way back from a result leads there. */

interface Place {
  scroll: number;
  /** Results listed beyond the first. */
  more: number;
}

/** Keeps the place in the current step of the history. */
export function keepPlace(place: Place): void {
  history.scrollRestoration = 'manual';
  history.replaceState(place, '');
}

/** The place that was kept in the current step; the top of the first results where none was. */
export function keptPlace(): Place {
  const { scroll = 0, more = 0 } = (history.state ?? {}) as Partial<Place>;
  return { scroll, more };
}
