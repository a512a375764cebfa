import { createRequire } from 'node:module';
import { create, globals } from 'webgpu';
import type { Availability } from '../../core/contracts/plugin.ts';
import { EnvironmentError } from '../../core/errors/errors.ts';
import { withoutNativeMessages } from '../../core/native/messages.ts';

/** An open device of the machine's graphics. */
export interface GraphicsDevice {
  readonly device: GPUDevice;
  /** Driver and versions, for instance `webgpu 0.6.2, opengles, llvmpipe, Mesa 22.3.6`. */
  readonly description: string;
}

interface FoundAdapter {
  readonly adapter: GPUAdapter;
  readonly description: string;
}

const version: string = createRequire(import.meta.url)('webgpu/package.json').version;

const remedy =
  process.platform === 'linux'
    ? 'install Mesa with `apt-get install libegl1 libgl1-mesa-dri libegl-dev` or the like, then `npm run setup`'
    : "install or update the graphics driver; Neuroid draws with the system's own Vulkan, Metal or Direct3D";

/** Opens the machine's graphics. Throws EnvironmentError when there are none. */
export async function openGraphicsDevice(): Promise<GraphicsDevice> {
  const found = await findAdapter();
  if (!found) throw new EnvironmentError(`No graphics that WebGPU can use were found; ${remedy}.`);
  const { adapter, description } = found;
  defineConstants();
  const device = await adapter.requestDevice({
    requiredFeatures: [...adapter.features] as GPUFeatureName[],
  });
  return { device, description };
}

/**
 * Dawn's root object must outlive everything made from it, but collection knows no order, and the process crashes.
 * So it is tied to the library itself, which stays until the process ends.
 */
function keepToTheEnd(gpu: GPU): void {
  Reflect.set(globals, Symbol('root of an open device'), gpu);
}

/** Whether there are graphics that WebGPU can use. */
export async function graphicsAvailability(): Promise<Availability> {
  const found = await findAdapter();
  if (found) return { available: true, detail: found.description };
  return { available: false, reason: 'no graphics that WebGPU can use were found', remedy };
}

/** The system's own graphics, else OpenGL ES, which Mesa gives on the processor alone. */
async function findAdapter(): Promise<FoundAdapter | undefined> {
  if (process.platform === 'linux') process.env.EGL_PLATFORM ??= 'surfaceless';
  return (await tryAdapter([], 'native')) ?? (await tryAdapter(['backend=opengles'], 'opengles'));
}

async function tryAdapter(flags: readonly string[], backend: string): Promise<FoundAdapter | undefined> {
  try {
    const gpu = create([...flags]);
    const adapter = await withoutNativeMessages(() => gpu.requestAdapter({ featureLevel: 'compatibility' }));
    if (!adapter) return undefined;
    keepToTheEnd(gpu);
    return { adapter, description: describe(adapter.info, backend) };
  } catch {
    return undefined;
  }
}

function describe({ vendor, device, description }: GPUAdapterInfo, backend: string): string {
  return [`webgpu ${version}`, backend, vendor, device, description].filter(Boolean).join(', ');
}

/** three.js reads WebGPU's constants, such as GPUTextureUsage, from the global scope, as in a browser. */
function defineConstants(): void {
  for (const [name, value] of Object.entries(globals))
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value, configurable: true });
}
