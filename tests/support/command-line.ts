import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../core/cli/main.ts';

export interface Outcome {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs the command line in this process. */
export async function neuroid(...parameters: string[]): Promise<Outcome> {
  const written = { output: '', errors: '' };
  const stdout = process.stdout.write;
  const stderr = process.stderr.write;
  process.stdout.write = (text: string | Uint8Array) => {
    written.output += text;
    return true;
  };
  process.stderr.write = (text: string | Uint8Array) => {
    written.errors += text;
    return true;
  };
  try {
    return { code: await main(parameters), ...written };
  } finally {
    process.stdout.write = stdout;
    process.stderr.write = stderr;
  }
}

/** A folder for one test, with a scene in it. */
export async function withScene<Value>(
  text: string,
  use: (folder: string, scene: string) => Promise<Value>,
): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'neuroid-'));
  try {
    const scene = join(folder, 'scene.yaml');
    await writeFile(scene, text);
    return await use(folder, scene);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
