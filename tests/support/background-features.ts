import type { Column } from '../../core/assembly/table.ts';
import type { BackgroundSource } from '../../core/contracts/background-source.ts';
import { transformInPlace } from '../../core/pictures/fourier.ts';

const side = 16;

/** What a stranger could read from backgrounds: panorama and direction, mean luminance, energies of spatial frequencies. */
export async function backgroundFeatures(
  source: BackgroundSource,
  ids: readonly string[],
): Promise<Readonly<Record<string, Column>>> {
  const features: Record<string, (string | number)[]> = {};
  for (const id of ids) {
    const { panorama, azimuth } = source.describe?.(id) ?? {};
    const { data } = await source.picture(id, side, side);
    const measured = { panorama, azimuth, ...energies(data) };
    for (const [name, value] of Object.entries(measured)) {
      features[name] ??= [];
      features[name].push(value);
    }
  }
  return Object.fromEntries(
    Object.entries(features).map(([name, values]) => [
      name,
      typeof values[0] === 'string' ? values.map(String) : Float64Array.from(values, Number),
    ]),
  );
}

function energies(data: Uint8Array) {
  const real = Float64Array.from(
    { length: side * side },
    (_, pixel) => data[3 * pixel] + data[3 * pixel + 1] + data[3 * pixel + 2],
  );
  const imaginary = new Float64Array(side * side);
  transformInPlace({ width: side, height: side, real, imaginary });
  const energy = (row: number, column: number) =>
    Math.hypot(real[row * side + column], imaginary[row * side + column]);
  return {
    luminance: real[0],
    across: energy(0, 1) + energy(0, 2),
    down: energy(1, 0) + energy(2, 0),
  };
}
