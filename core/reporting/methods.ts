import type { Results, Score } from '../contracts/results.ts';
import { isRecord, optionPaths } from './option-paths.ts';
import { counted, levelWords, listed, whole } from './words.ts';

/** What was done, part by part: prose, and the options of every plugin that took part. */
export interface Method {
  readonly title: string;
  readonly text: string;
  /** One line per configured part: its id, plugin, version and options. */
  readonly parts: readonly string[];
}

/** The methods of a run as a paper would state them, from its results alone. */
export function methods(results: Results): readonly Method[] {
  const { options } = results;
  const all: readonly Method[] = [
    { title: 'Stimuli', text: stimulusWords(results), parts: partLines(options.stimuli) },
    { title: 'Backbones', text: backboneWords(results), parts: partLines(options.backbones) },
    { title: 'Populations', text: populationWords(results), parts: partLines(options.populations) },
    {
      title: 'Scores',
      text: scoreWords(results),
      parts: [
        ...partLines([options.readout]),
        ...partLines(options.protocols),
        ...settings(options, ['ceiling', 'bootstrap']),
      ],
    },
    { title: 'Performance', text: performanceWords(results), parts: settings(options, ['performance']) },
    {
      title: 'Similarity without a fit',
      text: comparisonWords(results),
      parts: partLines(options.comparisons),
    },
    { title: 'Hypotheses', text: hypothesisWords(results), parts: partLines(options.hypotheses) },
  ];
  const further = Object.keys(options).filter((name) => !told.includes(name));
  return [
    ...all.filter(({ text }) => text !== ''),
    {
      title: 'Software',
      text: softwareWords(results),
      parts: [...engineLines(results), ...settings(options, further)],
    },
  ];
}

/** Keys of a scene that stand under their own titles, or at the top of a report. */
const told = [
  'summary',
  'stimuli',
  'backbones',
  'populations',
  'readout',
  'protocols',
  'ceiling',
  'bootstrap',
  'performance',
  'comparisons',
  'hypotheses',
];

function stimulusWords({ stimuli }: Results): string {
  return stimuli
    .map(({ id, plugin, count, objects, categories }) => {
      const of = [
        objects > 0 ? counted(objects, 'object') : '',
        categories.length > 0 ? counted(categories.length, 'category', 'categories') : '',
      ];
      const kinds = of.filter(Boolean);
      return `Stimulus set ${id} (${plugin}) holds ${counted(count, 'stimulus', 'stimuli')}${kinds.length > 0 ? ` of ${listed(kinds)}` : ''}.`;
    })
    .join(' ');
}

function backboneWords({ backbones }: Results): string {
  if (backbones.length === 0) return '';
  const families = [...new Set(backbones.map(({ family }) => family))];
  const trained = backbones.filter(({ training }) => training.length > 0);
  const sizes = families.map(
    (family) => `${backbones.filter((own) => own.family === family).length} ${family}`,
  );
  return (
    `${counted(backbones.length, 'backbone')} in ${counted(families.length, 'family', 'families')}: ${listed(sizes)}. ` +
    (trained.length > 0
      ? `${counted(trained.length, 'backbone was', 'backbones were')} trained as the options say.`
      : 'None was trained.')
  );
}

function populationWords({ populations }: Results): string {
  return populations
    .map(({ population, neuroids, simulated, repetitions, excluded, description }) => {
      const times =
        repetitions.fewest === repetitions.most
          ? whole(repetitions.most)
          : `${repetitions.fewest} to ${repetitions.most}`;
      const left = excluded.length > 0 ? `; ${whole(excluded.length)} more left out` : '';
      return `${population}: ${counted(neuroids, `${simulated ? 'simulated' : 'recorded'} neuroid`)}, ${times} repetitions${left}. ${description}`;
    })
    .join(' ');
}

/** How the values of a score's correction come about, after `ceiled is`. */
export const correctionWords: Readonly<Record<Score['correction'], string>> = {
  'explained-variance': 'the explained variance as a share of the ceiling c, r |r| / c',
  'squared-ratio': 'the squared ratio to the ceiling c, (r / c)²',
  ratio: 'the correlation with the noiseless response, r / √c for the ceiling c',
  'two-sided': 'r over the root of the reliabilities of response and prediction, the median over neuroids',
  'kell-2018':
    'the signed square of r over the root of the reliabilities of response and prediction, each from thirds of the ' +
    'repetitions, the median over neuroids',
  feve: 'the fraction of explainable variance explained, the median over neuroids',
};

function scoreWords({ scores }: Results): string {
  if (scores.length === 0) return '';
  const [first] = scores;
  const readouts = [...new Set(scores.map(({ readout }) => readout))];
  const protocols = [...new Set(scores.map(({ protocol }) => protocol))];
  return (
    `Every neuroid was fitted as a combination of one layer's units by ${listed(readouts)} and tested on held-out stimuli ` +
    `(${listed(protocols)}; ${counted(first.n.folds, 'split')}). The layer of a whole backbone was chosen inside the training stimuli of every split. ` +
    `Raw r is Pearson's correlation, the median over neuroids and the mean over splits; ceiled is ${correctionWords[first.correction]}, ` +
    `where the ceiling is the split-half reliability (Spearman-Brown) on the same stimuli. Intervals (${levelWords(first.rawInterval)}) come from ` +
    `${whole(first.n.bootstrap)} bootstrap resamples, paired over neuroids and stimuli. Control: the training responses shuffled over stimuli.`
  );
}

function performanceWords({ performance }: Results): string {
  if (performance.length === 0) return '';
  const [first] = performance;
  return (
    `A linear readout (${first.readout}) of ${first.task} with ${first.n.classes} classes was fitted to layers and tested on held-out stimuli ` +
    `(n = ${whole(first.n.stimuli)}); accuracy is balanced, the control shuffles the training labels.`
  );
}

function comparisonWords({ comparisons }: Results): string {
  const kinds = [...new Set(comparisons.map(({ description }) => description))];
  return kinds.length > 0 ? `Layers and regions were compared without a fit: ${listed(kinds)}.` : '';
}

function hypothesisWords({ findings }: Results): string {
  const predictions = new Map(
    findings.map(({ hypothesis, prediction }) => [`${hypothesis}: ${prediction}`, true]),
  );
  return predictions.size > 0 ? `Stated before the data were seen: ${[...predictions.keys()].join(' ')}` : '';
}

function softwareWords({ neuroid, seed, seedDrawn, versions }: Results): string {
  const others = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `Neuroid ${neuroid} with seed ${seed}${seedDrawn ? ', drawn as the scene gave none' : ''}; ${listed(others)}. The same seed on the same kind of machine gives the same bytes.`;
}

function engineLines({ engines, plugins }: Results): readonly string[] {
  return Object.entries(engines).map(([kind, { plugin, identity, threads, degraded }]) => {
    const version = plugins.find((used) => used.kind === kind && used.id === plugin)?.version;
    const facts = [
      `${plugin}${version ? ` ${version}` : ''}`,
      identity,
      ...(threads === undefined ? [] : [counted(threads, 'thread')]),
      ...(degraded ? [degraded] : []),
    ];
    return `${kind}: ${facts.join(', ')}`;
  });
}

function partLines(parts: unknown): readonly string[] {
  return Array.isArray(parts) ? parts.filter(isRecord).map(partLine) : [];
}

/** `cnn: cnn 3, train.epochs = 12, …` */
function partLine({ id, plugin, version, ...options }: Readonly<Record<string, unknown>>): string {
  const name = [plugin, version].filter((word) => word !== undefined).join(' ');
  return `${id ?? plugin}: ${[name, ...assignments(options)].filter(Boolean).join(', ')}`;
}

function settings(options: Results['options'], names: readonly string[]): readonly string[] {
  return names
    .map((name) => ({ name, set: assignments(options[name]) }))
    .filter(({ set }) => set.length > 0)
    .map(({ name, set }) => `${name}: ${set.join(', ')}`);
}

function assignments(options: unknown): readonly string[] {
  return Array.from(optionPaths(options), ([path, value]) => {
    const shown = value === '' ? 'none' : String(value);
    return path === '' ? shown : `${path} = ${shown}`;
  });
}
