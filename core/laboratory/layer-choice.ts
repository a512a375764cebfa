import { stackRows } from '../assembly/matrix.ts';
import type { Predictions } from './predictions.ts';
import type { Protocol } from './protocols.ts';
import { rowRange } from './test-groups.ts';

export interface LayerChoice {
  /** Index of the chosen layer, fold by fold. */
  readonly chosen: readonly number[];
  readonly predictions: Pick<Predictions, 'heldOut' | 'control'>;
}

/** In every fold takes the layer that does best inside its training rows, and that layer's predictions. */
export function chooseLayers(layers: readonly Predictions[], { folds }: Protocol): LayerChoice {
  const chosen = folds.map((_, fold) => bestOf(layers.map(({ inner }) => inner[fold])));
  const join = (name: 'heldOut' | 'control') => {
    let start = 0;
    return stackRows(
      folds.map(({ test }, fold) => {
        const part = rowRange(layers[chosen[fold]][name], start, test.length);
        start += test.length;
        return part;
      }),
    );
  };
  return { chosen, predictions: { heldOut: join('heldOut'), control: join('control') } };
}

function bestOf(values: readonly number[]): number {
  return values.reduce((best, value, index) => (value > values[best] ? index : best), 0);
}
