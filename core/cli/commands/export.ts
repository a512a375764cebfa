import { relative, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { InputError } from '../../errors/errors.ts';
import { exportActivations } from '../../laboratory/export-activations.ts';
import { exportPopulation } from '../../laboratory/export-population.ts';
import { withOpenScene } from '../../laboratory/open-scene.ts';
import { type ValueName, valueNames } from '../../recordings/assembly-of.ts';
import { readScene } from '../../scene/read-scene.ts';
import { openLaboratory } from '../open-laboratory.ts';
import { type SceneOptions, settingOption, storeOption, workersOption } from '../scene-options.ts';
import { startWorkers } from '../start-workers.ts';

interface ExportOptions extends SceneOptions {
  readonly population?: string;
  readonly backbone?: string;
  readonly layers?: readonly string[];
  readonly values: ValueName;
  readonly out: string;
  readonly json?: boolean;
}

export function exportCommand(): Command {
  return new Command('export')
    .description('write the responses of a population, or the activations of a backbone, for other programs')
    .argument('<scene>', 'scene file')
    .option('--population <id>', 'population of the scene')
    .option('--backbone <id>', 'backbone of the scene')
    .option('--layers <names>', 'of the backbone (default: those that the scene scores)', (text) =>
      text.split(','),
    )
    .addOption(new Option('--values <name>', 'of the population').choices(valueNames).default('responses'))
    .requiredOption(
      '--out <file>',
      '.nc (Brain-Score, xarray), .zarr (xarray), .csv, or for a population .nwb',
    )
    .addOption(storeOption())
    .addOption(settingOption())
    .addOption(workersOption())
    .option('--json', 'tell programs what was written')
    .action(async (file: string, options: ExportOptions) => {
      if ((options.population === undefined) === (options.backbone === undefined))
        throw new InputError('export needs either --population or --backbone.');
      const scene = await readScene(file, { variables: options.set });
      const laboratory = await openLaboratory(scene, options);
      const { workers } = options;
      const painters = workers > 1 ? { startWorkers: () => startWorkers(workers) } : {};
      const out = resolve(options.out);
      const { scene: name } = scene.options;
      const written = await withOpenScene(scene, { ...laboratory, ...painters }, async (open) => {
        const { population, backbone, layers, values } = options;
        if (population !== undefined) return exportPopulation(open, population, values, name, out);
        const { progress } = laboratory;
        return exportActivations(open, backbone ?? '', layers, { scene: name, out, progress });
      });
      process.stdout.write(
        options.json ? `${JSON.stringify({ file: out, ...written })}\n` : `${relative('', out)}\n`,
      );
    });
}
