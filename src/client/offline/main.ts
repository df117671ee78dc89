/** On every page: once the page itself has all it needs, the script that keeps the site for use without a network. */
// As with the jump box: bundled by itself, so that no page carries it.
import script from './register.ts?worker&url';

if (import.meta.env.PROD && location.protocol.startsWith('http')) {
  window.addEventListener('load', () => {
    import(/* @vite-ignore */ script).catch(() => undefined);
  });
}
