import type { TrainingOptions } from '../contracts/training.ts';

/** Learning rate of a step. @param progress share of the training that is over, 0 … 1. */
export function learningRateAt(progress: number, { learningRate, schedule }: TrainingOptions): number {
  const { warmUp } = schedule;
  const risen = warmUp > 0 ? Math.min(1, (progress + 0.001) / warmUp) : 1;
  return learningRate * risen * shareAt(progress, schedule);
}

function shareAt(progress: number, schedule: TrainingOptions['schedule']): number {
  switch (schedule.kind) {
    case 'constant':
      return 1;
    case 'steps':
      return schedule.factor ** schedule.at.filter((share) => progress >= share).length;
    case 'cosine': {
      const fallen = Math.max(0, (progress - schedule.warmUp) / (1 - schedule.warmUp));
      return 0.5 * (1 + Math.cos(Math.PI * fallen));
    }
  }
}
