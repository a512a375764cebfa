import { strings } from '../assembly/table.ts';
import type { Progress } from '../contracts/logging.ts';
import type { SetRequest } from '../laboratory/open-stimuli.ts';
import { silhouetteWidth } from '../pictures/silhouette-table.ts';
import type { WorkerPool } from '../workers/worker-pool.ts';
import type { DrawnRows, DrawTask } from './draw-files.ts';
import type { MapName } from './geometry-pictures.ts';
import { planTasks } from './plan-tasks.ts';
import type { SetDescription } from './set-description.ts';

export interface RowsToDraw {
  readonly set: SetRequest;
  readonly folder: string;
  readonly rows: readonly number[];
  readonly description: SetDescription;
  readonly maps: readonly MapName[];
}

export interface AllDrawn {
  /** How many pictures had to be drawn. */
  readonly count: number;
  /** Measures of all silhouettes in the order of the rows; absent where the source knows no objects. */
  readonly silhouettes: Float64Array | undefined;
}

/** A task is large enough to be worth an object, and small enough that processes end together. */
const taskSize = { least: 4, most: 64, perWorker: 4 };

/** Has workers write the pictures of all rows. */
export async function drawRows(
  { set, folder, rows, description, maps }: RowsToDraw,
  workers: WorkerPool,
  progress: Progress,
): Promise<AllDrawn> {
  const { table } = description;
  const objects = 'object_name' in table.columns ? strings(table, 'object_name') : undefined;
  const even = Math.ceil(rows.length / (workers.count * taskSize.perWorker));
  const size = Math.min(taskSize.most, Math.max(taskSize.least, even));
  const step = progress.step(`Rendering ${set.id}`, rows.length, 'pictures');
  step.advance(0);
  const positions = new Map(rows.map((row, position) => [row, position]));
  const silhouettes = new Float64Array(rows.length * silhouetteWidth);
  let knowsObjects = true;
  let count = 0;

  async function drawTask(members: readonly number[]): Promise<void> {
    const task: DrawTask = { folder, rows: members, maps };
    const drawn = await workers.run<DrawnRows>('draw', set, task);
    members.forEach((row, index) => {
      const measures = drawn.silhouettes?.subarray(index * silhouetteWidth, (index + 1) * silhouetteWidth);
      if (measures) silhouettes.set(measures, (positions.get(row) ?? 0) * silhouetteWidth);
      else knowsObjects = false;
    });
    count += drawn.drawn;
    step.advance(members.length);
  }

  await Promise.all(planTasks(rows, objects, size).map(drawTask));
  step.finish();
  return { count, silhouettes: knowsObjects ? silhouettes : undefined };
}
