import { join } from 'node:path';

const plugins = join(import.meta.dirname, 'plugins');

export interface SmallScene {
  readonly stimuli?: string;
  readonly backbones?: string;
  readonly populations?: string;
  readonly rest?: string;
}

/** A scene that runs in a second: gratings, pixels and neuroids that weigh pixels. */
export function smallScene({
  stimuli = '{ id: gratings, plugin: gratings }',
  backbones = '{ id: pixels, plugin: pixels, size: 12 }',
  populations = '{ id: V1, plugin: pixel-neuroids }',
  rest = '',
}: SmallScene = {}): string {
  return `scene: small
seed: 1
plugins:
  - ${join(plugins, 'gratings.ts')}
  - ${join(plugins, 'pixel-neuroids.ts')}
  - ${join(plugins, 'broken-backbone.ts')}
  - ${join(plugins, 'contrast-backbone.ts')}
linear-algebra: plain-algebra
stimuli: [${stimuli}]
backbones: [${backbones}]
populations: [${populations}]
readout: { plugin: ridge }
protocols: [{ id: folds, split: k-fold, folds: 3 }]
bootstrap: { draws: 20 }
performance: { readout: { plugin: ridge, penalty: 1 }, folds: 3 }
reporters: [json-results]
${rest}
`;
}
