/**
 * Waits for the next task of the browser, so that what was typed or touched in between is served first. A timer would wait
 * four milliseconds or more, and scheduler.yield() is unknown to most of the supported browsers.
 */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
