import { fitFrames } from '../../core/backbones/fit-frames.ts';
import { requireLayers } from '../../core/backbones/layers.ts';
import type { Backbone } from '../../core/contracts/backbone.ts';

export interface PixelsOptions {
  readonly size: number;
  readonly color: 'grey' | 'rgb';
}

/** One layer, `pixels`: `[size, size, channels]`, 0 black … 1 white. */
export function createPixelsBackbone({ size, color }: PixelsOptions): Backbone {
  const channels = color === 'grey' ? 1 : 3;
  const layers = [{ name: 'pixels', shape: [size, size, channels] }];
  return {
    family: 'pixels',
    layers,
    activations: async (frames, _format, names) => {
      const { data } = fitFrames(frames, size, size, channels);
      const values = new Float32Array(data.length);
      for (let index = 0; index < data.length; index++) values[index] = data[index] / 255;
      return new Map(requireLayers(layers, names).map(({ name }) => [name, values]));
    },
  };
}
