import type { RandomStream, RandomStreams } from '../contracts/random.ts';
import type { SimulatedOptions } from './simulated-options.ts';

/**
 * The neurons of all sites, site by site: the first is the site's own, the others are its neighbours. A site's neurons
 * do not depend on the sites after it, nor on how many neighbours there are.
 */
export function drawSiteNeurons<Neuron>(
  { neuroids, multiUnit }: Pick<SimulatedOptions, 'neuroids' | 'multiUnit'>,
  random: RandomStreams,
  draw: (stream: RandomStream) => Neuron,
  drawNeighbour: (of: Neuron, stream: RandomStream) => Neuron,
): readonly Neuron[] {
  return Array.from({ length: neuroids }, (_, site) => {
    const own = draw(random.stream(String(site)));
    const neighbours = Array.from({ length: multiUnit - 1 }, (_, neighbour) =>
      drawNeighbour(own, random.stream(`${site} neighbour ${neighbour + 1}`)),
    );
    return [own, ...neighbours];
  }).flat();
}

/** The first neuron of every site. */
export function ownNeurons<Neuron>(neurons: readonly Neuron[], multiUnit: number): readonly Neuron[] {
  return neurons.filter((_, index) => index % multiUnit === 0);
}
