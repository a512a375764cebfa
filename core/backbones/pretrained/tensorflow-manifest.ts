import { z } from 'zod';
import { InputError } from '../../errors/errors.ts';

const bytesPerValue = {
  float32: 4,
  float16: 2,
  int32: 4,
  uint16: 2,
  uint8: 1,
  bool: 1,
} as const;

const dtype = z.enum(['float32', 'int32', 'bool']);
const WeightSchema = z.looseObject({
  name: z.string(),
  shape: z.array(z.int().min(0)),
  dtype,
  quantization: z.looseObject({ dtype: z.enum(['uint8', 'uint16', 'float16']) }).optional(),
});

const ManifestSchema = z.looseObject({
  modelTopology: z.record(z.string(), z.unknown()),
  weightsManifest: z.array(z.object({ paths: z.array(z.string()).min(1), weights: z.array(WeightSchema) })),
});

/** What `model.json` says: the topology, and which weights stand in which files. */
export type TensorflowManifest = z.infer<typeof ManifestSchema>;
export type WeightGroup = TensorflowManifest['weightsManifest'][number];
export type ModelFormat = 'LayersModel' | 'GraphModel';

const readers = { LayersModel: 'tfjs-layers-model', GraphModel: 'tfjs-graph-model' };

/** Reads the text of a `model.json`. Throws InputError when it is none of the format. */
export function parseManifest(text: string, format: ModelFormat, file: string): TensorflowManifest {
  const content = parseJson(text, file);
  const { data, error } = ManifestSchema.safeParse(content);
  if (!data) {
    const [{ path, message }] = error.issues;
    throw new InputError(`not a TensorFlow.js ${format}: ${path.join('.') || 'the file'}: ${message}.`, {
      file,
    });
  }
  const found = 'node' in data.modelTopology ? 'GraphModel' : 'LayersModel';
  if (found !== format)
    throw new InputError(`this is a ${found}; name the plugin ${readers[found]} for it.`, { file });
  return data;
}

/** Bytes that the weights of a group take on disk. */
export function bytesOf({ weights }: WeightGroup): number {
  return weights.reduce((sum, { shape, dtype, quantization }) => {
    const values = shape.reduce((product, length) => product * length, 1);
    return sum + values * bytesPerValue[quantization?.dtype ?? dtype];
  }, 0);
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`not JSON: ${(error as Error).message}.`, { file }, { cause: error });
  }
}
