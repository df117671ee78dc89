/**
 * Whether a worker answers for this page. It does not keep Pagefind's index, so that
 * similar texts are found in the texts themselves: the same ones, and never in the index of a later version.
 */
export function isKept(): boolean {
  try {
    return navigator.serviceWorker.controller !== null;
  } catch {
    return false;
  }
}
