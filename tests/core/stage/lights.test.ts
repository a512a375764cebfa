import { describe, expect, test } from '@jest/globals';
import { Color, DirectionalLight, HemisphereLight, LightProbe, SphericalHarmonics3, Vector3 } from 'three';
import { canonicalLatents } from '../../../core/stage/latents.ts';
import { createLights, type Lighting } from '../../../core/stage/lights.ts';
import { createTheatre } from '../../../core/stage/theatre.ts';
import { createSoftwareRenderer } from '../../../plugins/software-renderer/software-renderer.ts';
import { shape } from '../../support/objects.ts';

const side = 48;
const renderer = createSoftwareRenderer(2);
const theatre = createTheatre(side, side);
const ball = shape('solids-1');

const lamp = { azimuth: 0, elevation: 0, strength: 1, ambient: 0.3 };

/** Mean red of the object in the left, right, upper and lower half of the picture. */
async function brightness(lighting: Lighting) {
  const { pixels, mask } = await renderer.render(
    theatre.set({ object: ball, latents: canonicalLatents, background: undefined, lighting }),
  );
  const mean = (within: (x: number, y: number) => boolean) => {
    let [sum, total] = [0, 0];
    mask.forEach((coverage, pixel) => {
      if (coverage < 255 || !within(pixel % side, Math.floor(pixel / side))) return;
      sum += pixels[3 * pixel + 2];
      total++;
    });
    return sum / total;
  };
  const half = side / 2;
  return {
    left: mean((x) => x < half),
    right: mean((x) => x >= half),
    above: mean((_, y) => y < half),
    below: mean((_, y) => y >= half),
    all: mean(() => true),
  };
}

/** Light of radiance 1 from all around, and as much more from a direction of basis function `index`. */
function harmonics(index: number, amount: number): Float64Array {
  const found = new Float64Array(27);
  found.fill(Math.sqrt(4 * Math.PI) / 2, 0, 3);
  found.fill(amount, 3 * index, 3 * index + 3);
  return found;
}

describe('lights', () => {
  test('shine from where the lamp is', async () => {
    const fromRight = await brightness({ ...lamp, azimuth: 60 });
    expect(fromRight.right).toBeGreaterThan(fromRight.left + 20);
    const fromLeft = await brightness({ ...lamp, azimuth: -60 });
    expect(fromLeft.left).toBeGreaterThan(fromLeft.right + 20);
    const fromAbove = await brightness({ ...lamp, elevation: 60 });
    expect(fromAbove.above).toBeGreaterThan(fromAbove.below + 20);
    const fromBelow = await brightness({ ...lamp, elevation: -60, ambient: 0.1 });
    expect(fromBelow.below).toBeGreaterThan(fromBelow.above + 20);
  });

  test('grow with strength, and even out with the ambient share', async () => {
    expect((await brightness({ ...lamp, strength: 1.3 })).all).toBeGreaterThan(
      (await brightness(lamp)).all + 8,
    );
    const difference = async (ambient: number) => {
      const { left, right } = await brightness({ ...lamp, azimuth: 80, ambient });
      return right - left;
    };
    expect(await difference(0.1)).toBeGreaterThan((await difference(0.6)) + 20);
    expect(Math.abs(await difference(1))).toBeLessThan(1);
  });

  test('come from the surroundings', async () => {
    const even = await brightness({ harmonics: harmonics(0, Math.sqrt(4 * Math.PI) / 2) });
    expect(Math.abs(even.left - even.right)).toBeLessThan(1);
    const fromRight = await brightness({ harmonics: harmonics(3, 1) });
    expect(fromRight.right).toBeGreaterThan(fromRight.left + 10);
    const fromAbove = await brightness({ harmonics: harmonics(1, 1) });
    expect(fromAbove.above).toBeGreaterThan(fromAbove.below + 10);
  });

  test('of surroundings with a sun are that sun and what is around it', () => {
    const direction = new Vector3(0.6, 0.48, 0.64);
    const sun = new Color(1.5, 1.2, 0.9);
    const basis = new Array<number>(9).fill(0);
    SphericalHarmonics3.getBasisAt(direction, basis);
    const sky = [0.3, 0.4, 0.5].map((radiance) => radiance * Math.sqrt(4 * Math.PI));
    const { lights, set } = createLights();
    set({
      harmonics: Float64Array.from({ length: 27 }, (_, index) => {
        const [basisIndex, channel] = [Math.floor(index / 3), index % 3];
        return sun.toArray()[channel] * basis[basisIndex] + (basisIndex === 0 ? sky[channel] : 0);
      }),
    });
    const [around, key, fill, probe] = lights as [
      HemisphereLight,
      DirectionalLight,
      DirectionalLight,
      LightProbe,
    ];
    expect([around.intensity, fill.intensity, key.intensity, probe.intensity]).toEqual([0, 0, 1, 1]);
    expect(key.position.distanceTo(direction)).toBeLessThan(1e-5);
    key.color.toArray().forEach((value, channel) => {
      expect(value).toBeCloseTo(sun.toArray()[channel], 4);
    });
    probe.sh.coefficients.forEach((coefficient, index) => {
      coefficient.toArray().forEach((value, channel) => {
        expect(value).toBeCloseTo(index === 0 ? sky[channel] : 0, 4);
      });
    });
  });

  test('are always the same set, and leave no trace', async () => {
    const fixed = await brightness('fixed');
    await brightness({ harmonics: harmonics(3, 1) });
    await brightness(lamp);
    expect(await brightness('fixed')).toEqual(fixed);
    const kinds = [HemisphereLight, DirectionalLight, DirectionalLight, LightProbe];
    createLights().lights.forEach((light, index) => {
      expect(light).toBeInstanceOf(kinds[index]);
    });
  });
});
