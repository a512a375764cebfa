import { relative, resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { type DimensionName, dimensionNames } from '../../recordings/array-recording.ts';
import { importRecording } from '../../recordings/import-recording.ts';

interface ImportOptions {
  readonly out: string;
  readonly region?: string;
  readonly unit?: string;
  readonly dimensions?: readonly DimensionName[];
  readonly images?: string;
  readonly neuroids?: string;
  readonly stimulusColumn: string;
  readonly window?: { readonly from: number; readonly to: number };
  readonly bins: 'mean' | 'sum';
  readonly json?: boolean;
}

export function importCommand(): Command {
  return new Command('import')
    .description(
      'turn a recording into a checked folder: Zarr, what was found, and what to write into a scene',
    )
    .argument('<file>', 'netCDF-4 (.nc), NWB (.nwb), Zarr (.zarr), NumPy (.npy) or text (.csv)')
    .requiredOption('--out <folder>', 'a new folder')
    .option('--region <name>', 'where the neuroids are, if the file does not say it')
    .option('--unit <text>', 'of the responses, if the file does not say it')
    .option('--dimensions <names>', `of the array, in order: ${dimensionNames.join(',')}`, dimensionList)
    .option('--images <file>', 'list or table that names the stimulus of every presentation')
    .option('--neuroids <file>', 'table with a row per neuroid: neuroid_id, region, animal')
    .option('--stimulus-column <name>', 'of the trials of NWB', 'stimulus_id')
    .option('--window <from,to>', 'ms after stimulus onset', timeWindow)
    .addOption(
      new Option('--bins <how>', 'what becomes of time bins').choices(['mean', 'sum']).default('mean'),
    )
    .option('--json', 'tell programs what was found')
    .action(async (file: string, options: ImportOptions) => {
      const { images, neuroids, window, ...others } = options;
      const folder = resolve(options.out);
      const found = await importRecording(resolve(file), folder, {
        ...others,
        images: images && resolve(images),
        neuroidTable: neuroids && resolve(neuroids),
        window: { ...window, bins: options.bins },
      });
      const text = options.json
        ? JSON.stringify({ folder, ...found })
        : `${found.summary}\n${relative('', folder)}`;
      process.stdout.write(`${text}\n`);
    });
}

function dimensionList(text: string): readonly DimensionName[] {
  const names = text.split(',');
  const unknown = names.find((name) => !(dimensionNames as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`there is no "${unknown}"; there are ${dimensionNames.join(', ')}.`);
  return names as DimensionName[];
}

function timeWindow(text: string): { from: number; to: number } {
  const [from, to] = text.split(',').map(Number);
  if (Number.isFinite(from) && Number.isFinite(to) && from < to) return { from, to };
  throw new InvalidArgumentError('write it as from,to in ms, for instance 70,170.');
}
