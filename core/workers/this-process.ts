import type { WorkerPool } from './worker-pool.ts';

/** Methods by name; `close` is called at the end. */
export interface WorkerMethods {
  readonly [name: string]: (...parameters: never[]) => Promise<unknown>;
  close(): Promise<void>;
}

/** Runs tasks in this process, one after the other, in place of a pool; after one has failed no other begins. */
export function workInThisProcess(methods: WorkerMethods): WorkerPool {
  let last: Promise<unknown> = Promise.resolve();
  return {
    count: 1,
    run: <Result>(method: string, ...parameters: readonly unknown[]) => {
      last = last.then(() => methods[method](...(parameters as never[])));
      return last as Promise<Result>;
    },
    close: () => methods.close(),
  };
}
