import { rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { stringify } from 'yaml';
import type { Log, Progress } from '../contracts/logging.ts';
import { InputError } from '../errors/errors.ts';
import type { SetRequest } from '../laboratory/open-stimuli.ts';
import type { Scene } from '../scene/read-scene.ts';
import { writeFileAtomically } from '../store/atomic.ts';
import type { WorkerPool } from '../workers/worker-pool.ts';
import { chooseRows } from './choose-rows.ts';
import { drawRows } from './draw-rows.ts';
import type { FurtherFormat } from './further-formats.ts';
import { type MapName, mapUnits } from './geometry-pictures.ts';
import { describeDifference, firstDifference } from './lock-difference.ts';
import { fileNames, type SetDescription } from './set-description.ts';
import {
  dropUnfinished,
  type Lock,
  type LockedChoice,
  lockName,
  readLock,
  refuseOtherSet,
  refuseStrangers,
} from './set-folder.ts';
import { type SetToSummarise, writeSummaries } from './set-summaries.ts';

/** Processes that open the set while the first describes it; further ones start when there is work for them. */
const startedAhead = 4;

/** Which stimuli, and in which further forms. */
export interface RenderChoice {
  readonly only: Readonly<Record<string, readonly string[]>>;
  readonly count: number | undefined;
  readonly maps: readonly MapName[];
  readonly also: readonly FurtherFormat[];
}

export interface RenderRequest extends RenderChoice {
  readonly scene: Scene;
  readonly set: SetRequest;
  readonly folder: string;
}

export interface Rendered {
  readonly stimuli: number;
  /** Pictures that were there already. */
  readonly kept: number;
}

/**
 * Renders a stimulus set into a folder, or goes on where an earlier run stopped: pictures that are there are kept. The
 * lock comes first and the table last. Throws InputError when the folder holds anything else.
 */
export async function renderSet(
  { scene, set, folder, ...asked }: RenderRequest,
  workers: WorkerPool,
  { log, progress }: { readonly log: Log; readonly progress: Progress },
): Promise<Rendered> {
  const earlier = await readLock(folder);
  for (let other = 1; other < Math.min(workers.count, startedAhead); other++)
    workers.run('open', set).catch(() => undefined);
  const description = await workers.run<SetDescription>('describe', set);
  const choice = completeChoice(asked, [ownChoice(scene, set), earlier?.locked]);
  const lock = lockOf(description, scene, folder, choice);
  const names = fileNames(description.table);
  const rows = chooseRows(description.table, choice, set.seed);
  if (earlier) {
    refuseOtherSet(folder, earlier, lock, description.locked.selection);
    await refuseStrangers(
      folder,
      rows.map((row) => names[row]),
    );
  }
  for (const sentence of description.degraded) log.warn(sentence);
  warnOfDifference(scene, lock, log);
  try {
    await dropUnfinished(folder);
    await writeFileAtomically(join(folder, lockName), lockText(lock));
    const drawn = await drawRows({ set, folder, rows, description, maps: choice.maps }, workers, progress);
    const objects = await workers.run<SetToSummarise['objects']>('objects', set);
    await writeSummaries(
      { id: set.id, folder, rows, description, names, also: choice.also, objects },
      drawn.silhouettes,
    );
    await dropUnfinished(folder);
    return { stimuli: rows.length, kept: rows.length - drawn.count };
  } catch (error) {
    if (error instanceof InputError && !earlier) {
      await workers.close();
      await rm(folder, { recursive: true, force: true });
    }
    throw error;
  }
}

/** What a lock file that is rendered again chose itself. */
function ownChoice(scene: Scene, { id }: SetRequest): LockedChoice | undefined {
  const { locked } = scene.options;
  return locked?.stimuli === id ? locked : undefined;
}

/** The command line decides which stimuli, before a lock that is rendered; forms that the folder has are continued. */
function completeChoice(
  asked: RenderChoice,
  [own, earlier]: readonly [LockedChoice | undefined, LockedChoice | undefined],
): RenderChoice {
  const chosen = Object.keys(asked.only).length > 0 || asked.count !== undefined ? asked : own;
  const united = (name: 'maps' | 'also') => [
    ...new Set([...(own?.[name] ?? []), ...(earlier?.[name] ?? []), ...asked[name]]),
  ];
  return {
    only: chosen?.only ?? {},
    count: chosen?.count,
    maps: united('maps') as MapName[],
    also: united('also') as FurtherFormat[],
  };
}

function lockOf({ locked }: SetDescription, scene: Scene, folder: string, choice: RenderChoice): Lock {
  const { scene: name, seed, ...content } = locked.content;
  const { only, count, maps, also } = choice;
  return {
    scene: name,
    seed,
    folder: relative(folder, scene.folder),
    ...content,
    locked: {
      ...(content.locked as object),
      ...(Object.keys(only).length > 0 && { only }),
      ...(count !== undefined && { count }),
      ...(maps.length > 0 && { maps, mapUnits: Object.fromEntries(maps.map((map) => [map, mapUnits[map]])) }),
      ...(also.length > 0 && { also }),
    },
  } as unknown as Lock;
}

function lockText(lock: Lock): string {
  const comment = `# A stimulus set as it was rendered; \`neuroid render ${lockName} --out FOLDER\` renders it again.\n`;
  return comment + stringify(lock, { aliasDuplicateObjects: false });
}

/** A lock that is rendered with other versions or another engine may give other pictures; that is said. */
function warnOfDifference(scene: Scene, lock: Lock, log: Log): void {
  const { locked } = scene.options;
  if (!locked) return;
  const made = ({ plugins, engines, fingerprint }: Readonly<Record<string, unknown>>) => ({
    plugins,
    engines,
    fingerprint,
  });
  const difference = firstDifference(made(locked), made(lock.locked));
  if (difference)
    log.warn(`The lock was made otherwise, so pictures may differ: ${describeDifference(difference)}.`);
}
