import { decode as decodeJpeg } from 'jpeg-js';
import type { Frames } from '../../core/contracts/pictures.ts';
import { InputError } from '../../core/errors/errors.ts';
import { decodePng } from '../../core/pictures/png.ts';

/** Decodes one picture. `place` names it in messages. Throws InputError when it is damaged or of another type. */
export function decodePicture(bytes: Uint8Array, place: string): Frames {
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
    });
    return { count: 1, width, height, channels: 3, data };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(`${place}: a damaged JPEG (${reason}); replace it`, undefined, { cause });
  }
}
