import { table } from '../core/assembly/table.ts';
import type { Frames } from '../core/contracts/pictures.ts';
import type { Tensors } from '../core/contracts/tensors.ts';
import type { TrainingOptions } from '../core/contracts/training.ts';
import { convolutionalOptions } from '../core/networks/convolutional-options.ts';
import { planConvolutional } from '../core/networks/convolutional-plan.ts';
import { layOut } from '../core/networks/lay-out.ts';
import type { NetworkPlan } from '../core/networks/operations.ts';
import { openReader } from '../core/networks/reading.ts';
import { createVariables, initialWeights } from '../core/networks/weights.ts';
import { createRandomStreams } from '../core/random/streams.ts';
import { createLearner, learn } from '../core/training/learner.ts';
import { categoryObjective } from '../core/training/objectives/categories.ts';
import recurrent from '../plugins/recurrent-cnn/index.ts';
import { planRecurrent } from '../plugins/recurrent-cnn/plan.ts';

export interface Contest {
  readonly network: string;
  readonly plan: NetworkPlan;
  readonly batch: number;
}

const cnnOf = (options: object) => planConvolutional(convolutionalOptions.parse(options));

/** Networks whose speed is compared; `alexnet` has the sizes of Krizhevsky (2014). */
export const contests: readonly Contest[] = [
  { network: 'plain', plan: cnnOf({}), batch: 64 },
  { network: 'residual', plan: cnnOf({ family: 'residual' }), batch: 64 },
  { network: 'recurrent', plan: planRecurrent(recurrent.options.parse({})), batch: 64 },
  {
    network: 'alexnet',
    plan: cnnOf({
      size: 224,
      color: 'rgb',
      widths: [64, 192, 384, 256, 256],
      kernels: [11, 5, 3, 3, 3],
      strides: [4, 1, 1, 1, 1],
      pools: [2, 2, 1, 1, 2],
      dense: 4096,
    }),
    batch: 32,
  },
];

const options: TrainingOptions = {
  epochs: 1,
  batch: 64,
  learningRate: 0.001,
  optimiser: { kind: 'adam' },
  weightDecay: 0.01,
  schedule: { kind: 'constant', warmUp: 0 },
  augmentation: { shift: 0, rotation: 0, zoom: 1, flip: false, grey: 0, contrast: 0, noise: 0 },
  validation: 0,
};

export interface Contestant {
  /** All layers of a batch, as float32 arrays. */
  reading(): void;
  /** One step of the optimiser, on 20 categories. */
  training(): void;
}

export function enter(tensors: Tensors, { plan, batch }: Contest): Contestant {
  const random = createRandomStreams('benchmark');
  const architecture = layOut(plan);
  const initial = initialWeights(architecture.weights, random);
  const network = {
    tensors,
    architecture,
    weights: createVariables(tensors.tf, initial),
    initial: () => initial,
  };
  const rows = Array.from({ length: batch }, (_, row) => row);
  const labels = table({ category_name: rows.map((row) => `category-${row % 20}`) });
  const objective = categoryObjective(tensors.tf, labels, { label: 'category_name', smoothing: 0 });
  const learner = createLearner(network, objective, { options, random });
  const { size, channels } = plan.input;
  const stream = random.stream('pictures');
  const data = Uint8Array.from({ length: batch * size * size * channels }, () => stream.integer(256));
  const frames: Frames = { count: batch, height: size, width: size, channels, data };
  const reader = openReader(network, new Map());
  const layers = architecture.layers.map(({ name }) => name);
  return {
    reading: () => {
      reader.layers(frames, layers);
    },
    training: () => {
      learn(learner, { rows, frames }, options.learningRate);
    },
  };
}
