import { describe, expect, test } from '@jest/globals';
import { table } from '../../../core/assembly/table.ts';
import { layOutProtocol } from '../../../core/laboratory/protocols.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import type { ProtocolOptions } from '../../../core/scene/schema.ts';
import { range } from '../../support/matrices.ts';

const random = createRandomStreams('protocols');
const stimuli = table({
  stimulus_id: range(0, 24).map(String),
  category_name: range(0, 24).map((row) => (row % 2 ? 'faces' : 'cars')),
  object_name: range(0, 24).map((row) => (row === 0 ? 'only' : `object-${row % 6}`)),
  background_id: range(0, 24).map((row) => `background-${row % 8}`),
});
const lay = (options: ProtocolOptions) =>
  layOutProtocol(options, stimuli, random, { file: 'scene.yaml', line: 7, column: 5 });
const correlate = 'within-folds';

describe('layOutProtocol', () => {
  test('backgrounds are held out together, and further ones for the choice of a layer', () => {
    const protocol = lay({ id: 'b', split: 'grouped-k-fold', label: 'background_id', folds: 4, correlate });
    for (const { test: held, inner } of protocol.folds) {
      const backgrounds = (rows: readonly number[]) => new Set(rows.map((row) => row % 8));
      expect([backgrounds(held).size, backgrounds(inner.test).size]).toEqual([2, expect.any(Number)]);
      expect([...backgrounds(held), ...backgrounds(inner.test), ...backgrounds(inner.train)]).toHaveLength(8);
    }
  });

  test.each<[string, ProtocolOptions, string]>([
    [
      'two values alone',
      { id: 'a', split: 'leave-out', label: 'category_name', correlate },
      'scene.yaml:7:5: the training stimuli of cars all have the category_name "faces"; choosing a layer holds out a ' +
        'second one, so that three are needed.',
    ],
    [
      'a column that is not there',
      { id: 'a', split: 'grouped-k-fold', label: 'backgroundid', folds: 3, correlate },
      'scene.yaml:7:5: the stimuli have no column "backgroundid"; did you mean "background_id"?',
    ],
    [
      'a class with one member',
      { id: 'a', split: 'stratified-k-fold', label: 'object_name', folds: 3, correlate },
      'scene.yaml:7:5: "only" has one stimulus, fewer than the 3 folds; choose a coarser label, or use k-fold.',
    ],
    [
      'a class with one member, shuffled',
      {
        id: 'a',
        split: 'stratified-shuffle',
        label: 'object_name',
        folds: 3,
        trainShare: 0.5,
        seed: 1,
        correlate,
      },
      'scene.yaml:7:5: a stratified split needs two stimuli of every label; "only" has one.',
    ],
    [
      'more folds than values',
      { id: 'a', split: 'grouped-k-fold', label: 'background_id', folds: 9, correlate },
      'scene.yaml:7:5: 8 different labels cannot be kept together in 9 folds; ask for at most 8 folds.',
    ],
    [
      'more folds than stimuli',
      { id: 'a', split: 'k-fold', folds: 25, correlate },
      'scene.yaml:7:5: 24 stimuli cannot be split into 25 folds; ask for at most 24 folds.',
    ],
  ])('%s', (_, options, message) => {
    expect(() => lay(options)).toThrow(message);
  });
});
