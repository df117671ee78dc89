/** Worker threads, for work that need not hold up the rendering of pages. */
import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';

/** The worker threads of a build. */
export class WorkerPool {
  private readonly pool = new Tinypool({
    // Where the last thread dies, another takes the calls that wait.
    minThreads: 1,
    // Rendering takes one processor, on the main thread.
    maxThreads: Math.max(1, availableParallelism() - 1),
    // Until the build is over: a new thread has to load and warm up everything again.
    idleTimeout: 600_000,
  });

  /**
   * Calls a function that a module exports; rejects with what it throws. What it takes and returns must be plain data,
   * and it must not call `process.exit`: tinypool would wait for ever.
   */
  run<Given, Result>(
    module: string,
    { name }: (given: Given) => Result,
    given: Given,
  ): Promise<Awaited<Result>> {
    return this.pool.run(given, { filename: module, name }) as Promise<Awaited<Result>>;
  }

  async end(): Promise<void> {
    await this.pool.destroy();
  }
}
