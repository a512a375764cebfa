import type { Table } from '../../../core/assembly/table.ts';
import type { BackboneEvidence } from '../../../core/contracts/evidence.ts';
import type { LinearAlgebra, Matrix } from '../../../core/contracts/linear-algebra.ts';
import type { RandomStreams } from '../../../core/contracts/random.ts';
import type { Options } from '../options.ts';
import { chooseControls, type Lesions, measureLesions } from './lesions.ts';
import { measureSelectivity, type Selectivity, valuesOf } from './selectivity.ts';
import { type MappingSplit, predictSites, type Sites } from './sites.ts';
import { measureTolerance, type Tolerance } from './tolerance.ts';
import type { ClassImages } from './unit-selectivity.ts';

/** Everything that is measured of one network. */
export interface Network {
  readonly id: string;
  readonly selectivity: Selectivity;
  readonly tolerance: Tolerance;
  readonly sites: Sites;
  /** null: it has no units of the category to silence. */
  readonly lesions: Lesions | null;
}

/** What is the same for all networks. */
export interface Study {
  readonly options: Options;
  /** Whose units are counted. */
  readonly layer: string;
  /** Classes of the localizer. */
  readonly localizer: readonly ClassImages[];
  /** Classes of the independent set, its id and its table. */
  readonly independent: {
    readonly id: string;
    readonly table: Table;
    readonly classes: readonly ClassImages[];
  };
  readonly mapping: MappingSplit;
  /** Of the sites to the independent set. */
  readonly responses: Matrix;
}

export async function measureNetwork(
  backbone: BackboneEvidence,
  { options, layer, localizer, independent, mapping, responses }: Study,
  random: RandomStreams,
  algebra: LinearAlgebra,
): Promise<Network> {
  const { id } = backbone;
  const streams = random.scope(id);
  const selectivity = await measureSelectivity(backbone, localizer, layer, options, streams);
  const { selective } = selectivity;
  const units = await valuesOf(backbone, layer, independent.id);
  const silenced = {
    selective,
    ...chooseControls(
      await valuesOf(backbone, layer, options.localizer),
      localizer,
      selective,
      options,
      streams.scope('lesions'),
    ),
  };
  return {
    id,
    selectivity,
    tolerance: measureTolerance(units, selective, independent.classes, independent.table, options),
    sites: await predictSites(units, responses, mapping, independent.classes, options, algebra),
    lesions:
      selective.length > 0
        ? await measureLesions({
            backbone,
            layer,
            silenced,
            ...independent,
            options,
            random: streams,
            algebra,
          })
        : null,
  };
}
