import { closeSync, openSync } from 'node:fs';
import koffi from 'koffi';

const standardError = 2;

/**
 * Does something while native code's messages on standard error are dropped: looking for graphics, Dawn reports
 * every driver it does not find. Elsewhere than on Linux the action simply runs.
 */
export function withoutNativeMessages<Result>(action: () => Result): Result {
  if (process.platform !== 'linux') return action();
  const program = koffi.load(null);
  const duplicate = program.func('int dup(int)');
  const replace = program.func('int dup2(int, int)');
  const kept: number = duplicate(standardError);
  const nowhere = openSync('/dev/null', 'w');
  replace(nowhere, standardError);
  try {
    return action();
  } finally {
    replace(kept, standardError);
    closeSync(kept);
    closeSync(nowhere);
  }
}
