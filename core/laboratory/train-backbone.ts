import type { Checkpoint } from '../contracts/training.ts';
import { InputError } from '../errors/errors.ts';
import type { OpenScene } from './open-scene.ts';
import type { LearningCurve } from './training.ts';

export interface TrainedBackbone {
  readonly checkpoint: Checkpoint;
  readonly curve: LearningCurve;
}

/** Trains one backbone of a scene, going on where the store has its last checkpoint. */
export async function trainBackbone({ backbone: find }: OpenScene, id: string): Promise<TrainedBackbone> {
  const staged = await find(id);
  if (!staged.checkpoint)
    throw new InputError(`the backbone "${id}" is not trained in this scene; give it a \`train\`.`);
  const curve = await staged.learningCurve();
  return { curve, checkpoint: await staged.checkpoint() };
}
