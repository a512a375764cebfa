import type { Frames } from '../contracts/pictures.ts';

/** Pictures made small enough for a side, by the mean over squares of whole pixels; what is left over at the edges is cut. */
export function thumbnails(frames: Frames, side: number): Frames {
  const { count, channels } = frames;
  const wanted = Math.ceil(Math.max(frames.width, frames.height) / side);
  const factor = Math.min(wanted, frames.width, frames.height);
  const [width, height] = [Math.floor(frames.width / factor), Math.floor(frames.height / factor)];
  const data = new Uint8Array(count * height * width * channels);
  for (let index = 0; index < data.length; index++) {
    const channel = index % channels;
    const pixel = Math.floor(index / channels);
    const [x, y] = [pixel % width, Math.floor(pixel / width) % height];
    const picture = Math.floor(pixel / (width * height));
    let sum = 0;
    for (let row = y * factor; row < (y + 1) * factor; row++)
      for (let column = x * factor; column < (x + 1) * factor; column++)
        sum += frames.data[((picture * frames.height + row) * frames.width + column) * channels + channel];
    data[index] = Math.round(sum / factor ** 2);
  }
  return { count, width, height, channels, data };
}
