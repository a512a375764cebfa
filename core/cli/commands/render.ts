import { relative, resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { InputError } from '../../errors/errors.ts';
import { didYouMean } from '../../errors/suggestions.ts';
import { drawSeed } from '../../laboratory/seed.ts';
import { readScene } from '../../scene/read-scene.ts';
import { type FurtherFormat, furtherFormats } from '../../stimulus-files/further-formats.ts';
import { type MapName, mapNames } from '../../stimulus-files/geometry-pictures.ts';
import { renderSet } from '../../stimulus-files/render-set.ts';
import { readLock } from '../../stimulus-files/set-folder.ts';
import { createLog } from '../logging.ts';
import { createProgress } from '../progress.ts';
import { type SceneOptions, settingOption, workersOption } from '../scene-options.ts';
import { wholeNumber } from '../settings.ts';
import { startWorkers } from '../start-workers.ts';

interface RenderOptions extends Omit<SceneOptions, 'store'> {
  readonly out: string;
  readonly stimuli?: string;
  readonly only: Readonly<Record<string, readonly string[]>>;
  readonly count?: number;
  readonly maps: readonly MapName[];
  readonly also: readonly FurtherFormat[];
  readonly json?: boolean;
}

export function renderCommand(): Command {
  return new Command('render')
    .description(
      'write a stimulus set: stimuli.csv, images/, masks/, a contact sheet, and a lock that makes it again',
    )
    .argument('<scene>', 'scene file, or the scene.lock.yaml of a rendered set')
    .requiredOption('--out <folder>', 'a new folder, or one of the same set, which is completed')
    .option('--stimuli <id>', 'stimulus set of the scene (default: the one that is presented)')
    .addOption(settingOption())
    .option('--only <column=value>', 'stimuli with this label; may be repeated', collectLabel, {})
    .option('--count <number>', 'how many stimuli, a fair sample of objects and variations', wholeNumber)
    .addOption(listOption('--maps <list>', 'also maps of every picture', mapNames))
    .addOption(listOption('--also <list>', 'also in these formats', furtherFormats))
    .addOption(workersOption())
    .option('--json', 'tell programs what was done')
    .action(async (file: string, options: RenderOptions) => {
      const began = performance.now();
      const folder = resolve(options.out);
      const request = await readRequest(file, folder, options);
      const workers = await startWorkers(options.workers);
      try {
        const rendered = await renderSet(request, workers, { log: createLog(), progress: createProgress() });
        const seconds = Math.round(performance.now() - began) / 1000;
        const summary = { folder, ...rendered, seed: request.set.seed, workers: options.workers, seconds };
        process.stdout.write(
          options.json ? `${JSON.stringify(summary)}\n` : `${relative('', folder) || '.'}\n`,
        );
      } finally {
        await workers.close();
      }
    });
}

async function readRequest(file: string, folder: string, options: RenderOptions) {
  const { set: variables, only, count, maps, also } = options;
  const scene = await readScene(file, { variables });
  const ids = scene.options.stimuli.map(({ id }) => id);
  const id = options.stimuli ?? scene.options.presented ?? ids[0];
  if (!ids.includes(id))
    throw new InputError(`there is no stimulus set "${id}" in ${file}; ${didYouMean(id, ids)}`);
  const seed = scene.options.seed ?? (await readLock(folder))?.seed ?? drawSeed();
  const set = { scene: scene.origin, seed, id };
  return { scene, set, folder, only, count, maps, also };
}

function collectLabel(
  text: string,
  labels: Readonly<Record<string, readonly string[]>>,
): Record<string, readonly string[]> {
  const match = /^([^=]+)=(.*)$/s.exec(text);
  if (!match)
    throw new InvalidArgumentError('write it as column=value, for instance --only category_name=faces.');
  return { ...labels, [match[1]]: [...(labels[match[1]] ?? []), match[2]] };
}

/** An option whose value lists some of the known names, for instance `depth,normals`; it may be repeated. */
function listOption(flags: string, description: string, known: readonly string[]): Option {
  return new Option(flags, `${description}: ${known.join(', ')}`)
    .default([], 'none')
    .argParser((text: string, before: readonly string[]) => {
      const names = text.split(',');
      const unknown = names.find((name) => !known.includes(name));
      if (unknown !== undefined)
        throw new InvalidArgumentError(`there is no "${unknown}"; ${didYouMean(unknown, known)}`);
      return [...before, ...names];
    });
}
