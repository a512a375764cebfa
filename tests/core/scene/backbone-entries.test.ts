import { describe, expect, test } from '@jest/globals';
import { sceneFrom } from '../../../core/scene/read-scene.ts';

const scene = (...backbones: string[]) =>
  `scene: small\nstimuli: [gratings]\nbackbones:\n${backbones.map((entry) => `  - ${entry}\n`).join('')}`;

const entriesOf = (...backbones: string[]) => sceneFrom(scene(...backbones), 'small.yaml').backbones;

describe('a sample', () => {
  test('stands for so many backbones, numbered from 1, which know their entry', () => {
    const entries = entriesOf(
      'pixels',
      '{ id: random, plugin: random-filter, sample: 2, size: 64 }',
      'v1-like',
    );
    expect(entries).toEqual([
      { options: { id: 'pixels', plugin: 'pixels' }, path: ['backbones', 0] },
      ...[1, 2].map((number) => ({
        options: { id: `random-${number}`, plugin: 'random-filter', size: 64 },
        path: ['backbones', 1],
        member: { of: 'random', number },
      })),
      { options: { id: 'v1-like', plugin: 'v1-like' }, path: ['backbones', 2] },
    ]);
  });

  test('shares trainings with another sample member by member', () => {
    const train = 'objective: category-objective, on: gratings, epochs: 2';
    const entries = entriesOf(
      `{ id: cnn, plugin: cnn, sample: 2, train: { ${train} } }`,
      `{ id: early, plugin: cnn, sample: 2, train: { ${train}, checkpoint: 1, as: cnn } }`,
    );
    expect(entries.map(({ options: { id, train } }) => [id, train?.as])).toEqual([
      ['cnn-1', undefined],
      ['cnn-2', undefined],
      ['early-1', 'cnn-1'],
      ['early-2', 'cnn-2'],
    ]);
  });

  test.each([
    ['nothing', 'sample: 0', 'small.yaml:4:37: backbones.0.sample is 0; it must be at least 1.'],
    [
      'half a backbone',
      'sample: 2.5',
      'small.yaml:4:37: backbones.0.sample is 2.5; expected a whole number.',
    ],
    ['no number', 'sample: all', 'small.yaml:4:37: backbones.0.sample is "all"; expected a number.'],
    [
      'an id that is taken',
      'sample: 3 }\n  - { id: cnn-2, plugin: pixels',
      'small.yaml:5:5: two backbones have the id "cnn-2"; give one of them another id.',
    ],
  ])('%s is refused', (_name, keys, complaint) => {
    expect(() => entriesOf(`{ id: cnn, plugin: cnn, ${keys} }`)).toThrow(complaint);
  });
});
