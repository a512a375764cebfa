import { createRandomStreams } from '../../core/random/streams.ts';
import type { BackboneTruth } from './evidence.ts';

/** Backbones as the talk has them: the better they categorise, the more of IT they explain. */
export const talkBackbones: readonly BackboneTruth[] = [
  classic('pixels', 'pixels', 0.2, { V1: 0.31, V4: 0.08, IT: 0.04 }),
  classic('v1-like', 'classic', 0.34, { V1: 0.86, V4: 0.24, IT: 0.12 }),
  classic('v2-like', 'classic', 0.41, { V1: 0.62, V4: 0.34, IT: 0.2 }),
  classic('sift', 'classic', 0.38, { V1: 0.4, V4: 0.28, IT: 0.17 }),
  classic('hmax', 'classic', 0.44, { V1: 0.66, V4: 0.36, IT: 0.22 }),
  deep('cnn', 'cnn', 0.81, 1),
  deep('cnn-deep', 'cnn', 0.84, 1.06),
  deep('recurrent-cnn', 'recurrent', 0.79, 0.97),
  deep('cnn-untrained', 'untrained', 0.45, 0.5),
  ...randomNets(20),
];

function classic(id: string, family: string, accuracy: number, best: Record<string, number>): BackboneTruth {
  const profiles = Object.fromEntries(Object.entries(best).map(([region, value]) => [region, [value]]));
  return { id, family, accuracy, profiles };
}

function deep(id: string, family: string, accuracy: number, strength: number): BackboneTruth {
  const scaled = (profile: readonly number[]) => profile.map((value) => value * strength);
  return {
    id,
    family,
    accuracy,
    profiles: {
      V1: scaled([0.82, 0.97, 0.66, 0.41, 0.3, 0.22]),
      V4: scaled([0.14, 0.36, 0.5, 0.53, 0.42, 0.31]),
      IT: scaled([0.05, 0.15, 0.27, 0.38, 0.46, 0.49]),
    },
  };
}

function randomNets(count: number): readonly BackboneTruth[] {
  const stream = createRandomStreams('random nets').stream('strength');
  return Array.from({ length: count }, (_, index) => {
    const strength = stream.uniform(0.3, 1);
    const accuracy = 0.2 + 0.3 * strength + stream.normal(0, 0.03);
    const profiles = {
      V1: [0.7 * strength, 0.5 * strength],
      V4: [0.22 * strength, 0.35 * strength],
      IT: [0.12 * strength, 0.26 * strength],
    };
    return {
      id: `random-${String(index + 1).padStart(2, '0')}`,
      family: 'random-filter',
      accuracy,
      profiles,
    };
  });
}
