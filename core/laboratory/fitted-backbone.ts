import type { Backbone } from '../contracts/backbone.ts';
import type { RandomStreams } from '../contracts/random.ts';
import type { StimulusSet } from '../contracts/stimuli.ts';
import type { NamedTensor } from '../contracts/training.ts';
import { InputError } from '../errors/errors.ts';
import type { Scene } from '../scene/read-scene.ts';
import { artifact } from '../store/artifact.ts';
import type { Key } from '../store/key.ts';
import type { Store } from '../store/store.ts';
import { tensorsCodec } from '../store/tensors-codec.ts';
import type { Built } from './builder.ts';
import { presentedSet } from './staged-stimuli.ts';

export interface FittedBackbone {
  /** What was fitted included. */
  readonly key: Key;
  /** With what was fitted in place; fits when the store does not have it. */
  ready(): Promise<Backbone>;
}

/**
 * A backbone with what it takes from pictures alone, as its key `fit` says. Throws InputError, before anything is
 * drawn, where that is missing, has no use, or would look at the presented pictures.
 */
export function stageFitting(
  index: number,
  scene: Scene,
  { id, plugin, part, key: unfitted }: Built<Backbone>,
  sets: ReadonlyMap<string, StimulusSet>,
  services: { readonly store: Store; readonly random: RandomStreams },
): FittedBackbone {
  const { options, path } = scene.backbones[index];
  const { fit, train } = options;
  const { fittable } = part;
  const presented = presentedSet(scene, sets);
  const refuse = (message: string, ...key: string[]) =>
    new InputError(message, scene.document.placeOf([...path, ...key]));
  if (!fit && !fittable) return { key: unfitted, ready: async () => part };
  if (!fittable)
    throw refuse(
      `the backbone "${id}" takes nothing from pictures (its plugin "${plugin.id}" has nothing to fit); remove fit.`,
      'fit',
    );
  if (!fit) {
    const other = [...sets.values()].find(({ key }) => key !== presented.key);
    throw refuse(
      `the backbone "${id}" needs ${fittable.what}, fitted to pictures that are not presented; add fit: ` +
        (other
          ? `{ on: ${other.id}, pictures: ${Math.min(200, other.table.length)} }.`
          : '{ on: ID, pictures: 200 } with the id of a further stimulus set.'),
    );
  }
  if (train)
    throw refuse(`the backbone "${id}" cannot be both fitted and trained; remove one of them.`, 'fit');
  const stimuli = sets.get(fit.on);
  if (!stimuli) throw new RangeError(`no stimulus set ${fit.on}`);
  if (stimuli.key === presented.key)
    throw refuse(
      `"${fit.on}" is what is presented, and nothing is fitted on what it is tested on; name another stimulus set.`,
      'fit',
      'on',
    );
  const available = stimuli.table.length;
  if (fit.pictures > available)
    throw refuse(
      `fit asks for ${fit.pictures} pictures, but "${fit.on}" has ${available}; ask for at most ${available}.`,
      'fit',
      'pictures',
    );

  const random = services.random.scope(`fitting/${id}`);
  const rows = random.stream('pictures').permutation(available).slice(0, fit.pictures);
  const fitted = artifact<readonly NamedTensor[]>(services.store, {
    kind: 'fitted',
    key: { backbone: unfitted, stimuli: stimuli.key, pictures: fit.pictures, random: random.name },
    codec: tensorsCodec(),
    compute: async () => fittable.fit(await stimuli.frames(rows), stimuli.format, random),
  });
  let restored: Promise<Backbone> | undefined;
  const restore = async () => {
    fittable.restore(await fitted.read());
    return part;
  };
  return {
    key: fitted.key,
    ready: () => {
      restored ??= restore();
      return restored;
    },
  };
}
