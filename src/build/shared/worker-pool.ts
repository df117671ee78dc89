/** Worker threads, for work that need not hold up the rendering of pages. */
import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';

/** The worker threads of a build. */
export class WorkerPool {
  private readonly pool = new Tinypool({
    // Where the last thread dies, another takes the calls that wait.
    minThreads: 1,
    // Rendering takes one processor, on the main thread, and gives work for a few more.
    maxThreads: Math.min(8, Math.max(1, availableParallelism() - 1)),
    // The next calls are there when one is done: the main thread is rendering and could not send them.
    concurrentTasksPerWorker: 4,
    // Most of what a page needs is garbage at once: with room for more of it, builds take a twenty-fifth less.
    resourceLimits: { maxYoungGenerationSizeMb: 32 },
    // Until the build is over: a new thread has to load and warm up everything again.
    idleTimeout: 600_000,
  });

  constructor() {
    this.pool.on('error', (error: Error) => {
      // Of a thread that has died: the call has failed with that, and is not waited for any more.
      if (!error.message.startsWith('Unexpected message from Worker')) throw error;
    });
  }

  /**
   * Calls a function that a module exports; rejects with what it throws. What it takes and returns must be plain data,
   * and it must not call `process.exit`: tinypool would wait for ever. What is in `transferred` is handed over, not copied.
   */
  run<Given, Result>(
    module: string,
    { name }: (given: Given) => Result,
    given: Given,
    transferred: ArrayBuffer[] = [],
  ): Promise<Awaited<Result>> {
    const options = { filename: module, name, transferList: transferred };
    return this.pool.run(given, options) as Promise<Awaited<Result>>;
  }

  async end(): Promise<void> {
    await this.pool.destroy();
  }
}
