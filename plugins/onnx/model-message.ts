import protobuf from 'protobufjs/light.js';
import { InputError } from '../../core/errors/errors.ts';

/** The parts of an ONNX file (onnx.proto3) that are read here; everything else is skipped over. */
const { nested } = {
  nested: {
    Model: { fields: { graph: { type: 'Graph', id: 7 } } },
    Graph: {
      fields: {
        node: { rule: 'repeated', type: 'Node', id: 1 },
        initializer: { rule: 'repeated', type: 'Tensor', id: 5 },
        output: { rule: 'repeated', type: 'Value', id: 12 },
      },
    },
    Node: {
      fields: {
        output: { rule: 'repeated', type: 'string', id: 2 },
        name: { type: 'string', id: 3 },
        metadata: { rule: 'repeated', type: 'Entry', id: 9 },
      },
    },
    Tensor: {
      fields: {
        dims: { rule: 'repeated', type: 'int64', id: 1 },
        dataType: { type: 'int32', id: 2 },
        floatData: { rule: 'repeated', type: 'float', id: 4 },
        name: { type: 'string', id: 8 },
        rawData: { type: 'bytes', id: 9 },
        externalData: { rule: 'repeated', type: 'Entry', id: 13 },
      },
    },
    Value: { fields: { name: { type: 'string', id: 1 } } },
    Entry: { fields: { key: { type: 'string', id: 1 }, value: { type: 'string', id: 2 } } },
  },
};
const Model = protobuf.Root.fromJSON({ nested }).lookupType('Model');

interface Entry {
  readonly key: string;
  readonly value: string;
}

export interface NodeMessage {
  readonly output: readonly string[];
  readonly name: string;
  readonly metadata: readonly Entry[];
}

export interface TensorMessage {
  readonly dims: readonly { toString(): string }[];
  readonly dataType: number;
  readonly floatData: readonly number[];
  readonly name: string;
  readonly rawData: Uint8Array;
  readonly externalData: readonly Entry[];
}

export interface GraphMessage {
  readonly node: readonly NodeMessage[];
  readonly initializer: readonly TensorMessage[];
  readonly output: readonly { readonly name: string }[];
}

/** Reads an ONNX file. Throws InputError where it is none, or cut off. */
export function parseGraph(bytes: Uint8Array, file: string): GraphMessage {
  const { graph } = decode(bytes, file);
  if (graph && graph.node.length > 0) return graph;
  throw new InputError('the file holds no ONNX graph.', { file });
}

function decode(bytes: Uint8Array, file: string): { readonly graph?: GraphMessage | null } {
  try {
    return Model.decode(bytes) as { readonly graph?: GraphMessage | null };
  } catch (error) {
    throw new InputError(
      `the file is damaged or no ONNX model (${(error as Error).message}).`,
      { file },
      { cause: error },
    );
  }
}

/**
 * The model with further outputs. Of protocol buffers that stand one behind the other, repeated fields are joined: the
 * outputs are appended and the weights stay as they are.
 */
export function withOutputs(bytes: Uint8Array, names: readonly string[]): Uint8Array {
  const output = names.map((name) => ({ name }));
  return Buffer.concat([bytes, Model.encode({ graph: { output } } as never).finish()]);
}
