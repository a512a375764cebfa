import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { Command } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { strings, type Table } from '../../assembly/table.ts';
import type { StimulusSet } from '../../contracts/stimuli.ts';
import { InputError } from '../../errors/errors.ts';
import { didYouMean } from '../../errors/suggestions.ts';
import { sampleSheet } from '../../laboratory/contact-sheets.ts';
import { withStimuli } from '../../laboratory/render-scene.ts';
import { frameAt } from '../../pictures/frames.ts';
import { encodePng } from '../../pictures/png.ts';
import { readScene } from '../../scene/read-scene.ts';
import { explainWriteError, syncTree } from '../../store/atomic.ts';
import { openLaboratory } from '../open-laboratory.ts';
import { collectSetting } from '../settings.ts';

interface RenderOptions {
  readonly out: string;
  readonly stimuli?: string;
  readonly store?: string;
  readonly set: Readonly<Record<string, string>>;
}

export function renderCommand(): Command {
  return new Command('render')
    .description('write a stimulus set: stimuli.csv, images/, masks/ and a contact sheet')
    .argument('<scene>', 'scene file')
    .requiredOption('--out <folder>', 'a folder that does not exist yet, or is empty')
    .option('--stimuli <id>', 'stimulus set of the scene (default: the one that is presented)')
    .option('--store <folder>', 'where artifacts are kept between runs')
    .option(
      '--set <name=value>',
      "value of one of the scene's variables; may be repeated",
      collectSetting,
      {},
    )
    .action(async (file: string, options: RenderOptions) => {
      const scene = await readScene(file, options.set);
      const ids = scene.options.stimuli.map(({ id }) => id);
      const id = options.stimuli ?? scene.options.presented ?? ids[0];
      if (!ids.includes(id))
        throw new InputError(`there is no stimulus set "${id}" in ${file}; ${didYouMean(id, ids)}`);
      const folder = resolve(options.out);
      await requireEmpty(folder);
      const laboratory = await openLaboratory(scene, options);
      await withStimuli(scene, laboratory, id, (stimuli) => writeWhole(folder, stimuli));
      process.stdout.write(`${relative('', folder)}\n`);
    });
}

async function requireEmpty(folder: string): Promise<void> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw explainWriteError(error, folder);
  });
  if (entries.length > 0)
    throw new InputError(
      `${folder} holds ${entries.length} thing${entries.length === 1 ? '' : 's'} already; choose another folder with --out.`,
    );
}

/** Writes under a temporary name, so that the folder is there only when it is complete. */
async function writeWhole(folder: string, stimuli: StimulusSet): Promise<void> {
  const unfinished = `${folder}.unfinished-${process.pid}`;
  try {
    await mkdir(unfinished, { recursive: true });
    await writeStimuli(unfinished, stimuli);
    await syncTree(unfinished);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    throw explainWriteError(error, folder);
  }
}

async function writeStimuli(folder: string, stimuli: StimulusSet): Promise<void> {
  const names = fileNames(stimuli.table);
  await mkdir(join(folder, 'images'));
  for await (const { start, frames, masks } of stimuli.blocks()) {
    if (masks) await mkdir(join(folder, 'masks'), { recursive: true });
    for (let index = 0; index < frames.count; index++) {
      await writeFile(join(folder, 'images', names[start + index]), encodePng(frameAt(frames, index)));
      if (masks)
        await writeFile(join(folder, 'masks', names[start + index]), encodePng(frameAt(masks, index)));
    }
  }
  await writeFile(join(folder, 'stimuli.csv'), tableText(stimuli.table, names));
  const { picture } = await sampleSheet(stimuli);
  await writeFile(join(folder, 'contact-sheet.png'), encodePng(picture));
}

function fileNames(of: Table): string[] {
  return strings(of, 'stimulus_id').map((id) => `${id.replaceAll(/[^\w.-]/g, '_')}.png`);
}

function tableText({ length, columns }: Table, names: readonly string[]): string {
  const shown: Record<string, ArrayLike<string | number>> = {
    ...columns,
    filename: names.map((name) => `images/${name}`),
  };
  const headers = Object.keys(shown);
  const rows = Array.from({ length }, (_, row) => headers.map((header) => shown[header][row]));
  return stringify([headers, ...rows]);
}
