/**
 * What an asynchronous driver takes from the host unless it is passed: a clock and a pause. The only file of
 * `src` that looks at globals, by feature, so that it runs in every engine. Neither ever reaches a result.
 */

/** Milliseconds from any start; only differences are looked at. */
export type Clock = () => number;

/** Resolves once the event loop has had its turn. */
export type Pause = () => Promise<void>;

interface Port {
  onmessage: (() => void) | null;
  postMessage(message: null): void;
  close(): void;
}

interface Host {
  readonly performance?: { now(): number };
  readonly setImmediate?: (callback: () => void) => unknown;
  readonly setTimeout?: (callback: () => void, milliseconds: number) => unknown;
  readonly MessageChannel?: new () => { readonly port1: Port; readonly port2: Port };
}

const host = globalThis as unknown as Host;

export const hostClock: Clock = () => host.performance?.now() ?? 0;

/** The quickest macrotask that there is: browsers stretch nested timers to 4 ms, a message is not. */
export const hostPause: Pause = () =>
  new Promise((resolve) => {
    if (host.setImmediate !== undefined) host.setImmediate(resolve);
    else if (host.MessageChannel !== undefined) {
      const { port1, port2 } = new host.MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    } else if (host.setTimeout !== undefined) host.setTimeout(resolve, 0);
    else resolve();
  });
