import type { Frames } from '../../core/contracts/pictures.ts';

/** The pictures that `tests/oracles/pretrained-models.py` shows. */
export function oraclePictures(count: number, height: number, width: number): Frames {
  const data = Uint8Array.from(
    { length: count * height * width * 3 },
    (_, index) => (index * 41 + Math.floor(index / 97)) % 256,
  );
  return { count, height, width, channels: 3, data };
}
