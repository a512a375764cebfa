import type * as tensorflow from '@tensorflow/tfjs';
import { affineOf } from './batch-normalisation.ts';
import { statisticsOf } from './normalisation.ts';
import type { Affine, Convolution, Normalisation, Operation } from './operations.ts';
import { type Weights, weightOf } from './weights.ts';

type TF = typeof tensorflow;
type Tensor = tensorflow.Tensor;

export interface FoldedNetwork {
  readonly operations: readonly Operation[];
  /** New tensors, to be disposed, beside the weights that stay as they are. */
  readonly weights: ReadonlyMap<string, Tensor>;
  readonly folded: readonly Tensor[];
}

/**
 * The same network for reading: batch normalisation by running statistics is multiplied into the kernel of the
 * convolution right before it, and stays a gain and an offset elsewhere. Maximum pooling in between does not matter where all gains are positive.
 */
export function foldNormalisation(tf: TF, operations: readonly Operation[], weights: Weights): FoldedNetwork {
  const folded = new Map<string, Tensor>();

  const foldInto = (layer: Convolution, name: string, gain: Tensor, offset: Tensor): Operation => {
    const own = `${layer.name} by ${name}`;
    const { kernel, bias } = tf.tidy(() => {
      const moved = layer.bias ? weightOf(weights, `${layer.name}/bias`).mul(gain) : 0;
      return { kernel: weightOf(weights, `${layer.name}/kernel`).mul(gain), bias: offset.add(moved) };
    });
    folded.set(`${own}/kernel`, kernel).set(`${own}/bias`, bias);
    return { ...layer, name: own, bias: true };
  };

  /** The operations before with the normalisation in them, or after them. */
  const fold = (before: readonly Operation[], { name, ...rest }: Normalisation): Operation[] => {
    const { gain, offset } = tf.tidy(() => affineOf(tf, statisticsOf({ name, ...rest }, weights)));
    const place = placeToFold(before, () => gain.dataSync<'float32'>().every((value) => value > 0));
    if (place) {
      const { index, layer } = place;
      const changed = before.toSpliced(index, 1, foldInto(layer, name, gain, offset));
      tf.dispose([gain, offset]);
      return changed;
    }
    folded.set(`${name}/gain`, gain).set(`${name}/offset`, offset);
    const affine: Affine = { kind: 'affine', name };
    return [...before, affine];
  };

  const foldAll = (all: readonly Operation[]): Operation[] => {
    let reading: Operation[] = [];
    for (const operation of all)
      if (operation.kind === 'normalisation' && operation.over === 'batch')
        reading = fold(reading, operation);
      else if (operation.kind === 'residual')
        reading.push({ ...operation, body: foldAll(operation.body), shortcut: foldAll(operation.shortcut) });
      else reading.push(operation);
    return reading;
  };

  const reading = foldAll(operations);
  return { operations: reading, weights: new Map([...weights, ...folded]), folded: [...folded.values()] };
}

/** The convolution whose kernel can take up what follows; pooling by the maximum keeps the order of what rises. */
function placeToFold(
  before: readonly Operation[],
  rises: () => boolean,
): { readonly index: number; readonly layer: Convolution } | undefined {
  const last = before.length - 1;
  const pooled = before[last]?.kind === 'pooling' && before[last].by === 'max';
  const index = pooled ? last - 1 : last;
  const layer = before[index];
  if (layer?.kind !== 'convolution') return undefined;
  return !pooled || rises() ? { index, layer } : undefined;
}
