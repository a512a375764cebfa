const rings = 16;
const scales = [1, 2, 4] as const;
/** The ground is mid-grey. */
const objectContrast = 0.02;

/**
 * What lies how far from the middle of the object's mass: its coverage, its mean contrast and its squared contrast
 * differences at three scales, each as a profile over rings.
 */
export function radialProfiles(contrast: Float64Array, side: number): Float64Array {
  const coverage = contrast.map((value) => (onObject(value) ? 1 : 0));
  const ringOf = ringsAround(coverage, side);
  const maps = [coverage, contrast, ...scales.map((scale) => differences(contrast, side, scale))];
  const profiles = new Float64Array(maps.length * rings);
  maps.forEach((map, index) => {
    const profile = profiles.subarray(index * rings, (index + 1) * rings);
    for (let pixel = 0; pixel < map.length; pixel++) profile[ringOf[pixel]] += map[pixel];
    profile.forEach((sum, ring) => {
      profile[ring] = Math.sign(sum) * Math.sqrt(Math.abs(sum));
    });
  });
  return profiles;
}

/** Whether a pixel of this contrast belongs to the object. */
export function onObject(contrast: number): boolean {
  return contrast > objectContrast || contrast < -objectContrast;
}

function ringsAround(coverage: Float64Array, side: number): Uint8Array {
  let mass = 0;
  let rowSum = 0;
  let columnSum = 0;
  for (let pixel = 0; pixel < coverage.length; pixel++) {
    mass += coverage[pixel];
    rowSum += coverage[pixel] * Math.floor(pixel / side);
    columnSum += coverage[pixel] * (pixel % side);
  }
  const row = mass > 0 ? rowSum / mass : side / 2;
  const column = mass > 0 ? columnSum / mass : side / 2;
  return Uint8Array.from({ length: side * side }, (_, pixel) => {
    const distance = Math.hypot(Math.floor(pixel / side) - row, (pixel % side) - column);
    return Math.min(rings - 1, Math.floor((distance / (side / 2)) * rings));
  });
}

/** Squared differences between neighbours `scale` pixels apart. */
function differences(contrast: Float64Array, side: number, scale: number): Float64Array {
  const squares = new Float64Array(contrast.length);
  for (let row = 0; row < side - scale; row++)
    for (let column = 0; column < side - scale; column++) {
      const pixel = row * side + column;
      const across = contrast[pixel + scale] - contrast[pixel];
      const down = contrast[pixel + scale * side] - contrast[pixel];
      squares[pixel] = across * across + down * down;
    }
  return squares;
}
