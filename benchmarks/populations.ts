import { table } from '../core/assembly/table.ts';
import type { Frames, PictureFormat } from '../core/contracts/pictures.ts';
import type { Plugin } from '../core/contracts/plugin.ts';
import type { Population } from '../core/contracts/population.ts';
import type { RandomStream } from '../core/contracts/random.ts';
import type { Appearance, FrameBlock, StimulusSet } from '../core/contracts/stimuli.ts';
import itShapeSpace from '../plugins/it-shape-space/index.ts';
import openblas from '../plugins/openblas/index.ts';
import v1Gabor from '../plugins/v1-gabor/index.ts';
import v4Conjunction from '../plugins/v4-conjunction/index.ts';
import { instance } from './compare.ts';

/**
 * Seconds, processor seconds and memory of simulating V1, V4 and IT, one after the other. The pictures are ellipses,
 * painted while the populations read them; what that takes is printed too.
 * Run: node --import tsx benchmarks/populations.ts [images] [neuroids] [repetitions]
 */
const [images = 5760, neuroids = 168, repetitions = 50] = process.argv.slice(2).map(Number);
const format: PictureFormat = { width: 128, height: 128, channels: 1, degrees: 8 };
const objects = 64;
const blockSize = 64;
const stimuli = paintedStimuli();
const algebra = await openblas.create(openblas.options.parse({ threads: 2 }), {}, instance);

console.log(`${images} images of ${format.width} pixels, ${neuroids} neuroids, ${repetitions} repetitions`);
for (const appearance of stimuli.appearances)
  await measure(`painting ${appearance}`, async () => {
    for await (const _ of stimuli.blocks(appearance));
  });
for (const plugin of [v1Gabor, v4Conjunction, itShapeSpace])
  await simulate(plugin as Plugin<Population, unknown>);

async function simulate({ id, options, create }: Plugin<Population, unknown>): Promise<void> {
  const population = await create(options.parse({ neuroids, repetitions }), { algebra } as never, instance);
  await measure(id, async () => {
    await population.respond(stimuli, new Map());
  });
}

async function measure(name: string, work: () => Promise<void>): Promise<void> {
  const since = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - since) / 1000;
  const peak = process.resourceUsage().maxRSS / 1024 / 1024;
  console.log(
    `${name.padEnd(24)}${seconds.toFixed(1).padStart(7)} s ${((user + system) / 1e6).toFixed(1).padStart(7)} s of ` +
      `processor, ${peak.toFixed(2)} GB at most so far`,
  );
}

/** Objects of five ellipses each, on others. */
function paintedStimuli(): StimulusSet {
  const random = instance.random.scope('pictures');
  const numbered = Array.from({ length: images }, (_, row) => row);
  const latent = (name: string, low: number, high: number) => {
    const stream = random.stream(name);
    return Float64Array.from(numbered, () => stream.uniform(low, high));
  };
  const [ty, tz, s] = [latent('ty', -0.6, 0.6), latent('tz', -0.6, 0.6), latent('s', 0.625, 1.6)];
  const pose = Object.fromEntries(['rxy', 'rxz', 'ryz'].map((name) => [name, latent(name, -90, 90)]));
  const draw = (rows: readonly number[], appearance: Appearance): Frames => {
    const size = format.width * format.height;
    const data = new Uint8Array(rows.length * size).fill(128);
    rows.forEach((row, index) => {
      const picture = data.subarray(index * size, (index + 1) * size);
      const alone = appearance === 'object-alone';
      const [x, y, scale] = alone ? [64, 64, 1] : [64 + ty[row] * 43, 64 - tz[row] * 43, s[row]];
      if (!alone)
        paintEllipses(picture, random.stream(`background ${row}`), { x: 64, y: 64, scale: 2, count: 30 });
      const object = random.stream(`object ${row % objects} pose ${Math.floor(row / objects)}`);
      paintEllipses(picture, object, { x, y, scale, count: 5 });
    });
    return { count: rows.length, height: format.height, width: format.width, channels: 1, data };
  };
  return {
    id: 'painted',
    key: 'painted',
    table: table({ stimulus_id: numbered.map(String), ty, tz, s, ...pose }),
    format,
    appearances: ['presented', 'object-alone'],
    frames: async (rows, appearance = 'presented') => draw(Array.from(rows), appearance),
    silhouettes: async () => {
      throw new RangeError('painted pictures have no silhouettes');
    },
    async *blocks(appearance = 'presented'): AsyncGenerator<FrameBlock> {
      for (let start = 0; start < images; start += blockSize)
        yield { start, frames: draw(numbered.slice(start, start + blockSize), appearance) };
    },
  };
}

function paintEllipses(
  picture: Uint8Array,
  stream: RandomStream,
  {
    x,
    y,
    scale,
    count,
  }: { readonly x: number; readonly y: number; readonly scale: number; readonly count: number },
): void {
  const { width, height } = format;
  for (let ellipse = 0; ellipse < count; ellipse++) {
    const [centreX, centreY] = [x + scale * stream.uniform(-25, 25), y + scale * stream.uniform(-25, 25)];
    const [halfWidth, halfHeight] = [scale * stream.uniform(5, 20), scale * stream.uniform(5, 20)];
    const grey = stream.integer(256);
    const bottom = Math.min(height - 1, centreY + halfHeight);
    for (let row = Math.max(0, Math.ceil(centreY - halfHeight)); row <= bottom; row++) {
      const half = halfWidth * Math.sqrt(Math.max(0, 1 - ((row - centreY) / halfHeight) ** 2));
      const left = Math.max(0, Math.ceil(centreX - half));
      const right = Math.min(width - 1, Math.floor(centreX + half));
      if (left <= right) picture.fill(grey, row * width + left, row * width + right + 1);
    }
  }
}
