import { numbers } from '../../core/assembly/table.ts';
import type { StimulusSet } from '../../core/contracts/stimuli.ts';
import { InputError } from '../../core/errors/errors.ts';

/** Where, how large and how turned the objects are shown. */
export interface Latents {
  /** Degrees right and up of the picture's centre. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Octaves above the reference size. */
  readonly size: Float64Array;
  /** Yaw, pitch and roll in radians. */
  readonly angles: readonly Float64Array[];
}

const names = ['ty', 'tz', 's', 'rxy', 'rxz', 'ryz'];

/** Throws InputError when the set has no ground truth of its objects. */
export function requireObjects(stimuli: StimulusSet): void {
  if (stimuli.appearances.includes('object-alone')) return;
  throw new InputError(
    `it-shape-space needs the ground truth of the objects, but stimulus set "${stimuli.id}" has only ` +
      `${stimuli.appearances.join(', ')}; use a set that is rendered`,
  );
}

/** Reads them from the columns of a set. Throws InputError when one is missing or has values that make no sense. */
export function latentsOf(stimuli: StimulusSet, sceneWidth: number): Latents {
  const degreesPerUnit = stimuli.format.degrees / sceneWidth;
  return {
    x: latent(stimuli, 'ty').map((place) => place * degreesPerUnit),
    y: latent(stimuli, 'tz').map((place) => place * degreesPerUnit),
    size: latent(stimuli, 's').map((scale, row) => {
      if (scale > 0) return Math.log2(scale);
      throw new InputError(
        `stimulus set "${stimuli.id}": s must be positive, got ${scale} in row ${row + 1}`,
      );
    }),
    angles: ['rxy', 'rxz', 'ryz'].map((name) =>
      latent(stimuli, name).map((degrees) => (degrees * Math.PI) / 180),
    ),
  };
}

function latent(stimuli: StimulusSet, name: string): Float64Array {
  if (!(stimuli.table.columns[name] instanceof Float64Array))
    throw new InputError(
      `it-shape-space needs the columns ${names.join(', ')} as numbers, but stimulus set "${stimuli.id}" lacks ${name}`,
    );
  const values = numbers(stimuli.table, name);
  const odd = values.findIndex((value) => !Number.isFinite(value));
  if (odd < 0) return values;
  throw new InputError(
    `stimulus set "${stimuli.id}": ${name} must be a number, got ${values[odd]} in row ${odd + 1}`,
  );
}
