import { describe, expect, test } from '@jest/globals';
import { numbers, strings, table } from '../../../core/assembly/table.ts';
import { contrastOf } from '../../../core/neurons/contrast.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { normalisedDrives } from '../../../plugins/v1-gabor/drive.ts';
import plugin from '../../../plugins/v1-gabor/index.ts';
import type { V1Neuroid } from '../../../plugins/v1-gabor/neuroids.ts';
import { receptiveField } from '../../../plugins/v1-gabor/receptive-field.ts';
import { type Grating, gratingFrames } from '../../support/gratings.ts';
import { stimulusSetOf } from '../../support/stimuli.ts';

const side = 64;
const format = { width: side, height: side, channels: 1, degrees: 4 } as const;
const neuroid: V1Neuroid = {
  kind: 'simple',
  frequency: 2,
  redrawn: 0,
  orientation: 30,
  phase: 0,
  x: 0.3,
  y: -0.2,
  along: 0.25,
  across: 0.25,
  exponent: 2,
  semiSaturation: 0.3,
  peakRate: 160,
  spontaneousRate: 4,
};
const best: Grating = { frequency: 2 / 16, orientation: 30 };

function drives(of: Partial<V1Neuroid>, gratings: readonly Grating[]): number[] {
  const chosen = { ...neuroid, ...of };
  const pictures = contrastOf(gratingFrames(side, gratings), side, side);
  return Array.from(normalisedDrives(pictures, [chosen], [receptiveField(chosen, format)]));
}

const phases = [0, 45, 90, 135, 180, 225, 270, 315];

describe('a complex cell', () => {
  test('prefers its orientation and frequency', () => {
    const [preferred, turned, finer] = drives({ kind: 'complex' }, [
      best,
      { ...best, orientation: 120 },
      { ...best, frequency: 5 / 16 },
    ]);
    expect(preferred).toBeGreaterThan(20 * turned);
    expect(preferred).toBeGreaterThan(20 * finer);
  });

  test('answers every phase alike', () => {
    const answers = drives(
      { kind: 'complex' },
      phases.map((phase) => ({ ...best, phase })),
    );
    expect(Math.max(...answers)).toBeLessThan(1.1 * Math.min(...answers));
  });

  test('follows c^n / (c50^n + c^n) for gratings of contrast c', () => {
    const contrasts = [0.1, 0.3, 0.6, 1];
    const answers = drives(
      { kind: 'complex' },
      contrasts.map((contrast) => ({ ...best, contrast })),
    );
    answers.forEach((answer, index) => {
      const expected = contrasts[index] ** 2 / (0.09 + contrasts[index] ** 2);
      expect(Math.abs(answer / expected - 1)).toBeLessThan(0.2);
    });
  });

  test('is inhibited by what it does not answer to', () => {
    const plaid = (contrast: number) => {
      const wanted = gratingFrames(side, [{ ...best, contrast: 0.3 }]);
      const mask = gratingFrames(side, [{ ...best, orientation: 120, contrast }]);
      const data = wanted.data.map((value, pixel) => value + mask.data[pixel] - 128);
      const chosen = { ...neuroid, kind: 'complex' as const };
      return normalisedDrives(
        contrastOf({ ...wanted, data }, side, side),
        [chosen],
        [receptiveField(chosen, format)],
      )[0];
    };
    expect(plaid(0.6)).toBeLessThan(0.6 * plaid(0));
  });
});

test('a simple cell answers one phase and is silent half a cycle away', () => {
  const answers = drives(
    {},
    phases.map((phase) => ({ ...best, phase })),
  );
  const peak = answers.indexOf(Math.max(...answers));
  expect(answers[peak]).toBeGreaterThan(0.5);
  expect(answers[(peak + 4) % 8]).toBe(0);
});

describe('the population', () => {
  const respond = async (parts: { degrees: number; neuroids: number; complexShare?: number }) => {
    const { degrees, ...options } = parts;
    const set = stimulusSetOf({
      table: table({ stimulus_id: ['a', 'b'] }),
      presented: gratingFrames(32, [best, { ...best, orientation: 90 }]),
      degrees,
    });
    const at = { id: 'V1', random: createRandomStreams('v1'), resolvePath: (path: string) => path };
    const population = await plugin.create(plugin.options.parse({ repetitions: 1, ...options }), {}, at);
    return population.respond(set, new Map());
  };

  test('has no frequency above what the pictures show, and says what it redrew', async () => {
    const { neuroids } = await respond({ degrees: 8, neuroids: 150 });
    const frequencies = numbers(neuroids, 'frequency');
    expect(Math.max(...frequencies)).toBeLessThanOrEqual(2);
    expect(Math.min(...frequencies)).toBeGreaterThanOrEqual(0.35);
    const redrawn = numbers(neuroids, 'frequencies_redrawn').filter((count) => count > 0).length;
    expect(redrawn).toBeGreaterThan(50);
    expect(redrawn).toBeLessThan(150);
  });

  test('lies within the picture and mixes cells as asked', async () => {
    const { neuroids } = await respond({ degrees: 2, neuroids: 40, complexShare: 1 });
    expect(numbers(neuroids, 'x').every((x) => Math.abs(x) <= 1)).toBe(true);
    expect(numbers(neuroids, 'y').every((y) => Math.abs(y) <= 1)).toBe(true);
    expect(new Set(strings(neuroids, 'kind'))).toEqual(new Set(['complex']));
  });

  test('refuses pictures too coarse for V1', async () => {
    await expect(respond({ degrees: 40, neuroids: 1 })).rejects.toThrow(
      'v1-gabor needs pictures of at least 2.8 pixels per degree, got 0.80 (32 pixels over 40 degrees)',
    );
  });
});
