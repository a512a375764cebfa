/** Blocks that are still to be drawn; those that are waited for come first. */
export interface BlockQueue {
  /** The next block to be drawn; undefined when all are taken. */
  take(): number | undefined;
  drawn(block: number): void;
  /** Tells all who wait that no more blocks will come. */
  fail(error: unknown): void;
  /** Resolves when the given blocks are there. */
  wait(blocks: readonly number[]): Promise<void>;
}

export function createBlockQueue(missing: readonly number[]): BlockQueue {
  const waiting = [...missing];
  const awaited = new Map(missing.map((block) => [block, deferred()]));
  return {
    take: () => waiting.shift(),
    drawn: (block) => awaited.get(block)?.resolve(),
    fail: (error) => {
      for (const { reject } of awaited.values()) reject(error);
    },
    wait: async (blocks) => {
      const wanted = new Set(blocks);
      const first = waiting.filter((block) => wanted.has(block));
      const others = waiting.filter((block) => !wanted.has(block));
      waiting.splice(0, waiting.length, ...first, ...others);
      await Promise.all(blocks.map((block) => awaited.get(block)?.promise));
    },
  };
}

function deferred() {
  let resolve = () => {};
  let reject = (_error: unknown) => {};
  const promise = new Promise<void>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}
