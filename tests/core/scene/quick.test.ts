import { InputError } from '../../../core/errors/errors.ts';
import { sceneFrom } from '../../../core/scene/read-scene.ts';

const scene = (quick: string) => `scene: small
variables: { epochs: 12 }
stimuli:
  - { id: test, plugin: rendered-objects, imagesPerObject: { V0: 3, V3: 9 } }
backbones:
  - pixels
  - { id: random, plugin: cnn, sample: 40 }
  - { id: net, plugin: cnn, train: { objective: category-objective, on: test, epochs: "\${epochs}" } }
bootstrap: { draws: 500, level: 0.9 }
${quick}
`;
const quick = (text: string) => sceneFrom(scene(text), 'small.yaml', { quick: true });

function complaint(text: string, read = quick): string {
  try {
    read(text);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  throw new Error('the scene was accepted');
}

describe('the quick variant of a scene', () => {
  test('mappings are merged, entries found by id, values replaced; the rest stays', () => {
    const { options, backbones } = quick(`quick:
  variables: { epochs: 2 }
  stimuli: { test: { imagesPerObject: { V3: 1 } } }
  backbones: { random: { sample: 2 }, pixels: { scored: [pixels] } }
  bootstrap: { draws: 100 }`);
    expect(options.scene).toBe('small-quick');
    expect(options.stimuli[0].imagesPerObject).toEqual({ V0: 3, V3: 1 });
    expect(backbones.map(({ options: { id } }) => id)).toEqual(['pixels', 'random-1', 'random-2', 'net']);
    expect(options.backbones[0]).toEqual({ id: 'pixels', plugin: 'pixels', scored: ['pixels'] });
    expect(options.backbones[2].train?.epochs).toBe(2);
    expect(options.bootstrap).toMatchObject({ draws: 100, level: 0.9 });
  });

  test('changes nothing without being asked for, but is checked all the same', () => {
    const read = (text: string) => sceneFrom(scene(text), 'small.yaml');
    expect(read('quick: { bootstrap: { draws: 100 } }').options).toMatchObject({
      scene: 'small',
      bootstrap: { draws: 500 },
    });
    expect(complaint('quick: { bootstrap: { draws: 1 } }', read)).toMatch(
      /^small.yaml:10:30: bootstrap.draws is 1;/,
    );
  });

  test('complaints point at what was written, in quick or elsewhere', () => {
    expect(complaint('quick: { backbones: { random: { sample: 0 } } }')).toMatch(
      /^small.yaml:10:41: backbones.1.sample is 0; it must be at least 1/,
    );
    expect(complaint('quick: { backbones: { net: { train: { epoch: 1 } } } }')).toMatch(
      /^small.yaml:10:39: unknown key backbones.2.train.epoch; did you mean "epochs"/,
    );
    expect(complaint('quick: { backbones: { nets: { sample: 1 } } }')).toBe(
      'small.yaml:10:23: backbones has no "nets"; did you mean "net"?',
    );
    expect(complaint('quick: { bootstrap: 5 }').startsWith('small.yaml:10:21: bootstrap is 5;')).toBe(true);
    expect(complaint('quick: { bootstrap: { draws: 100 } }\nunheard: 1')).toMatch(/^small.yaml:11:1: /);
  });

  test('a scene without one, or with one that is no mapping, is refused', () => {
    expect(complaint('')).toMatch(/no quick variant; add the key quick/);
    expect(complaint('quick: [1]')).toMatch(/^small.yaml:10:8: quick must be a mapping/);
  });
});
