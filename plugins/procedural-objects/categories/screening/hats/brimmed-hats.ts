import { bell } from '../../../shapes/blends.ts';
import { smoothCurve } from '../../../shapes/curves.ts';
import { addBand, type Build, crown, felted } from './hat.ts';

export const buildTop: Build = (sculpture, hat) => {
  const [tall, out] = [0.62 * hat.height, crown + 0.75 * hat.brim];
  const profile = [
    [0, -0.02],
    [crown, -0.02],
    [out, -0.02],
    [out, 0.01],
    [crown, 0.01],
    [crown * 0.94, tall * 0.5],
    [crown * 1.06, tall],
    [0, tall],
  ] as const;
  const curl = (x: number, y: number, z: number) =>
    y + 0.9 * Math.max(0, Math.abs(x) - crown) ** 1.3 - 0.05 * z * z;
  sculpture.add(felted(profile, curl), { paint: hat.felt, finish: 'gloss' });
  addBand(sculpture, hat, [crown, crown * 0.97], 0.015, 0.14);
};

export const buildBowler: Build = (sculpture, hat) => {
  const tall = 0.36 * hat.height;
  const dome = smoothCurve(
    [
      [crown, 0.01],
      [crown * 1.02, tall * 0.45],
      [crown * 0.72, tall * 0.9],
      [0.001, tall],
    ],
    14,
  );
  const out = crown + 0.6 * hat.brim;
  const brim = [
    [0, -0.01],
    [crown, -0.01],
    [out, 0.05],
    [out + 0.02, 0.08],
    [out, 0.09],
    [crown + 0.02, 0.02],
  ] as const;
  sculpture.add(felted([...brim, ...dome]), { paint: hat.felt, finish: 'matte' });
  addBand(sculpture, hat, [crown + 0.004, crown + 0.008], 0.02, 0.09);
};

/** The sides of the brim stand up, the crown has a dent. */
export const buildCowboy: Build = (sculpture, hat) => {
  const tall = 0.4 * hat.height;
  const out = crown + 1.25 * hat.brim;
  const roll = (x: number, y: number, z: number) => {
    const beyond = Math.max(0, Math.hypot(x, z / 1.15) - crown);
    const dent = y > 0.5 * tall ? 0.11 * bell(x, 0.09) * bell(z, 0.26) : 0;
    return y + 2.6 * beyond * (Math.abs(x) / out) ** 2 * 0.45 - 0.35 * beyond * (z / out) ** 2 - dent;
  };
  const profile = [
    [0, -0.02],
    [crown, -0.02],
    [crown + 0.6 * hat.brim, -0.02],
    [out, -0.02],
    [out, 0.005],
    [crown + 0.6 * hat.brim, 0.005],
    [crown, 0.01],
    [crown * 0.97, tall * 0.4],
    [crown * 0.86, tall * 0.85],
    [crown * 0.7, tall],
    [crown * 0.4, tall * 1.02],
    [crown * 0.15, tall * 1.02],
    [0, tall * 1.02],
  ] as const;
  sculpture.add(felted(profile, roll), { paint: hat.felt, finish: 'matte' });
  addBand(sculpture, hat, [crown, crown * 0.985], 0.015, 0.07);
};

/** Straw, flat above and below. */
export const buildBoater: Build = (sculpture, hat) => {
  const [tall, out] = [0.22 * hat.height, crown + hat.brim];
  const profile = [
    [0, -0.015],
    [out, -0.015],
    [out, 0.015],
    [crown, 0.015],
    [crown, tall],
    [0, tall],
  ] as const;
  const straw = (x: number, y: number, z: number) =>
    Math.sin(120 * Math.hypot(x, z) + 90 * y) > 0 ? '#e0c080' : '#d2ae68';
  sculpture.add(felted(profile), { paint: straw, finish: 'matte' });
  addBand(sculpture, hat, [crown, crown], 0.02, tall * 0.62);
};

/** A cone that leans, on a wide brim. */
export const buildWitch: Build = (sculpture, hat) => {
  const [tall, out] = [0.95 * hat.height, crown + 1.3 * hat.brim];
  const cone = Array.from({ length: 9 }, (_, index) => {
    const share = index / 8;
    return [Math.max(0.002, crown * (1 - share) ** 0.9), 0.01 + tall * share] as const;
  });
  const geometry = felted(
    [[0, -0.02], [crown, -0.02], [out, -0.02], [out, 0.005], ...cone],
    (x, y, z) => y - 0.16 * (x * x + z * z) * (y < 0.02 ? 1 : 0),
  );
  const positions = geometry.getAttribute('position');
  for (let index = 0; index < positions.count; index++) {
    const share = Math.max(0, positions.getY(index) / tall);
    positions.setX(index, positions.getX(index) + 0.32 * share ** 2.6);
  }
  sculpture.add(geometry, { paint: hat.felt, finish: 'matte' });
  addBand(sculpture, hat, [crown + 0.004, crown * 0.93 + 0.004], 0.02, 0.1);
};
