import type { PictureFormat } from '../../core/contracts/pictures.ts';

/** Places per degree at which V1 afferents lie, orientations at each, and their frequencies in cycles per degree. */
export const placesPerDegree = 4;
export const orientationCount = 8;
export const frequencies = [1, 2] as const;

/** Places of the V1 afferents, over the whole picture. */
export interface Lattice {
  readonly columns: number;
  readonly rows: number;
}

export function latticeOf({ degrees, width, height }: PictureFormat): Lattice {
  const columns = Math.max(1, Math.round(degrees * placesPerDegree));
  return { columns, rows: Math.max(1, Math.round((columns * height) / width)) };
}

/** Energies of the afferents of one frequency over one picture, `[orientation, row, column]`. */
export type EnergyMap = Float64Array;
