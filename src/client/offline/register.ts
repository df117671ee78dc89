/** Registers the service worker, and shows that the site is available offline or that there is a new version. */
import { button, fill } from '../dom.ts';
import { trustScript } from '../trusted-types.ts';

/** The worker's answer to `status`. */
interface Status {
  complete: boolean;
  /** Bytes of the whole site as a server sends them, compressed. */
  transferred: number;
}

const sign = document.querySelector<HTMLElement>('[data-offline]');
// Where service workers are forbidden, even asking for them may throw.
if (sign) keepOffline(sign).catch(() => undefined);

async function keepOffline(sign: HTMLElement): Promise<void> {
  const address = sign.dataset.offline ?? '';
  const workers = navigator.serviceWorker;
  const own = workers.controller;
  const known = await workers.getRegistration(address);
  if (own) {
    const change = reloadOnChange(workers, own);
    if (known?.waiting) {
      // A complete new version takes over on this and every other open page, and for a link that is followed now.
      window.addEventListener('beforeunload', () => {
        workers.removeEventListener('controllerchange', change);
      });
      known.waiting.postMessage('take over');
      return;
    }
    const { complete, transferred } = await statusOf(own);
    if (!complete) {
      // The browser has deleted stored files; the next visit stores them anew.
      await known?.unregister();
      return;
    }
    show(sign, `离线可用（约 ${Math.round(transferred / 1024)} KB）`);
  } else if (savesData()) return;
  const registration = await workers.register(trustScript('offline', address), { updateViaCache: 'none' });
  if (own) showUpdates(registration, sign);
}

/** Reloads the page when another version takes over, even if that was while the page was in the back/forward cache. */
function reloadOnChange(workers: ServiceWorkerContainer, own: ServiceWorker): () => void {
  const change = () => {
    if (workers.controller !== own) location.reload();
  };
  workers.addEventListener('controllerchange', change);
  window.addEventListener('pageshow', change);
  return change;
}

function showUpdates(registration: ServiceWorkerRegistration, sign: HTMLElement): void {
  sign.setAttribute('role', 'status');
  const look = () => {
    const { installing, waiting } = registration;
    installing?.addEventListener('statechange', look, { once: true });
    if (!waiting) return;
    const reload = button('重新载入', () => {
      location.reload();
    });
    show(sign, '有新版本，', reload);
  };
  registration.addEventListener('updatefound', look);
  look();
}

function statusOf(worker: ServiceWorker): Promise<Status> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<Status>) => {
      resolve(data);
    };
    worker.postMessage('status', [port2]);
  });
}

function show(sign: HTMLElement, ...words: (string | Node)[]): void {
  fill(sign, ...words);
  sign.hidden = false;
}

/** Whether the reader has asked for reduced data usage; not every browser knows. */
function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
