import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { InputError } from '../../core/errors/errors.ts';
import { pictureSize } from '../../core/pictures/picture-size.ts';

const mostMegabytes = 100;
const plugin = 'picture-backgrounds';

/** Paths of all pictures of a folder and the folders in it, relative to it, by name. Throws InputError without any. */
export async function picturesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause) => {
    throw new InputError(
      `${plugin}: the folder ${folder} cannot be read; give a folder with pictures (.jpg, .png).`,
      undefined,
      { cause },
    );
  });
  const names = entries
    .filter((entry) => entry.isFile() && /^[^.].*\.(png|jpe?g)$/i.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
  if (names.length > 0) return names;
  throw new InputError(`${plugin}: the folder ${folder} holds no .jpg or .png file.`);
}

/** The bytes of a picture. Throws InputError when it is too large, or by its head no picture. */
export async function readPicture(file: string): Promise<Uint8Array> {
  const { size } = await stat(file);
  if (size > mostMegabytes * 1e6)
    throw new InputError(
      `${plugin}: ${file} has ${Math.ceil(size / 1e6)} MB; shrink it to ${mostMegabytes} MB or less.`,
    );
  const bytes = await readFile(file);
  if (pictureSize(bytes)) return bytes;
  throw new InputError(`${plugin}: ${file} is no readable PNG or JPEG; replace it or take it away.`);
}
