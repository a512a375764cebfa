const { PI, cos, max, min, sqrt } = Math;

/** Steps of roughness and of the cosine between normal and viewer; values belong to the middles of the steps. */
const steps = 16;
const rings = 64;
const spokes = 32;

/**
 * Of light from everywhere a specular lobe reflects `scale` times the reflectance at normal incidence, plus `bias`
 * (Karis 2013, Real shading in Unreal Engine 4): `[cosine, roughness, 2]`.
 */
const table = new Float64Array(2 * steps * steps);
for (let row = 0; row < steps; row++)
  for (let column = 0; column < steps; column++)
    table.set(integrate((column + 0.5) / steps, (row + 0.5) / steps), 2 * (row * steps + column));

/** Puts `scale` and `bias` into `albedo[0..1]`; bilinear between the values of the table. */
export function readSpecularAlbedo(roughness: number, facing: number, albedo: Float64Array): void {
  const x = min(steps - 1, max(0, roughness * steps - 0.5));
  const y = min(steps - 1, max(0, facing * steps - 0.5));
  const column = min(steps - 2, x | 0);
  const row = min(steps - 2, y | 0);
  const right = x - column;
  const lower = y - row;
  const above = 2 * (row * steps + column);
  const below = above + 2 * steps;
  const ofAbove = 1 - lower;
  const left = 1 - right;
  for (let term = 0; term < 2; term++)
    albedo[term] =
      ofAbove * (left * table[above + term] + right * table[above + 2 + term]) +
      lower * (left * table[below + term] + right * table[below + 2 + term]);
}

/** Sums over half vectors that are spread as GGX spreads them. */
function integrate(roughness: number, facing: number): [scale: number, bias: number] {
  const square = roughness ** 4;
  const viewX = sqrt(1 - facing * facing);
  const viewRoot = sqrt(square + (1 - square) * facing * facing);
  let scale = 0;
  let bias = 0;
  for (let ring = 0; ring < rings; ring++) {
    const share = (ring + 0.5) / rings;
    const tilt = sqrt((1 - share) / (1 + (square - 1) * share));
    const lean = sqrt(1 - tilt * tilt);
    for (let spoke = 0; spoke < spokes; spoke++) {
      const half = viewX * lean * cos((PI * (spoke + 0.5)) / spokes) + facing * tilt;
      const incidence = 2 * half * tilt - facing;
      if (incidence <= 0 || half <= 0) continue;
      const lightRoot = sqrt(square + (1 - square) * incidence * incidence);
      const visibility = (2 * incidence * half) / (tilt * (incidence * viewRoot + facing * lightRoot));
      const fresnel = (1 - half) ** 5;
      scale += (1 - fresnel) * visibility;
      bias += fresnel * visibility;
    }
  }
  return [scale / (rings * spokes), bias / (rings * spokes)];
}
