import { unitsOf } from '../backbones/layers.ts';
import type { Layer } from '../contracts/backbone.ts';
import type { RandomStream, RandomStreams } from '../contracts/random.ts';
import type { ActivationOptions } from '../scene/schema.ts';
import type { Key } from '../store/key.ts';

/** What is read of a layer: all its units, some of them, or random sums of them. */
export interface UnitReading {
  /** Values per stimulus. */
  readonly columns: number;
  /** Absent where all units are read. */
  readonly reduced?: { readonly by: ActivationOptions['by']; readonly key: Key };
  /** `[count, units]` to `[count, columns]`, row-major. */
  read(activations: Float32Array): Float32Array;
}

/**
 * A reading that is the same for all layers of one name and size, so that backbones, and checkpoints of one, are read alike.
 * Layers with no more units than asked for are read whole.
 */
export function readUnits(
  layer: Layer,
  options: ActivationOptions | undefined,
  random: RandomStreams,
): UnitReading {
  const units = unitsOf(layer);
  if (!options || options.units >= units) return { columns: units, read: (activations) => activations };
  const { units: columns, by } = options;
  const stream = () => random.stream(`${by}/${layer.name}`);
  const key = { by, columns, random: random.name };
  let read: UnitReading['read'] | undefined;
  return {
    columns,
    reduced: { by, key },
    read: (activations) => {
      read ??= by === 'subsample' ? subsample(stream(), units, columns) : project(stream(), units, columns);
      return read(activations);
    },
  };
}

/** So many units in their own order; those of a smaller subsample are among those of a larger. */
function subsample(random: RandomStream, units: number, columns: number): UnitReading['read'] {
  const chosen = random
    .permutation(units)
    .slice(0, columns)
    .sort((a, b) => a - b);
  return (activations) => {
    const result = new Float32Array((activations.length / units) * columns);
    for (let index = 0, start = 0; start < activations.length; start += units)
      for (const unit of chosen) result[index++] = activations[start + unit];
    return result;
  };
}

/**
 * A very sparse random projection (Li, Hastie & Church 2006): of D units each column adds or subtracts every one with
 * probability 1/(2 √D); scaled by √(√D / columns), so that inner products keep their expectation.
 */
function project(random: RandomStream, units: number, columns: number): UnitReading['read'] {
  const sparsity = Math.sqrt(units);
  const scale = Math.sqrt(sparsity / columns);
  const terms = Array.from({ length: columns }, () => drawTerms(random, units, 1 / sparsity));
  return (activations) => {
    const result = new Float32Array((activations.length / units) * columns);
    for (let index = 0, start = 0; start < activations.length; start += units)
      for (const { added, subtracted } of terms) {
        let sum = 0;
        for (const unit of added) sum += activations[start + unit];
        for (const unit of subtracted) sum -= activations[start + unit];
        result[index++] = scale * sum;
      }
    return result;
  };
}

interface Terms {
  readonly added: Int32Array;
  readonly subtracted: Int32Array;
}

/** Every unit is drawn with the same probability: the gaps between those that are follow the geometric distribution. */
function drawTerms(random: RandomStream, units: number, probability: number): Terms {
  const added: number[] = [];
  const subtracted: number[] = [];
  const gap = () => Math.floor(Math.log(1 - random.uniform()) / Math.log(1 - probability));
  for (let unit = gap(); unit < units; unit += 1 + gap())
    (random.uniform() < 0.5 ? added : subtracted).push(unit);
  return { added: Int32Array.from(added), subtracted: Int32Array.from(subtracted) };
}
