import { describe, expect, test } from '@jest/globals';
import { untrainedWarnings } from '../../../../core/backbones/pretrained/untrained.ts';
import type { RandomStream } from '../../../../core/contracts/random.ts';
import type { NamedTensor } from '../../../../core/contracts/training.ts';
import { createRandomStreams } from '../../../../core/random/streams.ts';

type Draw = (stream: RandomStream) => number;

const draws: Record<string, Draw> = {
  normal: (stream) => stream.normal(0, 0.05),
  uniform: (stream) => stream.uniform(-0.1, 0.1),
  'normal, cut at two standard deviations': (stream) => {
    let value = stream.normal();
    while (Math.abs(value) > 2) value = stream.normal();
    return value;
  },
};
const heavyTailed: Draw = (stream) => stream.normal() * stream.gamma(1, 1);

const shapes = [
  [16, 3, 3, 3],
  [32, 16, 3, 3],
  [64, 1, 3, 3],
  [128, 32],
];

function network(name: string, draw: Draw): NamedTensor[] {
  const stream = createRandomStreams('weights').stream(name);
  return shapes.map((shape, index) => {
    const length = shape.reduce((product, size) => product * size, 1);
    return { name: `${index}`, shape, data: Float32Array.from({ length }, () => draw(stream)) };
  });
}

const ones: NamedTensor = { name: 'gain', shape: [512], data: new Float32Array(512).fill(1) };

describe('weights that look untrained', () => {
  test.each(Object.entries(draws))('%s: every fresh network is named', (name, draw) => {
    for (let seed = 0; seed < 8; seed++)
      expect(untrainedWarnings([...network(`${name} ${seed}`, draw), ones])).toEqual([
        'its weights look untrained: 4 of 4 tensors are distributed as first random values are.',
      ]);
  });

  test('heavy tails are learnt', () => {
    expect(untrainedWarnings(network('heavy', heavyTailed))).toEqual([]);
  });

  test.each([0, 1])('units of unequal strength along axis %d are learnt', (axis) => {
    const stronger = network('unequal', draws.normal).map(({ name, shape, data }) => {
      const inner = shape.slice(axis + 1).reduce((product, size) => product * size, 1);
      const gain = (index: number) => 1 + 0.3 * (Math.floor(index / inner) % 2);
      return { name, shape, data: data.map((value, index) => value * gain(index)) };
    });
    expect(untrainedWarnings(stronger.filter(({ shape }) => shape[axis] > 1))).toEqual([]);
  });

  test('a network of few or constant values tells nothing', () => {
    expect(untrainedWarnings([])).toEqual([]);
    expect(untrainedWarnings([ones, { name: 'bias', shape: [3], data: Float32Array.of(0, 1, 2) }])).toEqual(
      [],
    );
  });
});
