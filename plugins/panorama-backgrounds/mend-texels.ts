import type { LightMap } from '../../core/backgrounds/light.ts';

const { floor, max, min } = Math;

const passes = 16;
const leastShare = 1e-3;

/**
 * Fills texels that no light can have (a channel below 0, or vanishing beside the others) with the mean of their
 * sound neighbours, from their border inwards: shrunken panoramas have such rims around lamps, and holes in the sun.
 */
export function mendTexels({ width, height, data }: LightMap): LightMap {
  const mended = Float32Array.from(data);
  let broken = Array.from({ length: width * height }, (_, texel) => texel).filter((texel) =>
    isBroken(data, texel),
  );
  const sound = new Uint8Array(width * height).fill(1);
  for (const texel of broken) sound[texel] = 0;
  for (let pass = 0; pass < passes && broken.length > 0; pass++) {
    const filled = broken.filter((texel) => fill(mended, sound, width, height, texel));
    for (const texel of filled) sound[texel] = 1;
    broken = broken.filter((texel) => sound[texel] === 0);
  }
  for (const texel of broken) mended.fill(0, 3 * texel, 3 * texel + 3);
  return { width, height, data: mended };
}

function isBroken(data: Float32Array, texel: number): boolean {
  const [red, green, blue] = [data[3 * texel], data[3 * texel + 1], data[3 * texel + 2]];
  const least = min(red, green, blue);
  return least < 0 || least < leastShare * max(red, green, blue);
}

function fill(data: Float32Array, sound: Uint8Array, width: number, height: number, texel: number): boolean {
  const [x, y] = [texel % width, floor(texel / width)];
  let count = 0;
  const sum = [0, 0, 0];
  for (let row = max(0, y - 1); row <= min(height - 1, y + 1); row++)
    for (const column of [(x + width - 1) % width, x, (x + 1) % width]) {
      const neighbour = row * width + column;
      if (sound[neighbour] === 0) continue;
      count++;
      for (let channel = 0; channel < 3; channel++) sum[channel] += data[3 * neighbour + channel];
    }
  for (let channel = 0; count > 0 && channel < 3; channel++) data[3 * texel + channel] = sum[channel] / count;
  return count > 0;
}
