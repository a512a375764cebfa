import type { Tensors } from '../../core/contracts/tensors.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import native from '../../plugins/tensorflow/index.ts';
import wasm from '../../plugins/tensorflow-wasm/index.ts';

/** The best tensor engine of this machine. */
export async function startTensorEngine(): Promise<Tensors> {
  const instance = {
    id: 'tensors',
    random: createRandomStreams('tensors'),
    resolvePath: (path: string) => path,
  };
  const availability = await native.availability?.();
  return availability?.available ? native.create({}, {}, instance) : wasm.create({}, {}, instance);
}
