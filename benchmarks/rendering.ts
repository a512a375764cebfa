import { resourceUsage } from 'node:process';
import type { Object3D } from 'three';
import type { Plugin } from '../core/contracts/plugin.ts';
import type { Renderer } from '../core/contracts/renderer.ts';
import { createRandomStreams } from '../core/random/streams.ts';
import { disposeObject } from '../core/stage/dispose-object.ts';
import { createTheatre } from '../core/stage/theatre.ts';
import objectsPlugin from '../plugins/procedural-objects/index.ts';
import software from '../plugins/software-renderer/index.ts';
import three from '../plugins/three-renderer/index.ts';

/** Pictures per second of every renderer: `node --import tsx benchmarks/rendering.ts [pictures] [size]`. */
const pictures = Number(process.argv[2] ?? 500);
const size = Number(process.argv[3] ?? 128);
const perObject = 10;
const instance = {
  id: 'benchmark',
  random: createRandomStreams('benchmark'),
  resolvePath: (path: string) => path,
};
const source = await objectsPlugin.create(objectsPlugin.options.parse({}), {}, instance);
const names = (await source.objects()).map(({ object_name }) => object_name);

for (const plugin of [three, software] as unknown as readonly Plugin<Renderer>[]) {
  const availability = await plugin.availability?.();
  if (availability?.available === false) {
    console.log(`${plugin.id}: ${availability.reason}; ${availability.remedy}`);
    continue;
  }
  const renderer = await plugin.create(plugin.options.parse({}), {}, instance);
  await measure(renderer);
  await renderer.dispose();
}

async function measure(renderer: Renderer): Promise<void> {
  const theatre = createTheatre(size, size);
  const { uniform } = instance.random.stream('poses');
  let wall = 0;
  let processor = 0;
  let previous: Object3D | undefined;
  for (let start = 0; start < pictures; start += perObject) {
    const object = await source.load(names[(start / perObject) % names.length]);
    const before = [performance.now(), processorTime()];
    for (let picture = start; picture < Math.min(pictures, start + perObject); picture++) {
      const latents = { s: 1.2, ty: 0, tz: 0, rxy: uniform(-90, 90), rxz: uniform(-90, 90), ryz: 0 };
      await renderer.render(theatre.set({ object, latents, background: undefined }));
    }
    wall += performance.now() - before[0];
    processor += processorTime() - before[1];
    if (previous) disposeObject(previous);
    previous = object;
  }
  const rate = ((1000 * pictures) / wall).toFixed(0);
  const cost = (processor / pictures).toFixed(1);
  const memory = (process.memoryUsage().rss / 1e6).toFixed(0);
  console.log(
    `${renderer.identity}: ${rate} pictures/s at ${size} px, ${cost} ms of processor each, ${memory} MB`,
  );
}

/** Milliseconds that the process has computed on all cores. */
function processorTime(): number {
  const { userCPUTime, systemCPUTime } = resourceUsage();
  return (userCPUTime + systemCPUTime) / 1000;
}
