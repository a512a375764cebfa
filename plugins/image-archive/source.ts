import { strings } from '../../core/assembly/table.ts';
import { fitFrames } from '../../core/backbones/fit-frames.ts';
import type { Frames } from '../../core/contracts/pictures.ts';
import type { StimulusSource } from '../../core/contracts/stimuli.ts';
import { InputError } from '../../core/errors/errors.ts';
import { decodePicture } from '../../core/pictures/decode.ts';
import { describeFiles } from './descriptions.ts';
import { openArchive, openFolder } from './files.ts';
import { readTable } from './labels.ts';
import type { ArchiveOptions } from './options.ts';

export async function createImageArchive(
  options: ArchiveOptions,
  resolvePath: (path: string) => string,
): Promise<StimulusSource> {
  const { archive, folder = '', size, degrees } = options;
  const files = await (archive === undefined
    ? openFolder(resolvePath(folder))
    : openArchive(resolvePath(archive)));
  const labelled = options.table === undefined ? undefined : await readTable(resolvePath(options.table));
  const table = describeFiles(files, options, labelled);
  const fingerprint = [files.fingerprint, ...(labelled ? [labelled.digest] : [])].join(' ');
  const names = strings(table, 'filename');
  const channels = options.color === 'grey' ? 1 : 3;
  return {
    describe: async () => ({
      table,
      format: { width: size, height: size, channels, degrees },
      appearances: ['presented'],
      fingerprint,
    }),
    draw: async (rows, appearance) => {
      if (appearance !== 'presented')
        throw new InputError(
          `${files.place}: photographs have no ground truth, so ${appearance} cannot be drawn`,
        );
      const contents = await files.read(rows.map((row) => names[row]));
      const data = new Uint8Array(rows.length * size * size * channels);
      rows.forEach((row, index) => {
        const place = `${files.place}: ${names[row]}`;
        const picture = centreSquare(decodePicture(contents.get(names[row]) ?? new Uint8Array(), place));
        data.set(fitFrames(picture, size, size, channels).data, index * size * size * channels);
      });
      return { frames: { count: rows.length, height: size, width: size, channels, data } };
    },
  };
}

/** The largest square in the middle of a picture. */
function centreSquare(picture: Frames): Frames {
  const side = Math.min(picture.width, picture.height);
  if (picture.width === picture.height) return picture;
  const left = Math.floor((picture.width - side) / 2);
  const top = Math.floor((picture.height - side) / 2);
  const data = new Uint8Array(side * side * picture.channels);
  for (let row = 0; row < side; row++) {
    const start = ((top + row) * picture.width + left) * picture.channels;
    data.set(picture.data.subarray(start, start + side * picture.channels), row * side * picture.channels);
  }
  return { ...picture, width: side, height: side, data };
}
