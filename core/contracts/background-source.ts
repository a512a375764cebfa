import type { Picture } from './pictures.ts';
import { extensionPoint } from './plugin.ts';

/** Gives background pictures that know nothing of the object in front. */
export interface BackgroundSource {
  readonly fingerprint?: string;
  /**
   * The picture of a background id (any string); the same id, size and options always give the same bytes.
   * Ids are drawn by the stimulus source from a stream that no other latent reads.
   */
  picture(backgroundId: string, width: number, height: number): Promise<Picture>;
  /** What the picture of an id shows, for instance the panorama and the direction of the crop; the same keys for all ids. */
  describe?(backgroundId: string): Readonly<Record<string, string | number>>;
  /** The light that falls on an object before this background; absent where the source knows of no surroundings. */
  illumination?(backgroundId: string): Promise<Illumination>;
}

/** Light from all around, as the camera before the background sees it (+x right, +y up, +z towards the camera). */
export interface Illumination {
  /**
   * Radiance in real spherical harmonics up to degree 2 in the order of three.js' `SphericalHarmonics3`: nine times
   * red, green, blue. Linear light; a white matte surface lit evenly by radiance 1 is displayed as white.
   */
  readonly harmonics: Float64Array;
}

export const BackgroundSource = extensionPoint<BackgroundSource>(
  'background-source',
  'a picture per background id',
);
