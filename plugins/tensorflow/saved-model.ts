import protobuf from 'protobufjs/light.js';
import type { Graph, GraphAttribute, GraphNode } from '../../core/contracts/tensors.ts';

export const savedModelTag = 'serve';

/** Version of the graph format (graph_def_version of TensorFlow 2.9, the oldest in use here). */
const producer = 1087;
const dataTypes = { float32: 1, int32: 3 };

const repeated = 'repeated' as const;

/** The parts of saved_model.proto, graph.proto and attr_value.proto that a graph without variables needs. */
const nested = {
  SavedModel: {
    fields: {
      savedModelSchemaVersion: { type: 'int64', id: 1 },
      metaGraphs: { rule: repeated, type: 'MetaGraph', id: 2 },
    },
  },
  MetaGraph: { fields: { metaInfo: { type: 'MetaInfo', id: 1 }, graph: { type: 'GraphDef', id: 2 } } },
  MetaInfo: { fields: { tags: { rule: repeated, type: 'string', id: 4 } } },
  GraphDef: {
    fields: { node: { rule: repeated, type: 'Node', id: 1 }, versions: { type: 'Versions', id: 4 } },
  },
  Versions: { fields: { producer: { type: 'int32', id: 1 } } },
  Node: {
    fields: {
      name: { type: 'string', id: 1 },
      op: { type: 'string', id: 2 },
      input: { rule: repeated, type: 'string', id: 3 },
      attr: { keyType: 'string', type: 'Attribute', id: 5 },
    },
  },
  Attribute: {
    fields: {
      list: { type: 'List', id: 1 },
      s: { type: 'bytes', id: 2 },
      f: { type: 'float', id: 4 },
      type: { type: 'int32', id: 6 },
      shape: { type: 'Shape', id: 7 },
      tensor: { type: 'Tensor', id: 8 },
    },
  },
  List: { fields: { i: { rule: repeated, type: 'int64', id: 3 } } },
  Shape: { fields: { dim: { rule: repeated, type: 'Dimension', id: 2 } } },
  Dimension: { fields: { size: { type: 'int64', id: 1 } } },
  Tensor: {
    fields: {
      dtype: { type: 'int32', id: 1 },
      tensorShape: { type: 'Shape', id: 2 },
      tensorContent: { type: 'bytes', id: 4 },
    },
  },
};
const SavedModel = protobuf.Root.fromJSON({ nested }).lookupType('SavedModel');

/** A graph as the file `saved_model.pb`. */
export function encodeSavedModel({ inputs, nodes }: Graph): Uint8Array {
  const placeholders = inputs.map(({ name, shape }) => ({
    name,
    op: 'Placeholder',
    attr: { dtype: { type: dataTypes.float32 }, shape: { shape: shapeOf(shape) } },
  }));
  const graph = { node: [...placeholders, ...nodes.map(encodeNode)], versions: { producer } };
  return SavedModel.encode({
    savedModelSchemaVersion: 1,
    metaGraphs: [{ metaInfo: { tags: [savedModelTag] }, graph }],
  }).finish();
}

function encodeNode({ name, operation, inputs, attributes }: GraphNode): object {
  const attr = Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [key, encodeAttribute(value)]),
  );
  return { name, op: operation, input: inputs, attr };
}

function encodeAttribute(attribute: GraphAttribute): object {
  if ('type' in attribute) return { type: dataTypes[attribute.type] };
  if ('text' in attribute) return { s: Buffer.from(attribute.text) };
  if ('number' in attribute) return { f: attribute.number };
  if ('integers' in attribute) return { list: { i: attribute.integers } };
  const { values, shape } = attribute;
  const dtype = values instanceof Float32Array ? dataTypes.float32 : dataTypes.int32;
  const tensorContent = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return { tensor: { dtype, tensorShape: shapeOf(shape), tensorContent } };
}

function shapeOf(lengths: readonly number[]): object {
  return { dim: lengths.map((size) => ({ size })) };
}
