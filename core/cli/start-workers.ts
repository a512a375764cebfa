import { workInThisProcess } from '../workers/this-process.ts';
import { createWorkerPool, type WorkerPool } from '../workers/worker-pool.ts';
import { workerScript } from './folders.ts';
import { createWorkerMethods } from './worker-methods.ts';

/** So many processes; a single one is this one. */
export function startWorkers(count: number): WorkerPool {
  return count > 1 ? createWorkerPool(workerScript, count) : workInThisProcess(createWorkerMethods());
}
