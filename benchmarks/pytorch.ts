import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { NetworkPlan } from '../core/networks/operations.ts';

export interface Work {
  readonly network: string;
  readonly plan: NetworkPlan;
  readonly batch: number;
  readonly work: 'reading' | 'training';
  readonly layout: 'channels_last' | 'contiguous';
  readonly steps: number;
}

export interface Spent {
  readonly seconds: number;
  /** Seconds of processor time. */
  readonly processor: number;
}

export interface Peer {
  readonly identity: string;
  run(work: Work): Promise<Spent>;
  close(): void;
}

/**
 * PyTorch in a process of its own, whose networks are built from the same plan; undefined where Python does not have it.
 * The environment variable PYTHON names the interpreter.
 */
export async function startPyTorch(threads: number): Promise<Peer | undefined> {
  const script = fileURLToPath(new URL('backbones.py', import.meta.url));
  const child = spawn(process.env.PYTHON ?? 'python3', [script, String(threads)], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, OMP_NUM_THREADS: String(threads) },
  });
  child.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const { value: identity } = await lines.next();
  if (identity === undefined) return undefined;
  return {
    identity,
    run: async (work) => {
      child.stdin.write(`${JSON.stringify(work)}\n`);
      const { value } = await lines.next();
      return JSON.parse(value);
    },
    close: () => child.stdin.end(),
  };
}
