import { expect, test } from '@jest/globals';
import { calibrationPictures } from '../../../core/neurons/calibration-pictures.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { mean, pearson, variance } from '../../support/correlation.ts';

const random = createRandomStreams('calibration');
const pictures = (count: number) => calibrationPictures(count, { width: 40, height: 30 }, random);

test('cover the whole picture with contrast, and neighbouring pixels are alike', () => {
  const { data } = pictures(4);
  const deviation = Math.sqrt(variance(data));
  expect(mean(data)).toBeGreaterThan(90);
  expect(mean(data)).toBeLessThan(140);
  expect(deviation).toBeGreaterThan(35);
  expect(deviation).toBeLessThan(75);
  expect(pearson(data.subarray(0, -1), data.subarray(1))).toBeGreaterThan(0.5);
});

test('a picture does not depend on how many there are', () => {
  expect(pictures(3).data.subarray(0, 1200)).toEqual(pictures(1).data);
});
