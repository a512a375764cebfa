import type { Finding } from '../../core/contracts/findings.ts';
import type { Picture } from '../../core/contracts/pictures.ts';
import type { PopulationPortrait, Report } from '../../core/contracts/reporter.ts';
import type { Performance, PopulationSummary, Results, Score } from '../../core/contracts/results.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import { talkBackbones } from './backbones.ts';
import { constructEvidence } from './evidence.ts';
import { exampleFindings } from './findings.ts';

/** A report as a full scene gives it, with numbers made up but of the right size and shape. */
export async function exampleReport(): Promise<Report> {
  const evidence = constructEvidence(talkBackbones, { draws: 80, protocols: ['across-objects', 'images'] });
  const scores = [...evidence.backbones, ...evidence.layers].map(({ draws, ...score }): Score => score);
  const performance = evidence.performance.map(({ draws, ...entry }): Performance => entry);
  return {
    results: results(exampleFindings(), scores, performance),
    contactSheets: [
      {
        title: 'Variation V6',
        caption: '8 categories, one object each, at high variation.',
        picture: checkerboard(320, 120),
      },
    ],
    portraits: ['V1', 'V4', 'IT'].map(portrait),
  };
}

function results(
  findings: readonly Finding[],
  scores: readonly Score[],
  performance: readonly Performance[],
): Results {
  return {
    $schema: 'results.schema.json',
    scene: 'yamins2014',
    seed: '20140610',
    seedDrawn: false,
    neuroid: '0.1.0',
    engines: {
      renderer: { plugin: 'webgpu', identity: 'three 0.187.0 on llvmpipe (OpenGL ES)' },
      tensors: { plugin: 'tensorflow', identity: 'tensorflow 2.21.0 (tfjs-node 4.22.0)', threads: 2 },
      'linear-algebra': {
        plugin: 'wasm',
        identity: 'WebAssembly',
        threads: 1,
        degraded: 'OpenBLAS was not found: fits are slower.',
      },
    },
    versions: { node: '20.20.0', system: 'linux x64', three: '0.187.0' },
    options: {
      readout: { id: 'readout', plugin: 'pls', version: '1', components: 25 },
      reporters: [{ id: 'html-report', plugin: 'html-report' }],
    },
    plugins: [
      {
        kind: 'readout',
        id: 'pls',
        version: '1',
        summary: 'Partial least squares',
        citation:
          'Wold, Sjöström and Eriksson (2001), PLS-regression: a basic tool of chemometrics, Chemometrics and Intelligent Laboratory Systems 58, 109-130',
      },
      {
        kind: 'hypothesis',
        id: 'layers-map-to-areas',
        version: '1',
        summary: 'Early layers predict early regions best, late layers late ones',
        citation: 'Yamins et al. 2014, PNAS 111:8619, figure 3; Hong et al. 2016, Nat Neurosci 19:613',
      },
    ],
    stimuli: [
      {
        id: 'screening',
        plugin: 'rendered-objects',
        count: 4800,
        key: '7c1b64e2',
        categories: ['buildings', 'flowers', 'guns', 'shoes'],
        objects: 32,
      },
      {
        id: 'test',
        plugin: 'rendered-objects',
        count: 1280,
        key: 'a90f13d7',
        categories: ['animals', 'boats', 'cars', 'chairs', 'faces', 'fruits', 'planes', 'tables'],
        objects: 64,
      },
    ],
    backbones: talkBackbones.map(({ id, family, profiles }) => ({
      id,
      plugin: family,
      family,
      layers: profiles.IT.map((_, layer) => ({ name: `layer-${layer + 1}`, shape: [16, 16, 32] })),
      training: family === 'cnn' ? training(id === 'cnn' ? 12 : 16) : [],
    })),
    populations: ['V1', 'V4', 'IT'].map(population),
    scores: [...scores],
    trainSizes: trainSizes(scores),
    comparisons: comparisons(scores),
    performance: [...performance],
    findings: [...findings],
    warnings: [
      'Population IT: 3 of 171 neuroids left out, see the table of populations.',
      'Backbone cnn-deep explains more of V1 than its ceiling allows (1.03); the interval reaches below 1.',
    ],
  };
}

/** Scores of whole backbones after training on fewer stimuli. */
function trainSizes(scores: readonly Score[]): Results['trainSizes'] {
  const whole = scores.filter(({ layer, protocol }) => layer === null && protocol === 'across-objects');
  return whole.flatMap((score) =>
    [64, 256, 1024].map((trainStimuli, index) => {
      const share = 0.4 + 0.3 * index;
      const interval = score.interval && {
        ...score.interval,
        low: share * score.interval.low,
        high: share * score.interval.high,
      };
      return { ...score, trainStimuli, ceiled: share * (score.ceiled ?? 0), interval };
    }),
  );
}

function comparisons(scores: readonly Score[]): Results['comparisons'] {
  const ofLayers = scores.filter(({ protocol }) => protocol === 'across-objects');
  return ofLayers.flatMap(({ backbone, family, layer, units, population, region, simulated, raw }) => {
    if (layer === null || units === null) return [];
    const ceiling = {
      instances: 'halves of the repetitions' as const,
      value: 0.85 * raw,
      lower: 0.7,
      upper: 0.83,
    };
    return {
      comparison: 'rsa',
      description: 'RSA over object_name, 1 - Pearson, spearman',
      ...{ backbone, family, layer, units, population, region, simulated },
      value: 0.9 * raw,
      interval: { low: 0.9 * raw - 0.08, high: 0.9 * raw + 0.08, level: 0.95 },
      ceiling: region === 'V1' ? null : ceiling,
      n: { conditions: 64, neuroids: 168, draws: 200 },
      control: 0.002,
      p: 1 / 201,
    };
  });
}

function training(epochs: number): Results['backbones'][number]['training'] {
  return Array.from({ length: epochs }, (_, index) => {
    const learnt = 1 - Math.exp(-(index + 1) / 4);
    return {
      epoch: index + 1,
      step: 100 * (index + 1),
      metrics: {
        loss: 2.08 - 1.62 * learnt,
        validationLoss: 2.08 - 1.35 * learnt,
        accuracy: 0.125 + 0.78 * learnt,
        validationAccuracy: 0.125 + 0.66 * learnt,
      },
    };
  });
}

function population(region: string): PopulationSummary {
  return {
    population: region,
    region,
    simulated: true,
    description: `Simulated ${region}: sites that each sum a few neurons of a model population, with gamma-Poisson noise.`,
    neuroids: region === 'IT' ? 168 : 128,
    repetitions: { fewest: region === 'V4' ? 24 : 40, median: 40, most: 40 },
    reliability: { median: region === 'V1' ? 0.91 : 0.84, low: 0.52, high: 0.97 },
    unreliable: [],
    truthReliability: 0.93,
    excluded:
      region === 'IT' ? [11, 57, 140].map((site) => ({ neuroid: `IT-${site}`, reason: 'no variance' })) : [],
  };
}

/** 168 neuroids of Poisson counts with a gain that they share, two of them shown. */
function portrait(region: string): PopulationPortrait {
  const stream = createRandomStreams('portraits').stream(region);
  const names = Array.from({ length: 168 }, (_, index) => `${region}.${index}`);
  const means = names.map(() => Math.exp(stream.normal(1, 0.6)));
  const count = (mean: number) => stream.poisson(mean * Math.exp(stream.normal(0, 0.2)));
  const tuning = Array.from({ length: 200 }, (_, step) => ({
    rank: 1 + step * 6,
    mean: 12 * Math.exp(-step / 40) + 1,
  }));
  return {
    population: region,
    region,
    simulated: true,
    unit: 'spikes per presentation',
    reliabilities: names.map(() => Math.min(1, stream.normal(0.7, 0.1))),
    variability: names.map((neuroid, index) => ({
      neuroid,
      mean: means[index],
      variance: means[index] * Math.exp(stream.normal(0.2, 0.15)),
    })),
    examples: names.slice(0, 2).map((neuroid) => ({
      neuroid,
      reliability: 0.8,
      tuning,
      stimuli: [0, 1, 2, 3, 4, 5, 194, 195, 196, 197, 198, 199].map((step) => ({
        stimulus: `s${step}`,
        mean: tuning[step].mean,
        trials: Array.from({ length: 24 }, () => count(tuning[step].mean)),
      })),
      pictures: checkerboard(628, 56),
    })),
  };
}

function checkerboard(width: number, height: number): Picture {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, index) => {
    const pixel = Math.floor(index / 3);
    const [column, row] = [Math.floor((pixel % width) / 40), Math.floor(pixel / width / 40)];
    return 90 + 18 * ((column + row) % 2) + 8 * column;
  });
  return { width, height, data };
}
