/** Registers the service worker, and shows that the site is available offline or that there is a new version. */
import { button, fill } from '../dom.ts';
import { trustScript } from '../trusted-types.ts';

/** The worker's answer to `status`. */
interface Status {
  /** Whether every file of the current version is there. */
  isComplete: boolean;
  /** Whether this page is of the current version, or came from the server. */
  isCurrent: boolean;
  /** Bytes of the whole site on this device. */
  stored: number;
}

const sign = document.querySelector<HTMLElement>('[data-offline]');
// Where service workers are forbidden, even asking for them may throw.
if (sign) keepOffline(sign).catch(() => undefined);

async function keepOffline(sign: HTMLElement): Promise<void> {
  const workers = navigator.serviceWorker;
  const { controller } = workers;
  if (!controller && savesData()) return;
  const registration = await workers.register(trustScript('offline', sign.dataset.offline ?? ''), {
    updateViaCache: 'none',
  });
  if (!controller) return;
  sign.setAttribute('role', 'status');
  const look = () => {
    registration.installing?.addEventListener('statechange', look, { once: true });
    void statusOf(controller).then((status) => {
      showStatus(sign, status);
    });
  };
  registration.addEventListener('updatefound', look);
  look();
  window.addEventListener('pageshow', ({ persisted }) => {
    // The version of a page that was in the back/forward cache may have been deleted meanwhile.
    if (!persisted) return;
    void statusOf(controller).then(({ isCurrent }) => {
      if (!isCurrent) location.reload();
    });
  });
}

/** A page stays with its version; the next that is opened, or this one reloaded, is of the current one. */
function showStatus(sign: HTMLElement, { isComplete, isCurrent, stored }: Status): void {
  if (!isCurrent) {
    const reload = button('重新载入', () => {
      location.reload();
    });
    show(sign, '有新版本，', reload);
  } else if (isComplete) show(sign, `已可离线使用（占 ${(stored / 1e6).toFixed(1)} MB）`);
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
