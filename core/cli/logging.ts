import { createConsola, LogLevels } from 'consola';
import type { Log } from '../contracts/logging.ts';

/** Messages on standard error, coloured on a terminal. */
export function createLog(): Log {
  const consola = createConsola({
    stdout: process.stderr,
    stderr: process.stderr,
    formatOptions: { date: false },
    level: LogLevels.info,
  });
  return { info: (message) => consola.info(message), warn: (message) => consola.warn(message) };
}
