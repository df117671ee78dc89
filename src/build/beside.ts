/** Work on another thread: what a function imports, reads and returns does not hold up the rest of the build. */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

interface Answer {
  number: number;
  result?: unknown;
  error?: unknown;
}

/** Another thread, for one function. */
export interface Beside<Given extends unknown[], Result> {
  /** Calls the function; what it takes and returns must be plain data. Rejects with what it throws. */
  call: (...given: Given) => Promise<Awaited<Result>>;
  end: () => Promise<unknown>;
}

/** Puts a function that a module exports on a thread of its own; calls are answered one after the other. */
export function beside<Given extends unknown[], Result>(
  module: string,
  { name }: (...given: Given) => Result,
): Beside<Given, Result> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { module, name } });
  const waiting: { resolve: (result: never) => void; reject: (error: unknown) => void }[] = [];
  worker.on('message', ({ number, result, error }: Answer) => {
    if (error === undefined) waiting[number]?.resolve(result as never);
    else waiting[number]?.reject(error);
  });
  // The thread itself ended: the module does not load, or there is no memory left.
  worker.on('error', (error) => {
    for (const { reject } of waiting) reject(error);
  });
  return {
    call: (...given) =>
      new Promise((resolve, reject) => {
        worker.postMessage({ number: waiting.push({ resolve, reject }) - 1, given });
      }),
    end: () => worker.terminate(),
  };
}

interface Order {
  module: string;
  name: string;
}

if (!isMainThread) void serve(workerData as Partial<Order> | undefined);

/** Not awaited above: the module may import this one, and would wait for it. */
async function serve(order: Partial<Order> | undefined): Promise<void> {
  const port = parentPort;
  if (!port || order?.module === undefined || order.name === undefined) return;
  const found = (await import(order.module)) as Record<string, (...given: unknown[]) => unknown>;
  const called = found[order.name];
  port.on('message', ({ number, given }: { number: number; given: unknown[] }) => {
    void (async () => {
      try {
        port.postMessage({ number, result: await called?.(...given) } satisfies Answer);
      } catch (error) {
        port.postMessage({ number, error } satisfies Answer);
      }
    })();
  });
}
