import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface LayerOracle {
  /** Of one picture's activations. */
  readonly shape: readonly number[];
  readonly rootMeanSquare: number;
  /** Places in the activations of all pictures, and what PyTorch has there. */
  readonly places: readonly number[];
  readonly values: readonly number[];
}

interface PretrainedOracle {
  readonly side: number;
  readonly models: Readonly<Record<string, Readonly<Record<string, LayerOracle>>>>;
  readonly preprocessing: { readonly picture: readonly number[]; readonly values: readonly number[] };
}

export const oraclePath = (name: string) => fileURLToPath(new URL(`../oracles/${name}`, import.meta.url));

export function readPretrainedOracle(): PretrainedOracle {
  return JSON.parse(readFileSync(oraclePath('pretrained-models.json'), 'utf8'));
}
