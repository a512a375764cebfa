import { describe, expect, test } from '@jest/globals';
import { mendTexels } from '../../../plugins/panorama-backgrounds/mend-texels.ts';

const panorama = (data: number[][]) => ({ width: 4, height: 2, data: Float32Array.from(data.flat()) });
const grey = (value: number) => [value, value, value];

describe('mending texels', () => {
  test('fills what no light can have from its neighbours, across the seam too', () => {
    const broken = panorama([[-1, 2, 2], ...Array(3).fill(grey(4)), ...Array(4).fill(grey(4))]);
    expect(Array.from(mendTexels(broken).data)).toEqual(Array(24).fill(4));
  });

  test('closes holes from their border inwards', () => {
    const broken = panorama([
      [0, 0, 50],
      [0, 0, -90],
      [0, 0, 9],
      grey(3),
      [0, 0, 50],
      [0, 0, 70],
      [0, 0, 9],
      grey(3),
    ]);
    expect(Array.from(mendTexels(broken).data)).toEqual(Array(24).fill(3));
  });

  test('leaves sound light alone, darkness too, and blackens what has no sound neighbour at all', () => {
    const sound = panorama([grey(0), [0.2, 0.5, 0.1], ...Array(6).fill(grey(1))]);
    expect(mendTexels(sound).data).toEqual(sound.data);
    expect(Array.from(mendTexels(panorama(Array(8).fill([-1, 1, 1]))).data)).toEqual(Array(24).fill(0));
  });
});
