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

/** Draws blocks in processes that end when all are in the store, so that their memory is free for what follows. */
export function blockFiller(
  { origin }: Scene,
  seed: string,
  { folder }: Store,
  startWorkers: () => Promise<WorkerPool>,
): FillBlocks {
  return async (id, appearance, blocks, onFilled) => {
    const set: SetRequest = { scene: origin, seed, id };
    const workers = await startWorkers();
    try {
      await Promise.all(
        blocks.map(async (block) => {
          const task: FillTask = { store: folder, appearance, block };
          await workers.run('fill', set, task);
          onFilled(block);
        }),
      );
    } finally {
      await workers.close();
    }
  };
}
