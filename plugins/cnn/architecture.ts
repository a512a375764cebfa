import type { Layer } from '../../core/contracts/backbone.ts';
import { InputError } from '../../core/errors/errors.ts';
import type { CnnOptions } from './options.ts';

/** A convolution, then maximum pooling, normalisation and rectification. */
export interface Convolution {
  readonly name: string;
  readonly inputs: number;
  readonly width: number;
  readonly kernel: number;
  readonly stride: number;
  /** Side and step of the pooling; 1 for none. */
  readonly pool: number;
  /** Side of the pooled map. */
  readonly size: number;
}

export interface Architecture {
  readonly size: number;
  readonly channels: 1 | 3;
  readonly convolutions: readonly Convolution[];
  /** Fully connected, then normalisation and rectification. */
  readonly dense: { readonly name: 'dense'; readonly inputs: number; readonly width: number };
  readonly normalised: boolean;
  /** Named after what feeds them: pooled and rectified maps `[side, side, filters]`, then the dense units. */
  readonly layers: readonly Layer[];
}

/** Lays out the network. Throws InputError when the picture is pooled away before the last convolution. */
export function layOut(options: CnnOptions): Architecture {
  const channels = options.color === 'grey' ? 1 : 3;
  const convolutions: Convolution[] = [];
  let size = options.size;
  let inputs: number = channels;
  options.widths.forEach((width, index) => {
    const stride = options.strides[index];
    const pool = options.pools[index];
    const name = `conv${index + 1}`;
    size = Math.floor(Math.ceil(size / stride) / pool);
    if (size < 1)
      throw new InputError(
        `${name} has no pixels left: take a larger size, smaller strides and pools, or fewer widths`,
      );
    convolutions.push({ name, inputs, width, kernel: options.kernels[index], stride, pool, size });
    inputs = width;
  });
  return {
    size: options.size,
    channels,
    convolutions,
    dense: { name: 'dense', inputs: size * size * inputs, width: options.dense },
    normalised: options.normalisation === 'batch',
    layers: [
      ...convolutions.map(({ name, size, width }) => ({ name, shape: [size, size, width] })),
      { name: 'dense', shape: [options.dense] },
    ],
  };
}
