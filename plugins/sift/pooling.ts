import { descriptorLength } from './descriptors.ts';

/** Where a descriptor is centred, 0 … 1 from the left and top edges, and at which scale it was taken. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** Parts of all levels of a pyramid: 1 x 1, 2 x 2, 4 x 4 ... */
export function partsOf(levels: number): number {
  return Array.from({ length: levels }, (_, level) => 4 ** level).reduce((sum, count) => sum + count);
}

/** Mean descriptors in parts of the picture: `[parts, parts, scales, descriptor]`. */
export function averageOver(
  places: readonly Place[],
  descriptors: Float32Array,
  parts: number,
  scales: number,
): Float32Array {
  const means = new Float32Array(parts * parts * scales * descriptorLength);
  const counts = new Uint32Array(parts * parts * scales);
  const targetOf = (place: Place) => partOf(place, parts) * scales + place.scale;
  for (const place of places) counts[targetOf(place)]++;
  for (const [index, place] of places.entries()) {
    const target = targetOf(place);
    for (let item = 0; item < descriptorLength; item++)
      means[target * descriptorLength + item] +=
        descriptors[index * descriptorLength + item] / counts[target];
  }
  return means;
}

/**
 * Shares of the places in every part of the pyramid whose descriptor is nearest to every word, `[parts, words]`, the
 * whole picture first. Flat places have no word.
 */
export function shareOfWords(
  places: readonly Place[],
  descriptors: Float32Array,
  nearest: ArrayLike<number>,
  { words, pyramid }: { readonly words: number; readonly pyramid: number },
): Float32Array {
  const levels = Array.from({ length: pyramid }, (_, level) => {
    const shares = new Float32Array(4 ** level * words);
    const counts = new Uint32Array(4 ** level);
    const parts = places.map((place) => partOf(place, 2 ** level));
    for (const part of parts) counts[part]++;
    for (const [index, part] of parts.entries())
      if (!isFlat(descriptors, index)) shares[part * words + nearest[index]] += 1 / counts[part];
    return [...shares];
  });
  return Float32Array.from(levels.flat());
}

function isFlat(descriptors: Float32Array, place: number): boolean {
  for (let item = 0; item < descriptorLength; item++)
    if (descriptors[place * descriptorLength + item] !== 0) return false;
  return true;
}

function partOf({ x, y }: Place, parts: number): number {
  return Math.floor(y * parts) * parts + Math.floor(x * parts);
}
