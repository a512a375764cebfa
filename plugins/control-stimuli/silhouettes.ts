import type { Frames } from '../../core/contracts/pictures.ts';

const ground = 128;

/** The object's outline filled with black on mid-grey. */
export function fillOutline(picture: Frames, mask: Frames): Frames {
  const { channels } = picture;
  const data = Uint8Array.from(picture.data, (_, index) =>
    Math.round(ground * (1 - mask.data[Math.floor(index / channels)] / 255)),
  );
  return { ...picture, data };
}
