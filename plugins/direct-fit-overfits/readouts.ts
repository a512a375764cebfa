import { selectRows } from '../../core/assembly/matrix.ts';
import type { BackboneEvidence } from '../../core/contracts/evidence.ts';
import type { Matrix } from '../../core/contracts/linear-algebra.ts';
import type { RandomStream } from '../../core/contracts/random.ts';
import type { Readout } from '../../core/contracts/readout.ts';
import { columnCorrelations } from '../../core/statistics/correlation.ts';
import { groupedKFold } from '../../core/statistics/splits.ts';
import { median } from '../../core/statistics/summaries.ts';
import { definedOrZero } from './fits.ts';
import { fewestObjects } from './requirements.ts';
import type { Predict } from './sittings.ts';

/** What a readout is fitted on. */
export interface Fitting {
  /** Id of the joined set. */
  readonly pictures: string;
  /** Rows of it that are fitted on. */
  readonly training: readonly number[];
  /** Some of these try the layers that the others were fitted on. */
  readonly inner: { readonly train: readonly number[]; readonly test: readonly number[] };
}

/** A quarter of the training pictures, of objects of their own, tries the layers. */
export function innerSplit(
  training: readonly number[],
  objects: readonly string[],
  random: RandomStream,
): Fitting['inner'] {
  const labels = training.map((row) => objects[row]);
  const [{ train, test }] = groupedKFold(labels, fewestObjects, random);
  return { train: train.map((index) => training[index]), test: test.map((index) => training[index]) };
}

/**
 * A linear readout of the layer that does best inside the training pictures, fitted on all of these.
 * @param responses `[pictures, neuroids]` to the joined set.
 */
export async function readOut(
  network: BackboneEvidence,
  responses: Matrix,
  { pictures, training, inner }: Fitting,
  readout: Readout,
): Promise<{ readonly layer: string; readonly predict: Predict }> {
  const fitTo = async (layer: string, rows: readonly number[]) =>
    readout.fit(await network.features(layer, pictures), rows, selectRows(responses, rows));
  const scores: number[] = [];
  for (const { name } of network.layers) {
    const { predict } = await fitTo(name, inner.train);
    const r = columnCorrelations(predict(inner.test), selectRows(responses, inner.test));
    scores.push(median(definedOrZero(r)));
  }
  const layer = network.layers[scores.indexOf(Math.max(...scores))].name;
  const { predict } = await fitTo(layer, training);
  return { layer, predict };
}
