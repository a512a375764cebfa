/** Values made on demand and kept while there is room; those used longest ago go first. */
export class Shelf<Value> {
  readonly #room: number;
  readonly #sizeOf: (value: Value) => number;
  readonly #kept = new Map<string, { readonly value: Promise<Value>; size: number }>();

  /** @param room how much may be kept, in the units of `sizeOf`; the value used last is kept in any case. */
  constructor(room: number, sizeOf: (value: Value) => number) {
    this.#room = room;
    this.#sizeOf = sizeOf;
  }

  /** The value of a key; one that failed to be made is tried again. */
  async get(key: string, make: () => Promise<Value>): Promise<Value> {
    const entry = this.#kept.get(key) ?? { value: make(), size: 0 };
    this.#kept.delete(key);
    this.#kept.set(key, entry);
    try {
      const value = await entry.value;
      entry.size = this.#sizeOf(value);
      this.#dropOldest();
      return value;
    } catch (error) {
      this.#kept.delete(key);
      throw error;
    }
  }

  #dropOldest(): void {
    let total = 0;
    for (const { size } of this.#kept.values()) total += size;
    for (const [key, { size }] of this.#kept) {
      if (total <= this.#room || this.#kept.size === 1) return;
      this.#kept.delete(key);
      total -= size;
    }
  }
}
