import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode as encodeJpeg } from 'jpeg-js';
import { encodePng } from '../../core/pictures/png.ts';
import { noisePicture } from './backgrounds.ts';

/** A new folder with these files in it. */
export async function folderWith(files: Readonly<Record<string, Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'neuroid-pictures-'));
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
  return folder;
}

/** A new folder with four pictures of noise, three PNG and one JPEG. */
export function temporaryPictures(): Promise<string> {
  const png = (name: string) => encodePng(noisePicture(name, 60, 48));
  return folderWith({
    'a.png': png('a'),
    'b.png': png('b'),
    'c.png': png('c'),
    'd.jpg': jpegFile('d', 64, 40),
  });
}

/** A JPEG of noise. */
export function jpegFile(name: string, width: number, height: number): Uint8Array {
  const { data } = noisePicture(name, width, height);
  const rgba = Uint8Array.from({ length: width * height * 4 }, (_, at) =>
    at % 4 === 3 ? 255 : data[3 * Math.floor(at / 4) + (at % 4)],
  );
  return Uint8Array.from(encodeJpeg({ width, height, data: rgba }, 90).data);
}
