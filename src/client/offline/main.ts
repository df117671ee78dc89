/** On every page: loads the registration of the service worker once the page itself is complete. */
// Bundled by itself, as src/client/jump/start.ts explains.
import script from './register.ts?worker&url';

if (import.meta.env.PROD && location.protocol.startsWith('http')) {
  window.addEventListener('load', () => {
    import(/* @vite-ignore */ script).catch(() => undefined);
  });
}
