import { closeSync, openSync } from 'node:fs';
import koffi from 'koffi';

const standardError = 2;

/**
 * Does something while whatever native code writes to standard error is dropped: libraries report there what no
 * setting of theirs holds back, such as every driver they do not find. Elsewhere than on Linux the action simply runs.
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
