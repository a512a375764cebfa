import type { Object3D } from 'three';
import { RenderTarget, SRGBColorSpace, WebGPURenderer } from 'three/webgpu';
import type { Renderer, Stage } from '../core/contracts/renderer.ts';
import { createTheatre } from '../core/stage/theatre.ts';
import objectsPlugin from '../plugins/procedural-objects/index.ts';
import software from '../plugins/software-renderer/index.ts';
import { openGraphicsDevice } from '../plugins/three-renderer/graphics-device.ts';
import three from '../plugins/three-renderer/index.ts';
import { createUnusedCanvas, ManualFrames } from '../plugins/three-renderer/offscreen.ts';
import { instance } from './compare.ts';

/**
 * One process that draws procedural objects over and over and tells how fast, as JSON:
 * `node --import tsx benchmarks/render-loop.ts bare|three|software SIZE PICTURES`. `bare` is three.js alone: the scene is
 * drawn and its pixels are read back, nothing else.
 */
const [mode, size, pictures] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const samples = 2;
const picturesPerObject = 10;

const drawers: Record<string, () => Promise<(stage: Stage) => Promise<unknown>>> = {
  bare: bareLoop,
  three: async () => drawerOf(await three.create({ samples }, {}, instance)),
  software: async () => drawerOf(await software.create({ samples }, {}, instance)),
};

const objects = await loadObjects();
const draw = await drawers[mode]();
const theatre = createTheatre(size, size);
const { uniform } = instance.random.stream('poses');
for (const object of objects) await drawOne(object);
const [began, processor] = [performance.now(), process.cpuUsage()];
const memory: number[] = [];
for (let picture = 0; picture < pictures; picture++) {
  await drawOne(objects[Math.floor(picture / picturesPerObject) % objects.length]);
  if ((picture + 1) % Math.ceil(pictures / 4) === 0) memory.push(process.memoryUsage().rss / 1e6);
}
const seconds = (performance.now() - began) / 1000;
const { user, system } = process.cpuUsage(processor);
process.stdout.write(JSON.stringify({ pictures, seconds, processor: (user + system) / 1e6, memory }));
process.exit();

async function loadObjects(): Promise<readonly Object3D[]> {
  const source = await objectsPlugin.create(objectsPlugin.options.parse({ perCategory: 3 }), {}, instance);
  const descriptions = await source.objects();
  return Promise.all(descriptions.map(({ object_name }) => source.load(object_name)));
}

/** At V6, so far as size and pose go. */
function drawOne(object: Object3D): Promise<unknown> {
  const pose = { rxy: uniform(-90, 90), rxz: uniform(-90, 90), ryz: uniform(-168, 168) };
  const latents = { s: 1.6 ** uniform(-1, 1), ty: uniform(-0.6, 0.6), tz: uniform(-1.2, 1.2), ...pose };
  return draw(theatre.set({ object, latents, background: undefined }));
}

function drawerOf(renderer: Renderer): (stage: Stage) => Promise<unknown> {
  return (stage) => renderer.render(stage);
}

async function bareLoop(): Promise<(stage: Stage) => Promise<unknown>> {
  const { device } = await openGraphicsDevice();
  const renderer = new WebGPURenderer({ device, canvas: createUnusedCanvas(), antialias: false });
  await renderer.init();
  const frames = new ManualFrames();
  const { _animation: animation } = renderer as unknown as {
    readonly _animation: { setContext(context: ManualFrames): void };
  };
  animation.setContext(frames);
  const side = size * samples;
  const target = new RenderTarget(side, side, { colorSpace: SRGBColorSpace });
  renderer.setRenderTarget(target);
  return ({ scene, camera }) => {
    frames.advance();
    renderer.render(scene, camera);
    return renderer.readRenderTargetPixelsAsync(target, 0, 0, side, side);
  };
}
