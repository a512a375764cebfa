import type * as tensorflow from '@tensorflow/tfjs';
import { affineOf, type BatchStatistics, normaliseByBatch } from './batch-normalisation.ts';
import type { Pass } from './forward.ts';
import type { Normalisation } from './operations.ts';
import { weightOf } from './weights.ts';

type TF = typeof tensorflow;

const epsilon = 1e-5;
/** Channels that are normalised together, at least (Wu & He 2018). */
const groupWidth = 16;
/** Krizhevsky et al. (2012), section 3.3. */
const localResponse = { reach: 2, bias: 2, slope: 1e-4, power: 0.75 };

export function normalise(
  { tensors, weights, mode }: Pass,
  x: tensorflow.Tensor,
  operation: Normalisation,
): tensorflow.Tensor {
  const { tf } = tensors;
  const { name, over } = operation;
  if (over === 'local-response') return normaliseLocally(tf, x);
  if (over === 'batch') {
    const statistics = statisticsOf(operation, weights);
    if (mode === 'training') return normaliseByBatch(tensors, x, statistics);
    const { gain, offset } = affineOf(tf, statistics);
    return x.mul(gain).add(offset);
  }
  return normaliseGroups(tf, x, over === 'group' ? groupWidth : Number.POSITIVE_INFINITY)
    .mul(weightOf(weights, `${name}/scale`))
    .add(weightOf(weights, `${name}/shift`));
}

/** The weights of batch normalisation. */
export function statisticsOf({ name }: Normalisation, weights: Pass['weights']): BatchStatistics {
  const variable = (part: string) => weightOf(weights, `${name}/${part}`) as tensorflow.Variable;
  return {
    scale: variable('scale'),
    shift: variable('shift'),
    mean: variable('mean'),
    variance: variable('variance'),
  };
}

/** Every picture for itself: zero mean and unit variance over all positions and the channels of a group. */
function normaliseGroups(tf: TF, x: tensorflow.Tensor, most: number): tensorflow.Tensor {
  const [count] = x.shape;
  const width = x.shape[x.rank - 1];
  let groups = Math.max(1, Math.floor(width / most));
  while (width % groups > 0) groups--;
  const grouped = x.reshape([count, -1, groups, width / groups]);
  const { mean, variance } = tf.moments(grouped, [1, 3], true);
  return grouped
    .sub(mean)
    .mul(tf.rsqrt(variance.add(epsilon)))
    .reshape(x.shape);
}

/** Divides by the squares of neighbouring channels, summed by a matrix with a band of ones. */
function normaliseLocally(tf: TF, x: tensorflow.Tensor): tensorflow.Tensor {
  const { reach, bias, slope, power } = localResponse;
  const width = x.shape[x.rank - 1];
  const band = tf.tensor2d(
    Float32Array.from({ length: width * width }, (_, index) =>
      Math.abs(Math.floor(index / width) - (index % width)) <= reach ? slope : 0,
    ),
    [width, width],
  );
  const squares = x.square().reshape<tensorflow.Tensor2D>([-1, width]);
  return x.mul(tf.matMul(squares, band).add(bias).pow(-power).reshape(x.shape));
}
