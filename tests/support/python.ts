import { spawnSync } from 'node:child_process';
import { test } from '@jest/globals';

/** Python with the libraries that people open files with; NEUROID_PYTHON names one of an environment of its own. */
export const python = process.env.NEUROID_PYTHON ?? 'python3';

/** A test that runs where Python has these modules, and is skipped with a word elsewhere. */
export function testWithPython(modules: readonly string[], name: string, run: () => Promise<void>): void {
  if (spawnSync(python, ['-c', `import ${modules.join(', ')}`]).status === 0) test(name, run, 60_000);
  else
    test.skip(`${name}: needs Python with ${modules.join(', ')} (NEUROID_PYTHON names it)`, () => undefined);
}

/** Runs a script of this folder and gives the JSON that it prints. */
export function runPython(script: string, ...parameters: string[]): unknown {
  const ran = spawnSync(python, [script, ...parameters], { cwd: import.meta.dirname, encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout);
}
