import type * as tensorflow from '@tensorflow/tfjs';
import { InputError } from '../../core/errors/errors.ts';
import { didYouMean } from '../../core/errors/suggestions.ts';
import type { LayersModelOptions } from './options.ts';

export interface ExposedLayer {
  readonly name: string;
  readonly output: tensorflow.SymbolicTensor;
}

/** The layers that the options name, from the model's input to its output. Throws InputError for unknown names. */
export function exposeLayers(
  model: tensorflow.LayersModel,
  { layers }: LayersModelOptions,
  file: string,
): ExposedLayer[] {
  const names = Array.isArray(layers) ? layers.map((name) => [name, name]) : Object.entries(layers);
  const known = model.layers.map((layer) => layer.name);
  return names
    .map(([name, modelName]) => {
      const position = known.indexOf(modelName);
      if (position >= 0) return { name, position };
      throw new InputError(`the model has no layer "${modelName}"; ${didYouMean(modelName, known)}`, {
        file,
      });
    })
    .sort((left, right) => left.position - right.position)
    .map(({ name, position }) => ({ name, output: firstOutput(model.layers[position]) }));
}

function firstOutput(layer: tensorflow.layers.Layer): tensorflow.SymbolicTensor {
  const output = layer.getOutputAt(0);
  return Array.isArray(output) ? output[0] : output;
}
