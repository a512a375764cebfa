import { closeSync, openSync } from 'node:fs';
import koffi from 'koffi';

const standardError = 2;

/**
 * Does something while whatever native code writes to standard error is dropped. TensorFlow's libraries write a
 * notice as they load, which no setting of theirs holds back on Linux; elsewhere the action simply runs.
 */
export function withoutNativeMessages<Result>(action: () => Result): Result {
  if (process.platform !== 'linux') return action();
  const program = koffi.load(null);
  const duplicate = program.func('int dup(int)');
  const replace = program.func('int dup2(int, int)');
  const kept = duplicate(standardError);
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
