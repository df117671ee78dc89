/**
 * The query of the search page that the reader came from, if any. It is read from the referrer, so that the address
 * of a result stays the one to share.
 */
export function foundQuery(): string | undefined {
  const form = document.querySelector<HTMLFormElement>('.search-form');
  if (!form || !document.referrer.startsWith(new URL(form.action).href)) return undefined;
  const query = new URL(document.referrer).searchParams.get('q') ?? '';
  return query.trim() === '' ? undefined : query;
}
