import { REVISION, RenderTarget, SRGBColorSpace, UnsignedByteType, WebGPURenderer } from 'three/webgpu';
import type { Renderer, Rendering, Stage } from '../../core/contracts/renderer.ts';
import { EnvironmentError } from '../../core/errors/errors.ts';
import { resolveSamples } from '../../core/stage/resolve-samples.ts';
import { openGraphicsDevice } from './graphics-device.ts';
import { createUnusedCanvas, ManualFrames } from './offscreen.ts';

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
  let target = createTarget(1, 1);
  let drawn: Promise<unknown> = Promise.resolve();

  function draw({ scene, camera, width, height }: Stage): Promise<Uint8Array> {
    const [across, down] = [width * samples, height * samples];
    if (target.width !== across || target.height !== down) {
      target.dispose();
      target = createTarget(across, down);
    }
    frames.advance();
    three.setRenderTarget(target);
    three.render(scene, camera);
    return three.readRenderTargetPixelsAsync(target, 0, 0, across, down) as Promise<Uint8Array>;
  }

  async function render(stage: Stage): Promise<Rendering> {
    const reading = draw(stage);
    drawn = reading.catch(() => undefined);
    const pixels = await reading;
    if (failures.length > 0)
      throw new EnvironmentError(`The graphics (${description}) failed: ${failures[0]}.`);
    return resolveSamples(pixels, samples, stage);
  }

  async function dispose(): Promise<void> {
    await drawn;
    target.dispose();
    three.dispose();
    device.destroy();
  }

  return {
    identity: `three r${REVISION} (${description}), ${samples} x ${samples} samples`,
    render,
    dispose,
  };
}

function createTarget(width: number, height: number): RenderTarget {
  return new RenderTarget(width, height, { type: UnsignedByteType, colorSpace: SRGBColorSpace });
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
