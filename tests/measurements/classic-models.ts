import { selectRows } from '../../core/assembly/matrix.ts';
import { numbers, strings } from '../../core/assembly/table.ts';
import { unitsOf } from '../../core/backbones/layers.ts';
import type { Backbone } from '../../core/contracts/backbone.ts';
import type { SingleMatrix } from '../../core/contracts/linear-algebra.ts';
import type { Plugin } from '../../core/contracts/plugin.ts';
import type { Readout } from '../../core/contracts/readout.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import { oneVsRest, predictedClasses } from '../../core/statistics/classification.ts';
import { stratifiedKFold } from '../../core/statistics/splits.ts';
import hmax from '../../plugins/hmax/index.ts';
import openblas from '../../plugins/openblas/index.ts';
import pixels from '../../plugins/pixels/index.ts';
import ridge from '../../plugins/ridge/index.ts';
import sift from '../../plugins/sift/index.ts';
import v1Like from '../../plugins/v1-like/index.ts';
import v2Like from '../../plugins/v2-like/index.ts';
import { renderSet } from '../support/render-set.ts';
import { stimulusSetOf } from '../support/stimuli.ts';
import { startTensorEngine } from '../support/tensor-engine.ts';

/**
 * Prints how well a linear readout of every layer of the classic models tells 8 categories apart, by variation, and
 * their speed: `node --import tsx` and this file. Half of the pictures are learnt and the other half tested, both ways;
 * what is fitted is fitted to other objects.
 */

const random = createRandomStreams('classic models');
const at = (id: string) => ({ id, random: random.scope(id), resolvePath: (path: string) => path });
const algebra = await openblas.create(openblas.options.parse({}), {}, at('algebra'));
const tensors = await startTensorEngine();
const readouts = await Promise.all(
  ['nothing', 'units'].map((standardise) =>
    ridge.create(ridge.options.parse({ standardise }), { algebra }, at('ridge')),
  ),
);

const views = { imagesPerObject: { V0: 2, V3: 5, V6: 5 } };
const shown = await renderSet('shown', { set: 'test', perCategory: 8 }, views, ['presented']);
const learnt = await renderSet(
  'learnt',
  { set: 'screening', perCategory: 2 },
  { imagesPerObject: { V3: 4, V6: 4 } },
  ['presented'],
);
const stimuli = stimulusSetOf(shown);
const count = stimuli.table.length;
const labels = strings(shown.table, 'category_name');
const classes = [...new Set(labels)];
const variations = numbers(shown.table, 'variation');
const folds = stratifiedKFold(
  strings(shown.table, 'object_name').map((name, row) => `${name} V${variations[row]}`),
  2,
  random.stream('folds'),
);
console.log(`${count} pictures shown, ${learnt.presented.count} fitted to`);
console.log(
  '| model | layer | units | V0 | V3 | V6 | V0, z-scored | V3 | V6 | pictures per second of processor time |',
);

for (const plugin of [pixels, v1Like, v2Like, sift, hmax] as readonly Plugin<Backbone, unknown>[]) {
  const backbone = await plugin.create(plugin.options.parse({}), { tensors } as never, at(plugin.id));
  const { fittable } = backbone;
  fittable?.restore(
    await fittable.fit(learnt.presented, stimuli.format, random.scope(`fitting/${plugin.id}`)),
  );
  const { matrices, speed } = await show(backbone);
  for (const [index, { name }] of backbone.layers.entries()) {
    const shares = [];
    for (const readout of readouts) {
      const right = await recognised(matrices[index], readout);
      for (const variation of [0, 3, 6]) {
        const own = right.filter((_, row) => variations[row] === variation);
        shares.push((own.filter(Boolean).length / own.length).toFixed(2));
      }
    }
    console.log(
      `| ${plugin.id} | ${name} | ${matrices[index].columns} | ${shares.join(' | ')} | ${speed.toFixed(0)} |`,
    );
  }
}

async function show(backbone: Backbone): Promise<{ matrices: SingleMatrix[]; speed: number }> {
  const matrices = backbone.layers.map((layer) => ({
    rows: count,
    columns: unitsOf(layer),
    data: new Float32Array(count * unitsOf(layer)),
  }));
  const names = backbone.layers.map(({ name }) => name);
  const { user, system } = process.cpuUsage();
  for await (const { start, frames } of stimuli.blocks()) {
    const values = await backbone.activations(frames, stimuli.format, names);
    for (const [index, name] of names.entries())
      matrices[index].data.set(values.get(name) ?? [], start * matrices[index].columns);
  }
  const spent = process.cpuUsage();
  return { matrices, speed: (count * 1e6) / (spent.user - user + spent.system - system) };
}

/** Whether each picture was recognised when it was held out. */
async function recognised(values: SingleMatrix, readout: Readout): Promise<boolean[]> {
  const gram = algebra.gram(values);
  const features = { count, units: values.columns, gram: () => gram, values: async () => values };
  const targets = oneVsRest(labels, classes);
  const right = new Array<boolean>(count);
  for (const { train, test } of folds) {
    const fitted = await readout.fit(features, train, selectRows(targets, train));
    predictedClasses(fitted.predict(test)).forEach((predicted, position) => {
      right[test[position]] = classes[predicted] === labels[test[position]];
    });
  }
  return right;
}
