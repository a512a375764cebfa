import { hashKey } from './key.ts';
import type { Step, Store } from './store.ts';

/** A value that is there on demand: from the store, or computed and stored. Its key needs neither. */
export interface Artifact<Value> {
  /** Content key, for the keys of what is made from it. */
  readonly key: string;
  /** Whether it need not be computed. */
  stored(): Promise<boolean>;
  /** Reads it anew each time, so that nothing stays in memory. */
  read(): Promise<Value>;
}

export function artifact<Value>(store: Store, step: Step<Value>): Artifact<Value> {
  return {
    key: hashKey([step.kind, step.key, step.codec.format]),
    stored: () => store.has(step),
    read: () => store.getOrCompute(step),
  };
}
