/** Work on another thread: what it imports, reads and returns never holds up the rest of the build. */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

interface Order {
  module: string;
  name: string;
  given: unknown[];
}

/** Calls a function that a module exports on a thread of its own; what it takes and returns must be plain data. */
export function beside<Given extends unknown[], Result>(
  module: string,
  { name }: (...given: Given) => Result,
  ...given: Given
): Promise<Awaited<Result>> {
  const order: Order = { module, name, given };
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { order } });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(new Error(`${name} of ${module} ended with ${code} and without a result.`));
    });
  });
}

// Not awaited: the module may import this one, and would wait for it. What it throws reaches `error` all the same.
if (!isMainThread) void carryOut(workerData as { order?: Order } | undefined);

async function carryOut(data: { order?: Order } | undefined): Promise<void> {
  if (!data?.order) return;
  const { module, name, given } = data.order;
  const found = (await import(module)) as Record<string, (...given: unknown[]) => unknown>;
  parentPort?.postMessage(await found[name]?.(...given));
}
