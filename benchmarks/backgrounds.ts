import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BackgroundSource } from '../core/contracts/background-source.ts';
import { encodePng } from '../core/pictures/png.ts';
import { createRandomStreams } from '../core/random/streams.ts';
import deadLeaves from '../plugins/dead-leaves-backgrounds/index.ts';
import landscapes from '../plugins/landscape-backgrounds/index.ts';
import noise from '../plugins/noise-backgrounds/index.ts';
import panoramas from '../plugins/panorama-backgrounds/index.ts';
import phaseScrambled from '../plugins/phase-scrambled-backgrounds/index.ts';
import pictures from '../plugins/picture-backgrounds/index.ts';
import uniform from '../plugins/uniform-background/index.ts';

/**
 * Milliseconds of processor per background and per illumination, once everything is warm:
 * `node --import tsx benchmarks/backgrounds.ts [backgrounds]`.
 */
const count = Number(process.argv[2] ?? 300);
const sizes = [128, 256];
const ids = Array.from({ length: count }, (_, index) => `${index}`);
const instance = {
  id: 'benchmark',
  random: createRandomStreams('benchmark'),
  resolvePath: (path: string) => path,
};

const landscape = await landscapes.create(landscapes.options.parse({}), {}, instance);
const folder = await folderOfPictures(landscape);
const sources: Readonly<Record<string, BackgroundSource>> = {
  'panorama-backgrounds': await panoramas.create(panoramas.options.parse({}), {}, instance),
  'landscape-backgrounds': landscape,
  'noise-backgrounds': await noise.create(noise.options.parse({}), {}, instance),
  'dead-leaves-backgrounds': await deadLeaves.create(deadLeaves.options.parse({}), {}, instance),
  'phase-scrambled-backgrounds of landscapes': await phaseScrambled.create(
    {},
    { source: landscape },
    instance,
  ),
  'picture-backgrounds': await pictures.create(pictures.options.parse({ folder }), {}, instance),
  'uniform-background': await uniform.create(uniform.options.parse({}), {}, instance),
};

for (const [name, source] of Object.entries(sources)) {
  const figures: string[] = [];
  for (const size of sizes)
    figures.push(`${await processorTime((id) => source.picture(id, size, size))} ms at ${size} px`);
  const { illumination } = source;
  if (illumination)
    figures.push(`${await processorTime((id) => illumination.call(source, id))} ms for its light`);
  console.log(`${name}: ${figures.join(', ')}`);
}
await rm(folder, { recursive: true });

/** Milliseconds of processor per id; a first round warms up. */
async function processorTime(make: (id: string) => Promise<unknown>): Promise<string> {
  for (const id of ids) await make(id);
  const before = process.cpuUsage();
  for (const id of ids) await make(id);
  const { user, system } = process.cpuUsage(before);
  return ((user + system) / 1000 / count).toFixed(2);
}

/** Some landscapes of 480 x 320 pixels as PNG files. */
async function folderOfPictures(source: BackgroundSource): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'neuroid-benchmark-'));
  for (const id of ids.slice(0, 20))
    await writeFile(join(folder, `${id}.png`), encodePng(await source.picture(id, 480, 320)));
  return folder;
}
