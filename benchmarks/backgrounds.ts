import type { BackgroundSource } from '../core/contracts/background-source.ts';
import { createRandomStreams } from '../core/random/streams.ts';
import noise from '../plugins/noise-backgrounds/index.ts';
import panoramas from '../plugins/panorama-backgrounds/index.ts';

/** Milliseconds of processor per background and size: `node --import tsx benchmarks/backgrounds.ts [pictures]`. */
const pictures = Number(process.argv[2] ?? 300);
const sizes = [128, 256];
const instance = {
  id: 'benchmark',
  random: createRandomStreams('benchmark'),
  resolvePath: (path: string) => path,
};

const sources: Readonly<Record<string, BackgroundSource>> = {
  'panorama-backgrounds': await panoramas.create(panoramas.options.parse({}), {}, instance),
  'noise-backgrounds': await noise.create(noise.options.parse({}), {}, instance),
};

for (const [name, source] of Object.entries(sources)) {
  const figures: string[] = [];
  for (const size of sizes) {
    await show(source, size);
    const before = process.cpuUsage();
    await show(source, size);
    const { user, system } = process.cpuUsage(before);
    figures.push(`${((user + system) / 1000 / pictures).toFixed(2)} ms at ${size} px`);
  }
  console.log(`${name}: ${figures.join(', ')}`);
}

async function show(source: BackgroundSource, size: number): Promise<void> {
  for (let picture = 0; picture < pictures; picture++) await source.picture(`${picture}`, size, size);
}
