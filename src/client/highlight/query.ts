/**
 * What was searched for on the page that led here, if that was the search page.
 *
 * The browser says where a reader comes from; so the address of a result stays the one to share.
 */
export function foundQuery(): string | undefined {
  const form = document.querySelector<HTMLFormElement>('.search-form');
  if (!form || !document.referrer.startsWith(new URL(form.action).href)) return undefined;
  const query = new URL(document.referrer).searchParams.get('q') ?? '';
  return query.trim() === '' ? undefined : query;
}
