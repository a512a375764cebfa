import { activationsInBatches } from '../backbones/batches.ts';
import { requireLayers } from '../backbones/layers.ts';
import type { Backbone } from '../contracts/backbone.ts';
import type { RandomStreams } from '../contracts/random.ts';
import type { Tensors } from '../contracts/tensors.ts';
import { layOut } from '../networks/lay-out.ts';
import { addLesion, type Lesions } from '../networks/lesions.ts';
import type { NetworkPlan } from '../networks/operations.ts';
import { fitToInput } from '../networks/pictures.ts';
import { createReaders } from '../networks/readers.ts';
import type { WeightFile } from '../networks/weight-file.ts';
import { assignVariables, createVariables, initialWeights } from '../networks/weights.ts';
import { createTrainedHead } from './head.ts';
import { trainNetwork } from './train-network.ts';

const batch = 64;

/**
 * A network with weights drawn from `random`, ready to be read, trained and lesioned.
 * @param learnt weights to begin with instead. Throws InputError where they do not fit.
 */
export function createNetworkBackbone(
  family: string,
  plan: NetworkPlan,
  tensors: Tensors,
  random: RandomStreams,
  learnt?: WeightFile,
): Backbone {
  const { tf } = tensors;
  const architecture = layOut(plan);
  const { layers } = architecture;
  const initial = () => learnt?.tensors ?? initialWeights(architecture.weights, random.scope('weights'));
  const weights = createVariables(tf, initialWeights(architecture.weights, random.scope('weights')));
  if (learnt) assignVariables(tf, weights, learnt.tensors);
  const network = { tensors, architecture, weights, initial };
  const head = createTrainedHead(tf);
  const readerOf = createReaders(network);

  const withLesions = (lesions: Lesions): Backbone => ({
    family,
    layers,
    ...(learnt && { fingerprint: learnt.digest }),
    activations: async (frames, _format, names) => {
      const wanted = requireLayers(layers, names);
      return activationsInBatches(frames, wanted, batch, (pictures) =>
        readerOf(lesions).layers(fitToInput(pictures, plan.input), names),
      );
    },
    lesioned: (layer, units) => withLesions(addLesion(architecture, lesions, layer, units)),
    trainable: {
      train: (training) => trainNetwork(network, training),
      restore: (checkpoint) => {
        assignVariables(tf, weights, checkpoint.weights);
        head.restore(checkpoint);
      },
      outputNames: head.names,
      outputs: async (frames) => {
        const outputs = { name: 'outputs', shape: [head.names().length] };
        const read = await activationsInBatches(frames, [outputs], batch, (pictures) => [
          head.read(() => readerOf(lesions).features(fitToInput(pictures, plan.input))),
        ]);
        return read.get(outputs.name) ?? new Float32Array();
      },
    },
  });
  return withLesions(new Map());
}
