import {
  FloatType,
  NoColorSpace,
  REVISION,
  SRGBColorSpace,
  UnsignedByteType,
  WebGPURenderer,
} from 'three/webgpu';
import type { Geometry, Renderer, Rendering, RenderOptions, Stage } from '../../core/contracts/renderer.ts';
import { EnvironmentError } from '../../core/errors/errors.ts';
import { requireDrawable } from '../../core/stage/require-drawable.ts';
import { resolveSamples } from '../../core/stage/resolve-samples.ts';
import { openGraphicsDevice } from './graphics-device.ts';
import { createUnusedCanvas, ManualFrames } from './offscreen.ts';
import { PictureTarget } from './picture-target.ts';
import { ShapeMaterials } from './shape-materials.ts';

/**
 * Starts three.js on the machine's graphics. The stage is read before `render` gives its promise.
 * @param samples samples per pixel along each side
 */
export async function createThreeRenderer(samples: number): Promise<Renderer> {
  const { device, description } = await openGraphicsDevice();
  const three = new WebGPURenderer({ device, canvas: createUnusedCanvas(), antialias: false });
  const failures = collectFailures(three);
  await three.init();
  const frames = driveByHand(three);
  three.setClearColor(0x000000, 0);
  const colours = new PictureTarget<Uint8Array>(three, {
    type: UnsignedByteType,
    colorSpace: SRGBColorSpace,
  });
  const shapes = new PictureTarget<Float32Array>(three, { type: FloatType, colorSpace: NoColorSpace });
  const shapeMaterials = new ShapeMaterials();
  let drawn: Promise<unknown> = Promise.resolve();

  function drawColours({ scene, camera, width, height }: Stage): Promise<Uint8Array> {
    return colours.draw(width * samples, height * samples, () => three.render(scene, camera));
  }

  function drawShapes({ scene, camera, width, height }: Stage): Promise<Float32Array> {
    return shapes.draw(width, height, () => shapeMaterials.during(scene, () => three.render(scene, camera)));
  }

  async function render(stage: Stage, { geometry = false }: RenderOptions = {}): Promise<Rendering> {
    requireDrawable(stage);
    frames.advance();
    const reading = Promise.all([drawColours(stage), geometry ? drawShapes(stage) : undefined]);
    drawn = reading.catch(() => undefined);
    const [pixels, values] = await reading;
    if (failures.length > 0)
      throw new EnvironmentError(`The graphics (${description}) failed: ${failures[0]}.`);
    const rendering = resolveSamples(pixels, samples, stage);
    return values ? { ...rendering, geometry: geometryOf(values) } : rendering;
  }

  async function dispose(): Promise<void> {
    await drawn;
    colours.dispose();
    shapes.dispose();
    three.dispose();
    device.destroy();
  }

  return {
    identity: `three r${REVISION} (${description}), ${samples} x ${samples} samples`,
    render,
    dispose,
  };
}

/** From normals and depth per pixel; both are 0 beside the object. */
function geometryOf(values: Float32Array): Geometry {
  const pixels = values.length / 4;
  const depth = new Float32Array(pixels).fill(Infinity);
  const normals = new Float32Array(3 * pixels);
  for (let pixel = 0; pixel < pixels; pixel++) {
    if (values[4 * pixel + 3] === 0) continue;
    depth[pixel] = values[4 * pixel + 3];
    normals.set(values.subarray(4 * pixel, 4 * pixel + 3), 3 * pixel);
  }
  return { depth, normals };
}

/** Messages of drawing that went wrong on the device, which three.js would only print. */
function collectFailures(three: WebGPURenderer): readonly string[] {
  const failures: string[] = [];
  const collect = (failure: unknown) => {
    failures.push((failure as { readonly message?: string }).message ?? String(failure));
  };
  three.onError = collect;
  three.onDeviceLost = collect;
  return failures;
}

/** three.js waits for a page's next frame before it takes over changes; here every picture is a frame. */
function driveByHand(three: WebGPURenderer): ManualFrames {
  const frames = new ManualFrames();
  const { _animation: animation } = three as unknown as {
    readonly _animation: { setContext(context: ManualFrames): void };
  };
  animation.setContext(frames);
  return frames;
}
