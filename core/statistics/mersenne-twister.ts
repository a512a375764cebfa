const length = 624;
const offset = 397;
const upperBit = 0x80000000;
const lowerBits = 0x7fffffff;
const twist = 0x9908b0df;

/** Permutations as NumPy's legacy `RandomState` draws them, for splits that other laboratories can repeat. */
export interface LegacyRandom {
  /** The integers 0 … length - 1 in random order. */
  permutation(length: number): number[];
  shuffled<T>(items: readonly T[]): T[];
}

/** MT19937 (Matsumoto and Nishimura 1998), seeded with one 32-bit number. */
export function createLegacyRandom(seed: number): LegacyRandom {
  const next = createGenerator(seed);

  /** Uniform in 0 … most: masked bits, drawn again while they are too large. */
  function interval(most: number): number {
    const mask = most === 0 ? 0 : 2 ** (32 - Math.clz32(most)) - 1;
    for (;;) {
      const value = (next() & mask) >>> 0;
      if (value <= most) return value;
    }
  }

  function shuffled<T>(items: readonly T[]): T[] {
    const order = [...items];
    for (let last = order.length - 1; last > 0; last--) {
      const other = interval(last);
      [order[last], order[other]] = [order[other], order[last]];
    }
    return order;
  }

  return { shuffled, permutation: (count) => shuffled(Array.from({ length: count }, (_, index) => index)) };
}

function createGenerator(seed: number): () => number {
  const state = new Uint32Array(length);
  state[0] = seed;
  for (let index = 1; index < length; index++) {
    const previous = state[index - 1] ^ (state[index - 1] >>> 30);
    state[index] = Math.imul(1812433253, previous) + index;
  }
  let position = length;

  function refill(): void {
    for (let index = 0; index < length; index++) {
      const bits = (state[index] & upperBit) | (state[(index + 1) % length] & lowerBits);
      state[index] = state[(index + offset) % length] ^ (bits >>> 1) ^ (bits & 1 ? twist : 0);
    }
    position = 0;
  }

  return () => {
    if (position === length) refill();
    let value = state[position++];
    value ^= value >>> 11;
    value ^= (value << 7) & 0x9d2c5680;
    value ^= (value << 15) & 0xefc60000;
    return (value ^ (value >>> 18)) >>> 0;
  };
}
