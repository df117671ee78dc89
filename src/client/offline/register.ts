/**
 * Keeps the site for use without a network, and says so.
 *
 * Nothing here is needed to read or to search: where workers are not allowed, the page is as it was.
 */

import { trustScript } from '../trusted-types.ts';

/** What the worker says of itself. */
interface Status {
  complete: boolean;
  /** Bytes of the whole site as a server sends them, compressed. */
  transferred: number;
}

const sign = document.querySelector<HTMLElement>('[data-offline]');
// Where workers are forbidden even asking for them may throw.
if (sign) keepOffline(sign).catch(() => undefined);

async function keepOffline(sign: HTMLElement): Promise<void> {
  const address = sign.dataset.offline ?? '';
  const workers = navigator.serviceWorker;
  const own = workers.controller;
  const known = await workers.getRegistration(address);
  if (own) {
    const change = reloadOnChange(workers, own);
    if (known?.waiting) {
      // A complete new version: it takes over here and on every other open page. A link followed now leads there too.
      window.addEventListener('beforeunload', () => {
        workers.removeEventListener('controllerchange', change);
      });
      known.waiting.postMessage('take over');
      return;
    }
    const { complete, transferred } = await statusOf(own);
    if (!complete) {
      // Stored files may be thrown away; the next visit keeps them anew.
      await known?.unregister();
      return;
    }
    say(sign, `离线可用（约 ${Math.round(transferred / 1024)} KB）`);
  } else if (savesData()) return;
  const registration = await workers.register(trustScript('offline', address), { updateViaCache: 'none' });
  if (own) sayWhenUpdated(registration, sign);
}

/** A page never goes on with the worker of another version, not even when the back button brings it to life again. */
function reloadOnChange(workers: ServiceWorkerContainer, own: ServiceWorker): () => void {
  const change = () => {
    if (workers.controller !== own) location.reload();
  };
  workers.addEventListener('controllerchange', change);
  window.addEventListener('pageshow', change);
  return change;
}

function sayWhenUpdated(registration: ServiceWorkerRegistration, sign: HTMLElement): void {
  sign.setAttribute('role', 'status');
  const look = () => {
    const { installing, waiting } = registration;
    installing?.addEventListener('statechange', look, { once: true });
    if (!waiting) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = '重新载入';
    button.addEventListener('click', () => {
      location.reload();
    });
    say(sign, '有新版本，', button);
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

function say(sign: HTMLElement, ...words: (string | Node)[]): void {
  sign.replaceChildren(...words);
  sign.hidden = false;
}

/** Whether the reader has asked for little traffic; not every browser knows. */
function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
