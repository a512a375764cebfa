import { strings } from '../../core/assembly/table.ts';
import type { Frames } from '../../core/contracts/pictures.ts';
import type { Plugin } from '../../core/contracts/plugin.ts';
import type { Population, Responses } from '../../core/contracts/population.ts';
import type { Appearance, StimulusSource } from '../../core/contracts/stimuli.ts';
import { joinFrames } from '../../core/pictures/frames.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import itShapeSpace from '../../plugins/it-shape-space/index.ts';
import openblas from '../../plugins/openblas/index.ts';
import panoramas from '../../plugins/panorama-backgrounds/index.ts';
import proceduralObjects from '../../plugins/procedural-objects/index.ts';
import renderedObjects from '../../plugins/rendered-objects/index.ts';
import three from '../../plugins/three-renderer/index.ts';
import v1Gabor from '../../plugins/v1-gabor/index.ts';
import v4Conjunction from '../../plugins/v4-conjunction/index.ts';
import { categoryShare } from '../support/category-share.ts';
import { mean, median, pearson, variance } from '../support/correlation.ts';
import { stimulusSetOf } from '../support/stimuli.ts';

/** Prints what the READMEs of the simulated populations say of them: `node --import tsx` and this file. */

const random = createRandomStreams('measure');
const at = (id: string) => ({ id, random: random.scope(id), resolvePath: (path: string) => path });
const categories = ['animals', 'boats', 'cars', 'chairs', 'faces', 'fruits', 'planes', 'tables'];
const algebra = await openblas.create(openblas.options.parse({}), {}, at('algebra'));
const stimuli = await render();
console.log(`${stimuli.table.length} stimuli, median over neuroids [5 %, 95 %]`);
for (const plugin of [v1Gabor, v4Conjunction, itShapeSpace])
  await measure(plugin as Plugin<Population, unknown>);

async function render() {
  const renderer = await three.create(three.options.parse({ samples: 2 }), {}, at('renderer'));
  const source: StimulusSource = await renderedObjects.create(
    renderedObjects.options.parse({ categories, imagesPerObject: { V3: 7, V6: 7 } }),
    {
      renderer,
      objects: await proceduralObjects.create(proceduralObjects.options.parse({}), {}, at('objects')),
      backgrounds: await panoramas.create(panoramas.options.parse({}), {}, at('backgrounds')),
    },
    at('stimuli'),
  );
  const { table, format } = await source.describe();
  const draw = async (appearance: Appearance) => {
    const blocks: Frames[] = [];
    for (let start = 0; start < table.length; start += 64) {
      const length = Math.min(64, table.length - start);
      const rows = Array.from({ length }, (_, row) => start + row);
      blocks.push((await source.draw(rows, appearance)).frames);
    }
    return joinFrames(blocks);
  };
  const presented = await draw('presented');
  const objectAlone = await draw('object-alone');
  await renderer.dispose();
  return stimulusSetOf({ table, presented, objectAlone, degrees: format.degrees, block: 64 });
}

async function measure({ id, options, create }: Plugin<Population, unknown>): Promise<void> {
  const population = await create(options.parse({}), { algebra } as never, at(id));
  const start = performance.now();
  const responses = await population.respond(stimuli, new Map());
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const truths = columnsOf(responses);
  const labels = strings(stimuli.table, 'category_name');
  console.log(`${id}, ${truths.length} neuroids, ${seconds} s`);
  print('mean count', truths.map(mean));
  print(
    'variation over stimuli (standard deviation / mean)',
    truths.map((truth) => Math.sqrt(variance(truth)) / mean(truth)),
  );
  print(
    'reliability (Spearman-Brown, odd and even repetitions)',
    truths.map((_, neuroid) => reliability(responses, neuroid)),
  );
  print(
    'category share of the truth',
    truths.map((truth) => categoryShare(truth, labels)),
  );
}

function columnsOf({ truth, neuroids }: Responses): Float64Array[] {
  return Array.from({ length: neuroids.length }, (_, neuroid) =>
    Float64Array.from(
      { length: stimuli.table.length },
      (_, row) => truth?.data[row * neuroids.length + neuroid] ?? Number.NaN,
    ),
  );
}

function reliability({ trials }: Responses, neuroid: number): number {
  const [repetitions, presentations, neuroids] = trials.shape;
  const half = (first: number) =>
    Float64Array.from({ length: presentations }, (_, row) => {
      let sum = 0;
      for (let repetition = first; repetition < repetitions; repetition += 2)
        sum += trials.data[(repetition * presentations + row) * neuroids + neuroid];
      return sum;
    });
  const correlation = pearson(half(0), half(1));
  return (2 * correlation) / (1 + correlation);
}

function print(what: string, values: readonly number[]): void {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))].toFixed(3);
  console.log(`  ${what}: ${median(values).toFixed(3)} [${at(0.05)}, ${at(0.95)}]`);
}
