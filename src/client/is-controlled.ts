/** Whether the service worker controls this page; it does not cache Pagefind's index, which could be of a later version. */
export function isControlled(): boolean {
  try {
    return navigator.serviceWorker.controller !== null;
  } catch {
    return false;
  }
}
