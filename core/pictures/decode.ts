import { decode as decodeJpeg } from 'jpeg-js';
import type { Frames } from '../contracts/pictures.ts';
import { InputError } from '../errors/errors.ts';
import { pictureSize } from './picture-size.ts';
import { decodePng } from './png.ts';

const mostMegapixels = 100;
/** What jpeg-js may use for a picture of that size. */
const mostMegabytes = 2048;

/** Decodes one PNG or JPEG. `place` names it in messages. Throws InputError when it is damaged, huge or neither. */
export function decodePicture(bytes: Uint8Array, place: string): Frames {
  const { width, height } = pictureSize(bytes) ?? { width: 0, height: 0 };
  if (width * height > mostMegapixels * 1e6)
    throw new InputError(
      `${place}: ${width} x ${height} pixels; make it ${mostMegapixels} megapixels at most`,
    );
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return decodePng(bytes, place);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegFrame(bytes, place);
  throw new InputError(`${place}: neither PNG nor JPEG; convert it to one of them`);
}

function jpegFrame(bytes: Uint8Array, place: string): Frames {
  try {
    const { width, height, data } = decodeJpeg(bytes, {
      useTArray: true,
      formatAsRGBA: false,
      tolerantDecoding: false,
      maxResolutionInMP: mostMegapixels,
      maxMemoryUsageInMB: mostMegabytes,
    });
    return { count: 1, width, height, channels: 3, data };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(`${place}: a damaged JPEG (${reason}); replace it`, undefined, { cause });
  }
}
