import { env, InferenceSession, Tensor } from 'onnxruntime-node';
import type { PictureInput } from '../../core/backbones/pretrained/picture-input.ts';
import type { Output } from '../../core/backbones/pretrained/pretrained-backbone.ts';
import { InputError } from '../../core/errors/errors.ts';
import type { ExternalData } from './external-data.ts';

export const runtimeVersion = `onnxruntime ${env.versions.node}`;

const silent = 4;

/** Throws InputError where the runtime cannot take the model. */
export function openSession(
  bytes: Uint8Array,
  external: ExternalData,
  threads: number,
  file: string,
): Promise<InferenceSession> {
  return attempt('load', file, () =>
    InferenceSession.create(bytes, {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      logSeverityLevel: silent,
      externalData: [...external].map(([path, data]) => ({ path, data })),
    }),
  );
}

/** Runs a model of one input on pictures and reads the tensors of the given names. Throws InputError where it cannot run. */
export async function runSession(
  session: InferenceSession,
  pictures: Float32Array,
  { height, width, channels, layout }: PictureInput,
  tensors: readonly string[],
  file: string,
): Promise<readonly Output[]> {
  const count = pictures.length / (height * width * channels);
  const sides = layout === 'nchw' ? [channels, height, width] : [height, width, channels];
  const given = new Tensor('float32', pictures, [count, ...sides]);
  const outputs = await attempt('run', file, () =>
    session.run({ [session.inputNames[0]]: given }, [...new Set(tensors)]),
  );
  return tensors.map((name) => {
    const { type, dims, data } = outputs[name];
    return { dtype: type, shape: dims, data: data as Float32Array };
  });
}

export function inputsOf({ inputMetadata }: InferenceSession) {
  return inputMetadata.map((input) =>
    input.isTensor
      ? {
          dtype: input.type,
          shape: input.shape.map((length) => (typeof length === 'number' ? length : null)),
        }
      : { dtype: 'no tensor', shape: [] },
  );
}

async function attempt<Result>(what: string, file: string, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action();
  } catch (error) {
    throw new InputError(explain((error as Error).message, what), { file }, { cause: error });
  }
}

/** The ways in which ONNX Runtime names an operation that it does not have. */
const lacking = /(?:No Op registered for|implementation for) (\w+)|([\w.:]+)\(-?\d+\) is not a registered/;

function explain(message: string, what: string): string {
  const operation = lacking.exec(message)?.slice(1).join('');
  if (operation)
    return `it uses the operation ${operation}, which ${runtimeVersion} lacks; export it with another opset or without it.`;
  const [reason] = message.split('\n');
  const told = reason
    .replace(/^.*Status Message: /, '')
    .replace(/^\S*onnxruntime_src\S+ .*? was false\. /, '');
  return `ONNX Runtime cannot ${what} this model: ${told}`;
}
