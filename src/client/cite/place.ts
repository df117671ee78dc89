/** What is cited on this page: the place that the address names, and the address itself. */
import { anchorName } from '../../labels/names.ts';

export interface CitedPlace {
  element: HTMLElement;
  id: string;
  /** 第2句, 责任条款, … */
  name: string;
}

/** The sentence, clause or line that the fragment of the address names, if it is one that can be cited. */
export function citedPlace(): CitedPlace | undefined {
  const id = location.hash.slice(1);
  const name = anchorName(id);
  const element = name === undefined ? null : document.getElementById(id);
  return name === undefined || element === null ? undefined : { element, id, name };
}

/** The plan and the part of it on this page, as the page itself says it is cited. */
export function citedWork(): { title: string; part: string } {
  const { title = '', name: part = '' } =
    document.querySelector<HTMLElement>('details[data-cite]')?.dataset ?? {};
  return { title, part };
}

/** The full address of this page, as it is to be cited, with a fragment or none. */
export function pageAddress(fragment = ''): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  const page = canonical ?? location.origin + location.pathname;
  return fragment === '' ? page : `${page}#${fragment}`;
}
