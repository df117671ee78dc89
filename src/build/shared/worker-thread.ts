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
  const waiting = new Map<number, { resolve: (result: never) => void; reject: (error: unknown) => void }>();
  let calls = 0;
  /** Why the thread is no more: its module does not load, there is no memory left, or it was ended. */
  let ended: Error | undefined;
  const end = (reason: unknown) => {
    ended ??= reason instanceof Error ? reason : new Error(String(reason));
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on('message', ({ number, result, error }: Answer) => {
    const call = waiting.get(number);
    waiting.delete(number);
    if (error === undefined) call?.resolve(result as never);
    else call?.reject(error);
  });
  worker.on('error', end);
  worker.on('exit', () => {
    end(new Error(`The thread of ${name} has ended.`));
  });
  return {
    call: (...given) =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) {
          reject(ended);
          return;
        }
        waiting.set(++calls, { resolve, reject });
        worker.postMessage({ number: calls, given });
      }),
    end: () => worker.terminate(),
  };
}

interface Order {
  module: string;
  name: string;
}

if (!isMainThread) void answerCalls(workerData as Partial<Order> | undefined);

/** Not awaited above: the module may import this one, and would wait for it. */
async function answerCalls(order: Partial<Order> | undefined): Promise<void> {
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
