import { dirname, extname, relative, resolve } from 'node:path';
import { Command } from 'commander';
import { InputError } from '../../errors/errors.ts';
import { withOpenScene } from '../../laboratory/open-scene.ts';
import { trainBackbone } from '../../laboratory/train-backbone.ts';
import { encodeWeights } from '../../networks/weight-file.ts';
import { readScene } from '../../scene/read-scene.ts';
import { writeFileAtomically } from '../../store/atomic.ts';
import { openLaboratory } from '../open-laboratory.ts';
import { type SceneOptions, settingOption, storeOption, workersOption } from '../scene-options.ts';
import { startWorkers } from '../start-workers.ts';
import { requireWritable } from '../writable.ts';

const extension = '.safetensors';

interface TrainOptions extends SceneOptions {
  readonly backbone: string;
  readonly out: string;
}

export function trainCommand(): Command {
  return new Command('train')
    .description('train one backbone of a scene and write its weights into a file')
    .argument('<scene>', 'scene file')
    .requiredOption('--backbone <id>', 'backbone of the scene that has a `train`')
    .requiredOption(
      '--out <file>',
      'for instance weights.safetensors; the learning curve goes beside it, .json',
    )
    .addOption(storeOption())
    .addOption(settingOption())
    .addOption(workersOption())
    .action(async (file: string, options: TrainOptions) => {
      const out = resolve(options.out);
      if (extname(out) !== extension)
        throw new InputError(`--out ${options.out}: the file of weights must end in ${extension}.`);
      await requireWritable(dirname(out));
      const scene = await readScene(file, { variables: options.set });
      const laboratory = await openLaboratory(scene, options);
      const { workers, backbone } = options;
      const painters = workers > 1 ? { startWorkers: () => startWorkers(workers) } : {};
      const trained = await withOpenScene(scene, { ...laboratory, ...painters }, async (open) => ({
        seed: open.seed,
        ...(await trainBackbone(open, backbone)),
      }));
      const { checkpoint, curve, seed } = trained;
      const notes = {
        scene: scene.options.scene,
        backbone,
        seed,
        step: String(checkpoint.step),
        outputs: JSON.stringify(checkpoint.outputNames),
      };
      await writeFileAtomically(out, encodeWeights({ tensors: checkpoint.weights, notes }));
      const curveFile = `${out.slice(0, -extension.length)}.json`;
      await writeFileAtomically(curveFile, `${JSON.stringify({ ...notes, curve }, null, 2)}\n`);
      for (const written of [out, curveFile]) process.stdout.write(`${relative('', written)}\n`);
    });
}
