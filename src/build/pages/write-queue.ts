/** What is done beside the rendering of pages: files on their way to worker threads, and all else that the build waits for in the end. */
import type { Given } from './write-files.ts';

/** So many files are written in one call. */
const BATCH = 4;
/** So many calls wait for a thread at most: each file takes memory. */
const WAITING = 8;

export class WriteQueue {
  /** The first failure; what comes after it only follows from it. */
  failure: { reason: unknown } | undefined;
  private readonly write: (files: Given[]) => Promise<void>;
  private batch: Given[] = [];
  private readonly waiting = new Set<Promise<void>>();

  constructor(write: (files: Given[]) => Promise<void>) {
    this.write = write;
  }

  /** Resolves once there is room for the next file. */
  async add(file: Given): Promise<void> {
    this.batch.push(file);
    if (this.batch.length < BATCH) return;
    while (this.waiting.size >= WAITING) await Promise.race(this.waiting);
    this.send();
  }

  /** Begins work that `end` waits for. */
  begin(work: Promise<void>): void {
    const ended = this.watch(work)
      .catch(() => undefined)
      .finally(() => this.waiting.delete(ended));
    this.waiting.add(ended);
  }

  /** Remembers a failure of work that is waited for elsewhere. */
  async watch<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (reason) {
      this.failure ??= { reason };
      throw reason;
    }
  }

  /** Waits until all so far is done; rejects with the first failure. */
  async end(): Promise<void> {
    this.send();
    await Promise.all(this.waiting);
    if (this.failure) throw this.failure.reason;
  }

  private send(): void {
    if (this.batch.length > 0) this.begin(this.write(this.batch));
    this.batch = [];
  }
}
