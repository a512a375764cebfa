import { type Assembly, assembly } from '../assembly/assembly.ts';
import type { Frames } from '../contracts/pictures.ts';
import type { Drawing } from '../contracts/stimuli.ts';
import { assemblyCodec } from './assembly-codec.ts';
import { bundleCodec } from './bundle-codec.ts';
import type { Codec } from './codec.ts';

interface StoredDrawing {
  readonly frames: Assembly<Uint8Array>;
  readonly masks?: Assembly<Uint8Array>;
  readonly visible?: Assembly<Float64Array>;
}

/** Pictures and masks, each `[presentation, y, x, channel]`, and `visible`; geometry is not kept. */
export function drawingCodec(): Codec<Drawing> {
  const pictures = assemblyCodec<Uint8Array>();
  const stored = bundleCodec<StoredDrawing>({
    frames: pictures,
    masks: pictures,
    visible: assemblyCodec<Float64Array>(),
  });
  return {
    format: stored.format,
    write: (folder, { frames, masks, visible }) =>
      stored.write(folder, {
        frames: toAssembly(frames),
        ...(masks && { masks: toAssembly(masks) }),
        ...(visible && {
          visible: assembly({ dimensions: ['presentation'], shape: [visible.length], data: visible }),
        }),
      }),
    read: async (folder) => {
      const { frames, masks, visible } = await stored.read(folder);
      return {
        frames: toFrames(frames),
        ...(masks && { masks: toFrames(masks) }),
        ...(visible && { visible: visible.data }),
      };
    },
  };
}

function toAssembly({ count, height, width, channels, data }: Frames): Assembly<Uint8Array> {
  return assembly({
    dimensions: ['presentation', 'y', 'x', 'channel'],
    shape: [count, height, width, channels],
    data,
  });
}

function toFrames({ shape: [count, height, width, channels], data }: Assembly<Uint8Array>): Frames {
  return { count, height, width, channels: channels === 3 ? 3 : 1, data };
}
