import { workInThisProcess } from '../workers/this-process.ts';
import { createWorkerPool, type WorkerPool } from '../workers/worker-pool.ts';
import { workerScript } from './folders.ts';

/** So many processes; a single one is this one, which alone loads what a worker can do. */
export async function startWorkers(count: number): Promise<WorkerPool> {
  if (count > 1) return createWorkerPool(workerScript, count);
  const { createWorkerMethods } = await import('./worker-methods.ts');
  return workInThisProcess(createWorkerMethods());
}
