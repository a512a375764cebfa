import type { Appearance } from '../contracts/stimuli.ts';
import type { Scene } from '../scene/read-scene.ts';
import type { Store } from '../store/store.ts';
import type { WorkerPool } from '../workers/worker-pool.ts';
import type { SetRequest } from './open-stimuli.ts';
import type { FillBlocks } from './stimulus-sets.ts';

/** A block of a stimulus set for a worker to draw; plain data. */
export interface FillTask {
  /** Folder of the store. */
  readonly store: string;
  readonly appearance: Appearance;
  readonly block: number;
}

export interface BlockFiller {
  readonly fill: FillBlocks;
  /** Ends processes that still draw. */
  close(): Promise<void>;
}

/** Draws blocks in processes that end when all are in the store, so that their memory is free for what follows. */
export function blockFiller(
  { origin }: Scene,
  seed: string,
  { folder }: Store,
  startWorkers: () => Promise<WorkerPool>,
): BlockFiller {
  const open = new Set<WorkerPool>();
  return {
    fill: async (id, appearance, queue) => {
      const set: SetRequest = { scene: origin, seed, id };
      const workers = await startWorkers();
      open.add(workers);
      const draw = async () => {
        for (let block = queue.take(); block !== undefined; block = queue.take()) {
          const task: FillTask = { store: folder, appearance, block };
          await workers.run('fill', set, task);
          queue.drawn(block);
        }
      };
      try {
        await Promise.all(Array.from({ length: workers.count }, draw));
      } finally {
        open.delete(workers);
        await workers.close();
      }
    },
    close: async () => {
      await Promise.all([...open].map((workers) => workers.close()));
    },
  };
}
