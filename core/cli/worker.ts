import workerpool from 'workerpool';
import { createWorkerMethods } from './worker-methods.ts';

/** The life of a worker process. It ends with its parent, which hears of Ctrl-C too. */
export function serve(): void {
  process.on('SIGINT', () => undefined);
  workerpool.worker({ ...createWorkerMethods() });
}
