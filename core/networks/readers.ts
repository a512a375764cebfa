import type { Lesions } from './lesions.ts';
import { openReader, type ReadableNetwork, type Reader } from './reading.ts';

/**
 * Gives readers of a network, made anew when its weights or the lesions have changed: one is open at a time, as it
 * holds the weights once more.
 */
export function createReaders(network: ReadableNetwork): (lesions: Lesions) => Reader {
  let open:
    | { readonly lesions: Lesions; readonly moment: readonly object[]; readonly reader: Reader }
    | undefined;
  return (lesions) => {
    const moment = Array.from(network.weights.values(), ({ dataId }) => dataId);
    if (open?.lesions === lesions && moment.every((dataId, index) => dataId === open?.moment[index]))
      return open.reader;
    open?.reader.dispose();
    open = { lesions, moment, reader: openReader(network, lesions) };
    return open.reader;
  };
}
