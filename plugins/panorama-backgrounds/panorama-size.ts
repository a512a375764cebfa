import { InputError } from '../../core/errors/errors.ts';
import { type PictureSize, pictureSize } from '../../core/pictures/picture-size.ts';
import type { PanoramaFile, PanoramaFormat } from './panorama-files.ts';
import { isWholeRadiance, radianceHead } from './radiance-file.ts';

const smallestWidth = 64;
const widest = 8192;

/** Throws InputError when the head of a file does not promise a panorama. */
export function requirePanorama(bytes: Uint8Array, { place, format }: PanoramaFile): void {
  const size = sizeOf(bytes, format);
  if (!size) throw new InputError(`panorama-backgrounds: ${place} is not a readable .${format} file.`);
  const { width, height } = size;
  if (width !== 2 * height || width < smallestWidth || width > widest)
    throw new InputError(
      `panorama-backgrounds: ${place} is ${width} x ${height}; a panorama is twice as wide as high, ${smallestWidth} to ${widest} pixels wide.`,
    );
  const head = format === 'hdr' ? radianceHead(bytes) : undefined;
  if (head && !isWholeRadiance(bytes, head))
    throw new InputError(
      `panorama-backgrounds: ${place} ends before its last row; replace it by a whole file.`,
    );
}

function sizeOf(bytes: Uint8Array, format: PanoramaFormat): PictureSize | undefined {
  if (format === 'hdr') return radianceHead(bytes);
  return format === 'exr' ? sizeInOpenExr(bytes) : pictureSize(bytes);
}

const longestHead = 65536;
const dataWindow = Buffer.from('dataWindow\0box2i\0\x10\0\0\0', 'latin1');

function sizeInOpenExr(bytes: Uint8Array): PictureSize | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, longestHead));
  const at = head.indexOf(dataWindow) + dataWindow.length;
  if (at < dataWindow.length || at + 16 > head.length || head.readUInt32LE(0) !== 20000630) return undefined;
  const [left, top, right, bottom] = [0, 4, 8, 12].map((offset) => head.readInt32LE(at + offset));
  return { width: right - left + 1, height: bottom - top + 1 };
}
