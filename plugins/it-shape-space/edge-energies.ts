const directions = 4;
const cell = 8;

/** Gradient energy of every pixel, `[height, width]`, shared between the two nearest of four directions. */
export type PixelEnergies = readonly Float64Array[];

export function pixelEnergies(contrast: Float64Array, side: number): PixelEnergies {
  const energies = Array.from({ length: directions }, () => new Float64Array(side * side));
  for (let row = 1; row < side - 1; row++)
    for (let column = 1; column < side - 1; column++) {
      const pixel = row * side + column;
      const across = contrast[pixel + 1] - contrast[pixel - 1];
      const down = contrast[pixel + side] - contrast[pixel - side];
      const square = across * across + down * down;
      if (square === 0) continue;
      const direction = (Math.atan2(down, across) / Math.PI + 1) * directions;
      const lower = Math.floor(direction);
      energies[lower % directions][pixel] += square * (1 - (direction - lower));
      energies[(lower + 1) % directions][pixel] += square * (direction - lower);
    }
  return energies;
}

/** Square root of the energy in every square of eight pixels' side, direction by direction. */
export function edgeEnergies(energies: PixelEnergies, side: number): Float64Array {
  const cells = side / cell;
  const sums = new Float64Array(directions * cells ** 2);
  energies.forEach((energy, direction) => {
    for (let pixel = 0; pixel < energy.length; pixel++) {
      if (energy[pixel] === 0) continue;
      const row = Math.floor(pixel / side / cell);
      sums[(direction * cells + row) * cells + Math.floor((pixel % side) / cell)] += energy[pixel];
    }
  });
  return sums.map(Math.sqrt);
}
