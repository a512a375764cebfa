import type { TrainingOptions } from '../../core/contracts/training.ts';

/** Adam at a constant rate on pictures as they are. */
export const plainTraining: TrainingOptions = {
  epochs: 4,
  batch: 16,
  learningRate: 0.01,
  optimiser: { kind: 'adam' },
  weightDecay: 0.01,
  schedule: { kind: 'cosine', warmUp: 0.05 },
  augmentation: { shift: 0.1, rotation: 0, zoom: 1.2, flip: true, grey: 0, contrast: 0.2, noise: 0.02 },
  validation: 0.25,
};

/** For objectives that ask for none. */
export async function noResponses(): Promise<never> {
  throw new RangeError('there are no populations');
}
