/** How an object stands in the scene; units and names as in the HvM image set (Yamins et al. 2014). */
export interface Latents {
  /** Size relative to the canonical one, at which the largest side of the bounding box is 1.2. */
  readonly s: number;
  /** Scene units to the right; the scene is 3 wide. */
  readonly ty: number;
  /** Scene units upwards. */
  readonly tz: number;
  /** Yaw in degrees: turns the front to the viewer's right. */
  readonly rxy: number;
  /** Pitch in degrees: tips the top towards the viewer. */
  readonly rxz: number;
  /** Roll in degrees: turns the picture of the object counter-clockwise. */
  readonly ryz: number;
}

export const latentNames = [
  's',
  'ty',
  'tz',
  'rxy',
  'rxz',
  'ryz',
] as const satisfies readonly (keyof Latents)[];

/** Centred, at canonical size, in canonical pose. */
export const canonicalLatents: Latents = { s: 1, ty: 0, tz: 0, rxy: 0, rxz: 0, ryz: 0 };

/** The same pose, centred and at canonical size: how ground truth sees an object. */
export function centred(latents: Latents): Latents {
  return { ...latents, s: 1, ty: 0, tz: 0 };
}
