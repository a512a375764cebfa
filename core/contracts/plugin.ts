import type { z } from 'zod';
import type { Injected, Needs } from '../container/token.ts';
import type { RandomStream, RandomStreams } from './random.ts';
import type { StimulusSource } from './stimuli.ts';

/** A place where plugins plug in: a contract and its name in scenes and messages. */
export interface ExtensionPoint<Part> {
  /** For instance `backbone`; shown by `neuroid plugins list`. */
  readonly kind: string;
  readonly summary: string;
  /** Carries the type only; never set. */
  readonly gives?: Part;
}

export function extensionPoint<Part>(kind: string, summary: string): ExtensionPoint<Part> {
  return { kind, summary };
}

/** Parts of a part, by the option name under which the scene configures them. */
export type Parts = Readonly<Record<string, ExtensionPoint<unknown>>>;

export type InjectedParts<P extends Parts> = {
  readonly [Name in keyof P]: P[Name] extends ExtensionPoint<infer Part> ? Part : never;
};

/** What the laboratory tells a part about the place it has in the scene. */
export interface Instance {
  /** The id given in the scene; unique within its section. */
  readonly id: string;
  /** Streams that belong to this instance alone. */
  readonly random: RandomStreams;
  /** Resolves a path given in the scene against the folder of the scene file. */
  resolvePath(path: string): string;
  /** For stimulus sources that name others in `stimulusSets`: these, by id. */
  readonly stimulusSources?: ReadonlyMap<string, StimulusSource>;
}

export type Availability =
  | { readonly available: true; readonly detail: string }
  | { readonly available: false; readonly reason: string; readonly remedy: string };

/** A plugin as typed data: everything the laboratory must know before it builds a part. */
export interface Plugin<Part = unknown, Options = unknown, N extends Needs = Needs, P extends Parts = Parts> {
  readonly extends: ExtensionPoint<Part>;
  readonly id: string;
  /** Belongs to every cache key: raise it whenever the same options give other numbers. */
  readonly version: string;
  readonly summary: string;
  readonly citation?: string;
  /** Schema of the options a scene may give; unknown keys are refused by `z.strictObject`. */
  readonly options: z.ZodType<Options>;
  readonly needs?: N;
  readonly parts?: P;
  /** Plugins of parts that the scene need not name. */
  readonly partDefaults?: Partial<Readonly<Record<keyof P & string, string>>>;
  /**
   * Options that only choose which items there are (how many pictures, which categories) and leave each item as it is.
   * A rendered folder grows when nothing but these has changed.
   */
  readonly selection?: readonly string[];
  /** Other stimulus sets of the scene that this part reads, by id; a stimulus source reads only sets before its own. */
  stimulusSets?(options: Options): readonly string[];
  /**
   * Hyper-parameters of one member of a sample, of which those in `fixed` are given. Everything random comes from the stream.
   */
  sampler?(random: RandomStream, fixed: Partial<Options>): Partial<Options>;
  /** For engines: whether this machine can run it. Absent: it always can. */
  availability?(): Promise<Availability>;
  /** For engines chosen with `auto`: the available plugin with the highest preference is taken. */
  readonly preference?: number;
  create(
    options: Options,
    injected: Injected<N> & InjectedParts<P>,
    instance: Instance,
  ): Part | Promise<Part>;
}

type None = Record<never, never>;

/** Declares a plugin; only gives TypeScript the chance to infer the types of options, needs and parts. */
export function definePlugin<Part, Options, const N extends Needs = None, const P extends Parts = None>(
  plugin: Plugin<Part, Options, N, P>,
): Plugin<Part, Options, N, P> {
  return plugin;
}
