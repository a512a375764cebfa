import { join, relative, resolve } from 'node:path';
import { Command } from 'commander';
import type { ReportFile } from '../../contracts/reporter.ts';
import { runScene } from '../../laboratory/run-scene.ts';
import { readScene } from '../../scene/read-scene.ts';
import { writeFileAtomically } from '../../store/atomic.ts';
import { openLaboratory } from '../open-laboratory.ts';
import { type SceneOptions, settingOption, storeOption, workersOption } from '../scene-options.ts';
import { startWorkers } from '../start-workers.ts';
import { requireWritable } from '../writable.ts';

interface RunOptions extends SceneOptions {
  readonly out?: string;
  readonly quick: boolean;
}

export function runCommand(): Command {
  return new Command('run')
    .description('run a scene and write its report')
    .argument('<scene>', 'scene file')
    .option('--out <folder>', 'where the files go (default: results/ and the name of the scene)')
    .addOption(storeOption())
    .addOption(settingOption())
    .option('--quick', 'the quick variant that the scene states: less of everything, the same logic', false)
    .addOption(workersOption())
    .action(async (file: string, options: RunOptions) => {
      const scene = await readScene(file, { variables: options.set, quick: options.quick });
      const folder = resolve(options.out ?? join('results', scene.options.scene));
      await requireWritable(folder);
      const laboratory = await openLaboratory(scene, options);
      await laboratory.store.sweep();
      const { workers } = options;
      const painters = workers > 1 ? { startWorkers: () => startWorkers(workers) } : {};
      const files = await runScene(scene, { ...laboratory, ...painters });
      for (const { name, content } of files) await writeFileAtomically(join(folder, name), content);
      for (const name of placesOf(files)) process.stdout.write(`${relative('', join(folder, name))}\n`);
    });
}

/** Where to look: files, and folders of many files once. */
function placesOf(files: readonly ReportFile[]): ReadonlySet<string> {
  return new Set(files.map(({ name }) => name.split('/')[0]));
}
