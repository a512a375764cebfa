import type { NamedTensor } from '../../core/contracts/training.ts';
import { type ExternalData, externalEntry } from './external-data.ts';
import type { GraphMessage, TensorMessage } from './model-message.ts';

const float32 = 1;

/** The float32 weights of a graph, one after the other; those whose values are incomplete are left out. */
export function* readWeights({ initializer }: GraphMessage, external: ExternalData): Iterable<NamedTensor> {
  for (const tensor of initializer) {
    const { name, dataType } = tensor;
    const shape = tensor.dims.map(Number);
    const data = dataType === float32 ? valuesOf(tensor, external) : undefined;
    if (data?.length === shape.reduce((product, length) => product * length, 1)) yield { name, shape, data };
  }
}

function valuesOf(tensor: TensorMessage, external: ExternalData): Float32Array {
  if (tensor.floatData.length > 0) return Float32Array.from(tensor.floatData);
  const bytes = externalBytes(tensor, external) ?? tensor.rawData;
  return new Float32Array(Uint8Array.from(bytes.subarray(0, bytes.length - (bytes.length % 4))).buffer);
}

function externalBytes(tensor: TensorMessage, external: ExternalData): Uint8Array | undefined {
  const start = Number(externalEntry(tensor, 'offset') ?? 0);
  const length = externalEntry(tensor, 'length');
  return external
    .get(externalEntry(tensor, 'location') ?? '')
    ?.subarray(start, length === undefined ? undefined : start + Number(length));
}
