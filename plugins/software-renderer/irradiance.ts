import { type Color, Matrix4, type Vector3 } from 'three';

/** Factors of the harmonics: c1 … c5 of Ramamoorthi & Hanrahan (2001). */
const [c1, c2, c3, c4, c5] = [0.429043, 0.511664, 0.743125, 0.886227, 0.247708];

/** Numbers per colour. */
const terms = 10;

/**
 * Light that falls on a surface from all around as a function of its normal n: (n, 1)' M (n, 1), with one symmetric
 * matrix M per colour (Ramamoorthi & Hanrahan 2001, An efficient representation for irradiance environment maps, eq. 12).
 */
export class Irradiance {
  readonly #matrices = [0, 1, 2].map(() => symmetric(0, 0, 0, 0, 0, 0, 0, 0, 0, 0));

  /** Adds the same light from everywhere. */
  addEven(light: Color): void {
    light.toArray().forEach((value, colour) => {
      this.#add(colour, symmetric(0, 0, 0, 0, 0, 0, 0, 0, 0, value));
    });
  }

  /** Adds light that changes from the ground's to the sky's; `up` is a unit vector. */
  addHemisphere(up: Vector3, sky: Color, ground: Color): void {
    const below = ground.toArray();
    sky.toArray().forEach((above, colour) => {
      const slope = (above - below[colour]) / 4;
      const mean = (above + below[colour]) / 2;
      this.#add(colour, symmetric(0, 0, 0, slope * up.x, 0, 0, slope * up.y, 0, slope * up.z, mean));
    });
  }

  /** Adds light in spherical harmonics up to degree 2, in the order of three.js. */
  addHarmonics(coefficients: readonly Vector3[], intensity: number): void {
    for (let colour = 0; colour < 3; colour++) {
      const l = coefficients.map((coefficient) => intensity * coefficient.getComponent(colour));
      this.#add(
        colour,
        symmetric(
          ...[c1 * l[8], c1 * l[4], c1 * l[7], c2 * l[3]],
          ...[-c1 * l[8], c1 * l[5], c2 * l[1]],
          ...[c3 * l[6], c2 * l[2]],
          c4 * l[0] - c5 * l[6],
        ),
      );
    }
  }

  /** `[3, 10]`: for red, green, blue the factors of xx, yy, zz, xy, xz, yz, x, y, z and 1, for normals in another space. */
  factors(toSpace: Matrix4): Float64Array {
    const turn = new Matrix4().extractRotation(toSpace);
    const back = turn.clone().transpose();
    return Float64Array.from(
      this.#matrices.flatMap((matrix) => {
        const e = turn.clone().multiply(matrix).multiply(back).elements;
        const [xy, xz, yz] = [2 * e[1], 2 * e[2], 2 * e[6]];
        return [e[0], e[5], e[10], xy, xz, yz, 2 * e[3], 2 * e[7], 2 * e[11], e[15]];
      }),
    );
  }

  #add(colour: number, matrix: Matrix4): void {
    const sum = this.#matrices[colour].elements;
    matrix.elements.forEach((value, index) => {
      sum[index] += value;
    });
  }
}

/** One colour of the light that falls on a surface with this unit normal. */
export function irradianceAt(
  factors: Float64Array,
  colour: 0 | 1 | 2,
  x: number,
  y: number,
  z: number,
): number {
  const f = terms * colour;
  return (
    x * (factors[f] * x + factors[f + 3] * y + factors[f + 4] * z + factors[f + 6]) +
    y * (factors[f + 1] * y + factors[f + 5] * z + factors[f + 7]) +
    z * (factors[f + 2] * z + factors[f + 8]) +
    factors[f + 9]
  );
}

/** From the upper triangle, row by row. */
function symmetric(
  xx: number,
  xy: number,
  xz: number,
  x: number,
  yy: number,
  yz: number,
  y: number,
  zz: number,
  z: number,
  one: number,
): Matrix4 {
  return new Matrix4(xx, xy, xz, x, xy, yy, yz, y, xz, yz, zz, z, x, y, z, one);
}
