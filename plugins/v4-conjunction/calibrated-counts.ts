import type { Frames } from '../../core/contracts/pictures.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import type { StimulusSet } from '../../core/contracts/stimuli.ts';
import { calibrationPictures } from '../../core/neurons/calibration-pictures.ts';
import { expectedCount, type Rates } from '../../core/neurons/rates.ts';

const calibrationCount = 48;
const smallestReference = 1e-9;

/**
 * Expected counts `[presentation, neuroid]` of neuroids that see the presented pictures. A neuroid reaches its mean
 * rate at its mean drive over the calibration pictures, so a stimulus' count does not depend on the other stimuli.
 * @param drivesOf drives `[picture, neuroid]`, not negative; called first with all calibration pictures.
 */
export async function calibratedCounts(
  stimuli: StimulusSet,
  rates: readonly Rates[],
  drivesOf: (frames: Frames) => Float64Array,
  random: RandomStreams,
): Promise<Float64Array> {
  const references = meanDrives(
    drivesOf(calibrationPictures(calibrationCount, stimuli.format, random)),
    rates.length,
  );
  const counts = new Float64Array(stimuli.table.length * rates.length);
  for await (const { start, frames } of stimuli.blocks('presented')) {
    const drives = drivesOf(frames);
    for (let index = 0; index < drives.length; index++) {
      const neuroid = index % rates.length;
      counts[start * rates.length + index] = expectedCount(
        drives[index],
        references[neuroid],
        rates[neuroid],
      );
    }
  }
  return counts;
}

function meanDrives(drives: Float64Array, neuroids: number): Float64Array {
  const means = new Float64Array(neuroids);
  for (let index = 0; index < drives.length; index++)
    means[index % neuroids] += drives[index] / (drives.length / neuroids);
  return means.map((mean) => Math.max(mean, smallestReference));
}
