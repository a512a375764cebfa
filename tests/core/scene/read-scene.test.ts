import { describe, expect, test } from '@jest/globals';
import { InputError } from '../../../core/errors/errors.ts';
import { readScene, sceneFrom } from '../../../core/scene/read-scene.ts';

const good = `scene: small
seed: 7
variables: { data: recordings, count: 5 }
stimuli:
  - { id: test, plugin: image-archive, archive: "\${data}/images.zip" }
backbones:
  - pixels
  - { id: net, plugin: cnn, train: { objective: category-objective, on: test, epochs: "\${count}" } }
protocols:
  - { id: tenfold, split: k-fold, folds: 10 }
`;

function complaint(text: string, variables: Record<string, string> = {}): string {
  try {
    sceneFrom(text, 'small.yaml', { variables });
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  throw new Error('the scene was accepted');
}

describe('a scene', () => {
  test('fills in shorthands, ids and defaults', () => {
    const { options } = sceneFrom(good, 'small.yaml');
    expect(options.seed).toBe('7');
    expect(options.backbones[0]).toEqual({ id: 'pixels', plugin: 'pixels' });
    expect(options.bootstrap).toEqual({ draws: 200, level: 0.95, interval: 'percentile' });
    expect(options.renderer).toEqual({ plugin: 'auto' });
    expect(options.reporters.map(({ plugin }) => plugin)).toEqual([
      'html-report',
      'markdown-report',
      'table-files',
      'figure-files',
      'bibliography-file',
      'json-results',
    ]);
  });

  test('replaces variables, whole values keeping their type', () => {
    expect(sceneFrom(good, 'small.yaml').options.stimuli[0].archive).toBe('recordings/images.zip');
    expect(sceneFrom(good, 'small.yaml').options.backbones[1].train?.epochs).toBe(5);
    expect(
      sceneFrom(good, 'small.yaml', { variables: { data: '/elsewhere' } }).options.stimuli[0].archive,
    ).toBe('/elsewhere/images.zip');
  });

  test('resolves paths against the folder of its file', () => {
    expect(sceneFrom(good, '/data/scenes/small.yaml').folder).toBe('/data/scenes');
  });
});

describe('what is wrong is named with file, line, column, value and remedy', () => {
  test.each([
    [
      'an unknown key',
      good.replace('seed: 7', 'seeds: 7'),
      'small.yaml:2:1: unknown key seeds; did you mean "seed"?',
    ],
    [
      'an unknown key inside a section',
      good.replace('folds: 10', 'fold: 10'),
      'small.yaml:10:35: unknown key protocols.0.fold; did you mean "folds"?',
    ],
    [
      'a wrong type',
      good.replace('folds: 10', 'folds: many'),
      'small.yaml:10:42: protocols.0.folds is "many"; expected a number.',
    ],
    [
      'a value out of range',
      good.replace('folds: 10', 'folds: 1'),
      'small.yaml:10:42: protocols.0.folds is 1; it must be at least 2.',
    ],
    [
      'a value that is none of the known ones',
      good.replace('k-fold', 'kfold'),
      "small.yaml:10:27: protocols.0.split is \"kfold\"; expected 'leave-out' | 'k-fold' | 'stratified-k-fold' | 'grouped-k-fold' | 'stratified-shuffle'.",
    ],
    [
      'something missing',
      good.replace('scene: small\n', ''),
      'small.yaml:1:1: scene is missing; expected a string.',
    ],
    [
      'an empty list',
      good.replace(/stimuli:\n.*\n/, 'stimuli: []\n'),
      'small.yaml:4:10: stimuli is []; it must hold at least 1 item.',
    ],
    [
      'two things of one id',
      good.replace('  - pixels', '  - { id: net, plugin: pixels }'),
      'small.yaml:8:5: two backbones have the id "net"; give one of them another id.',
    ],
    [
      'a stimulus set that is not there',
      good.replace('on: test', 'on: tests'),
      'small.yaml:8:73: there is no stimulus set "tests"; did you mean "test"?',
    ],
    [
      'a variable that is not there',
      good.replace('${data}', '${date}'),
      'small.yaml:5:49: there is no variable "date"; did you mean "data"?',
    ],
    [
      'text that is not YAML',
      'scene: [small\nseed: 7\n',
      expect.stringMatching(/^small\.yaml:2:\d+: this is not YAML: /),
    ],
    [
      'an alias without an anchor',
      'scene: small\nseed: *later\nstimuli: &later 7\n',
      'small.yaml:2:7: there is no anchor "&later" before the alias "*later".',
    ],
    [
      'an alias inside its own anchor',
      'scene: small\nseed: 7\nstimuli: &all [*all]\n',
      'small.yaml:3:16: the alias "*all" stands inside its own anchor "&all".',
    ],
    [
      'aliases that fill the memory',
      Array.from({ length: 9 }, (_, level) => {
        const items = level === 0 ? 'x' : Array.from({ length: 9 }, () => `*level${level - 1}`).join(', ');
        return `level${level}: &level${level} [${items}]\n`;
      }).join(''),
      'small.yaml: aliases within aliases stand for more than 10,000 copies; write some of them out.',
    ],
    ['nothing at all', '', 'small.yaml: the scene is null; expected an object.'],
  ])('%s', (_, text, message) => {
    expect(complaint(text)).toEqual(message);
  });

  test('a variable of the command line that the scene does not have', () => {
    expect(complaint(good, { dat: 'x' })).toBe(
      'small.yaml: there is no variable "dat" to set; did you mean "data"?',
    );
  });

  test('a checkpoint after the last epoch', () => {
    const text = good.replace('epochs: "${count}"', 'epochs: 3, checkpoint: 4');
    expect(complaint(text)).toBe(
      'small.yaml:8:102: checkpoint is 4, but training ends after 3 epochs; choose at most 3.',
    );
  });

  test('a file that is not there', async () => {
    await expect(readScene('nowhere/none.yaml')).rejects.toThrow(
      'nowhere/none.yaml: there is no such scene; give the path of a scene file, for instance scenes/quickstart.yaml.',
    );
  });

  test('a folder', async () => {
    await expect(readScene('tests')).rejects.toThrow(
      'tests: this is a folder; give the path of a scene file',
    );
  });
});
