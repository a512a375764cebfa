import { selectColumns, selectRows } from '../../core/assembly/matrix.ts';
import type { BackboneEvidence } from '../../core/contracts/evidence.ts';
import type { Readout } from '../../core/contracts/readout.ts';
import type { Kind } from './measured.ts';
import { type Fitting, readOut } from './readouts.ts';
import type { Neuroids, Predict } from './sittings.ts';

/** Networks of one kind, and what each foretells. */
export interface Model {
  readonly kind: Kind;
  readonly networks: readonly string[];
  /** Layers read out, network by network; none where the networks' own outputs predict. */
  readonly layers: readonly string[];
  readonly predictions: readonly Predict[];
}

/** Networks whose outputs are the neuroids. */
export async function directFits(
  networks: readonly BackboneEvidence[],
  neuroids: Neuroids,
  pictures: string,
): Promise<Model> {
  const predictions: Predict[] = [];
  for (const network of networks) {
    const names = await network.outputNames();
    const outputs = selectColumns(
      await network.outputs(pictures),
      neuroids.ids.map((id) => names.indexOf(id)),
    );
    predictions.push((rows) => selectRows(outputs, rows));
  }
  return { kind: 'direct fit', networks: networks.map(({ id }) => id), layers: [], predictions };
}

/** Networks that never saw the neuroids, each with a linear readout. */
export async function readouts(
  kind: Kind,
  networks: readonly BackboneEvidence[],
  neuroids: Neuroids,
  fitting: Fitting,
  readout: Readout,
): Promise<Model> {
  const fitted = [];
  for (const network of networks) fitted.push(await readOut(network, neuroids.means, fitting, readout));
  return {
    kind,
    networks: networks.map(({ id }) => id),
    layers: fitted.map(({ layer }) => layer),
    predictions: fitted.map(({ predict }) => predict),
  };
}
