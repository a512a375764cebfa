import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const script = fileURLToPath(new URL('../measurements/calibration/print-far-off.ts', import.meta.url));

/**
 * What is far off when a hypothesis is tried so many times in each of its simulated worlds. In a process of its own, where
 * numbers are crunched ten times faster than in the contexts of jest.
 */
export async function farOffInProcess(hypothesis: string, repeats: number): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    script,
    hypothesis,
    `${repeats}`,
  ]);
  return JSON.parse(stdout) as string[];
}
