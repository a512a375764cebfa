import { Color } from 'three';
import type { ObjectParameters } from '../../../core/contracts/object-source.ts';
import type { RandomStream } from '../../../core/contracts/random.ts';
import { InputError } from '../../../core/errors/errors.ts';
import { didYouMean } from '../../../core/errors/suggestions.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';

/** Belongs to the plugin, not to the scene: an object is the same in every scene. */
const seed = 'procedural-objects';

export interface Individual {
  /** The object whose streams the parameters are drawn from, for instance `faces-1`. */
  readonly root: string;
  /** Place of the root within its category, from 0. */
  readonly index: number;
  /** Parameters that are given instead of drawn. */
  readonly given: ObjectParameters;
  /** Whether given numbers may lie outside of the range that they would be drawn from. */
  readonly unbounded: boolean;
}

type Value = ObjectParameters[string];

/**
 * The named parameters that make one object what it is. Each is drawn from a stream of its own, named after object and
 * parameter, so that a new parameter leaves the others as they are; or it is given. All that were asked for are recorded.
 */
export class Identity {
  readonly #individual: Individual;
  readonly #values = new Map<string, Value>();

  constructor(individual: Individual) {
    this.#individual = individual;
  }

  /** Those asked for so far, in that order. */
  get parameters(): ObjectParameters {
    return Object.fromEntries(this.#values);
  }

  /**
   * A number of the range, evenly distributed.
   * @param usual the part of the range that numbers are drawn from; all of it by default
   */
  number(
    name: string,
    low: number,
    high: number,
    usual: readonly [low: number, high: number] = [low, high],
  ): number {
    const { unbounded } = this.#individual;
    const fits = (value: Value) =>
      typeof value === 'number' && (unbounded || (value >= low && value <= high));
    return this.#take(name, fits, `a number from ${low} to ${high}`, (random) =>
      random.uniform(...usual),
    ) as number;
  }

  /** A number that differs from the usual one by at most a share of it. */
  near(name: string, usual: number, share = 0.1): number {
    const reach = Math.abs(usual) * share;
    return this.number(name, rounded(usual - reach), rounded(usual + reach));
  }

  /** A shade of a colour, or of one of several. @param amount 1 keeps the name of the colour, 0 keeps the colour */
  colour(name: string, base: string | readonly string[], amount = 1): Color {
    const fits = (value: Value) => typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value);
    const shade = (random: RandomStream) => {
      const shift = (range: number) => random.uniform(-range, range) * amount;
      const colour = new Color(typeof base === 'string' ? base : random.pick(base));
      return `#${colour.offsetHSL(shift(0.02), shift(0.06), shift(0.045)).getHexString()}`;
    };
    return new Color(this.#take(name, fits, 'a colour like "#c08060"', shade) as string);
  }

  /** One of the options. @param usual taken instead of a random one */
  choice<Option extends string>(name: string, options: readonly Option[], usual?: Option): Option {
    const fits = (value: Value) => options.includes(value as Option);
    const names = options.map((option) => `"${option}"`).join(', ');
    return this.#take(name, fits, `one of ${names}`, (random) => usual ?? random.pick(options)) as Option;
  }

  /** Yes or no. @param probability of yes */
  flag(name: string, probability: number): boolean {
    const fits = (value: Value) => typeof value === 'boolean';
    return this.#take(name, fits, 'true or false', (random) => random.uniform() < probability) as boolean;
  }

  /** One of the kinds by its name, recorded as `kind`; they take turns, so that neighbours differ. */
  kind<Kind>(kinds: Readonly<Record<string, Kind>>): Kind {
    const names = Object.keys(kinds);
    return kinds[this.choice('kind', names, names[this.#individual.index % names.length])];
  }

  /** Throws InputError when a parameter was given that nobody asked for. */
  requireAllUsed(): void {
    for (const name of Object.keys(this.#individual.given))
      if (!this.#values.has(name))
        throw new InputError(
          `procedural-objects: ${this.#individual.root} has no parameter "${name}"; ${didYouMean(name, [...this.#values.keys()])}`,
        );
  }

  #take(
    name: string,
    fits: (value: Value) => boolean,
    expected: string,
    draw: (random: RandomStream) => Value,
  ): Value {
    const { given, root } = this.#individual;
    const value = Object.hasOwn(given, name)
      ? given[name]
      : draw(createRandomStreams(seed, root).stream(name));
    if (!fits(value))
      throw new InputError(
        `procedural-objects: ${name} of ${root} must be ${expected}, not ${JSON.stringify(value)}.`,
      );
    this.#values.set(name, value);
    return value;
  }
}

/** Without the last digits, which are rounding errors that nobody wants to read in a message. */
function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
