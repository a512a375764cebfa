import type * as tensorflow from '@tensorflow/tfjs';
import { affineOf } from './batch-normalisation.ts';
import { statisticsOf } from './normalisation.ts';
import type { Convolution, Dense, Normalisation, Operation } from './operations.ts';
import { type Weights, weightOf } from './weights.ts';

type TF = typeof tensorflow;

export interface FoldedNetwork {
  readonly operations: readonly Operation[];
  /** New tensors, to be disposed, beside the weights that stay as they are. */
  readonly weights: ReadonlyMap<string, tensorflow.Tensor>;
  readonly folded: readonly tensorflow.Tensor[];
}

/**
 * The same network for reading, with batch normalisation by running statistics multiplied into the kernel right
 * before it: one pass over the activations less per layer.
 */
export function foldNormalisation(tf: TF, operations: readonly Operation[], weights: Weights): FoldedNetwork {
  const folded = new Map<string, tensorflow.Tensor>();

  const fold = (layer: Convolution | Dense, normalisation: Normalisation): Operation => {
    const name = `${layer.name} by ${normalisation.name}`;
    const { kernel, bias } = tf.tidy(() => {
      const { gain, offset } = affineOf(tf, statisticsOf(normalisation, weights));
      const moved = layer.bias ? weightOf(weights, `${layer.name}/bias`).mul(gain) : 0;
      return { kernel: weightOf(weights, `${layer.name}/kernel`).mul(gain), bias: offset.add(moved) };
    });
    folded.set(`${name}/kernel`, kernel).set(`${name}/bias`, bias);
    return { ...layer, name, bias: true };
  };
  const foldAll = (all: readonly Operation[]): Operation[] => {
    const result: Operation[] = [];
    for (const operation of all) {
      const before = result.at(-1);
      const foldable = before?.kind === 'convolution' || before?.kind === 'dense';
      if (foldable && operation.kind === 'normalisation' && operation.over === 'batch')
        result[result.length - 1] = fold(before, operation);
      else if (operation.kind === 'residual')
        result.push({ ...operation, body: foldAll(operation.body), shortcut: foldAll(operation.shortcut) });
      else result.push(operation);
    }
    return result;
  };

  const reading = foldAll(operations);
  return { operations: reading, weights: new Map([...weights, ...folded]), folded: [...folded.values()] };
}
