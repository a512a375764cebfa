import type { Instance } from '../core/contracts/plugin.ts';
import { createRandomStreams } from '../core/random/streams.ts';

export const instance: Instance = {
  id: 'benchmark',
  random: createRandomStreams('benchmark'),
  resolvePath: (path) => path,
};

export interface Contestant {
  readonly name: string;
  /** Called before its operations are timed. */
  prepare?(): Promise<unknown>;
  /** What is timed, by its name; the same names for all contestants. */
  readonly operations: Readonly<Record<string, () => unknown>>;
}

/**
 * Times the same operations on several engines, in turn within each round, so that a load that comes and goes meets
 * all of them; prints the best time of each, or items per second, and the ratio to the first engine.
 */
export async function compare({
  unit,
  items = 1,
  rounds,
  engines,
}: {
  readonly unit: 'seconds' | 'images/s';
  /** Items that one call of an operation works on. */
  readonly items?: number;
  readonly rounds: number;
  readonly engines: readonly Contestant[];
}): Promise<void> {
  for (const operation of Object.keys(engines[0].operations)) {
    const best = engines.map(() => Number.POSITIVE_INFINITY);
    for (let round = 0; round < rounds; round++)
      for (const [index, engine] of engines.entries()) {
        await engine.prepare?.();
        const start = performance.now();
        engine.operations[operation]();
        best[index] = Math.min(best[index], (performance.now() - start) / 1000);
      }
    console.log(operation);
    engines.forEach(({ name }, index) => {
      const figure = unit === 'seconds' ? best[index].toFixed(3) : (items / best[index]).toFixed(1);
      const ratio = (best[index] / best[0]).toFixed(1);
      console.log(
        `  ${name.padEnd(58)}${figure.padStart(8)} ${unit}${index > 0 ? `, ${ratio} x the time` : ''}`,
      );
    });
  }
}
