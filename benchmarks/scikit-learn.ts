import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Task {
  readonly images: number;
  readonly features: Float32Array;
  readonly targets: Float64Array;
  readonly classes: readonly number[];
  readonly penalties: readonly number[];
  readonly cost: number;
  readonly splits: readonly { readonly train: readonly number[]; readonly test: readonly number[] }[];
}

export interface PeerFit {
  readonly seconds: number;
  /** Seconds of processor time. */
  readonly processor: number;
  /** Largest resident memory so far, in MB. */
  readonly peak: number;
  readonly predicted: Float64Array;
}

export interface Peer {
  readonly identity: string;
  fit(readout: string, split: number): Promise<PeerFit>;
  close(): void;
}

/**
 * scikit-learn in a process of its own, on the same bytes; undefined where Python does not have it.
 * The environment variable PYTHON names the interpreter.
 */
export async function startScikitLearn(task: Task, threads: number): Promise<Peer | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'neuroid-readouts-'));
  const { features, targets, ...rest } = task;
  writeFileSync(join(folder, 'task.json'), JSON.stringify(rest));
  writeFileSync(join(folder, 'features.f32'), features);
  writeFileSync(join(folder, 'targets.f64'), targets);
  const child = spawn(
    process.env.PYTHON ?? 'python3',
    [fileURLToPath(new URL('readouts.py', import.meta.url)), folder],
    {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, OPENBLAS_NUM_THREADS: String(threads), OMP_NUM_THREADS: String(threads) },
    },
  );
  child.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const { value: identity } = await lines.next();
  const close = () => {
    child.stdin.end();
    rmSync(folder, { recursive: true });
  };
  if (identity === undefined) {
    close();
    return undefined;
  }
  return {
    identity,
    fit: async (readout, split) => {
      child.stdin.write(`${readout} ${split}\n`);
      const { value } = await lines.next();
      const bytes = readFileSync(join(folder, 'predicted.f64'));
      const predicted = new Float64Array(
        bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
      );
      return { ...JSON.parse(value), predicted };
    },
    close,
  };
}
