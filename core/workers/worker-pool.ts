import workerpool from 'workerpool';
import { EnvironmentError, InputError } from '../errors/errors.ts';

/** Processes that run tasks of plain data. */
export interface WorkerPool {
  readonly count: number;
  /**
   * Runs a method of the worker script in the next free process. An error in it is thrown here as what it was; a task
   * whose process died is tried once more. Throws EnvironmentError when it dies again.
   */
  run<Result>(method: string, ...parameters: readonly unknown[]): Promise<Result>;
  /** Ends every process, also those at work. */
  close(): Promise<void>;
}

/** @param script file that hands its methods to workerpool's `worker`; it ends by itself when this process dies. */
export function createWorkerPool(script: string, count: number): WorkerPool {
  const pool = workerpool.pool(script, {
    maxWorkers: count,
    workerType: 'process',
    forkOpts: {
      serialization: 'advanced',
      execArgv: ['--max-semi-space-size=4'],
      env: workerEnvironment(count),
    },
  });

  async function attempt(method: string, parameters: readonly unknown[], left: number): Promise<unknown> {
    try {
      return await pool.exec(method, [...parameters]);
    } catch (error) {
      if (!(error instanceof workerpool.TerminateError)) throw asThrown(error as SentError);
      if (left > 0) return attempt(method, parameters, left - 1);
      throw new EnvironmentError(
        `a worker process died twice at the same task (${describeEnd(error.message)}); ` +
          'give the machine more memory or use fewer processes, for instance --workers 1.',
        { cause: error },
      );
    }
  }

  return {
    count,
    run: <Result>(method: string, ...parameters: readonly unknown[]) =>
      attempt(method, parameters, 1) as Promise<Result>,
    close: async () => {
      await pool.terminate(true);
    },
  };
}

/** With V8's young generation above: a tenth less memory, for 3 % more processor time. For glibc; others ignore it. */
const thrift = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '262144',
  MALLOC_TRIM_THRESHOLD_: '262144',
};

/** Several processes on Mesa are faster when each draws with one thread. */
function workerEnvironment(count: number): NodeJS.ProcessEnv {
  return { ...thrift, ...(count > 1 && { LP_NUM_THREADS: '0' }), ...process.env };
}

/** An error as it comes over the channel: its own properties, but no class. */
interface SentError {
  readonly name?: string;
  readonly message: string;
  readonly stack?: string;
}

function asThrown({ name, message, stack }: SentError): Error {
  if (name === 'InputError') return new InputError(message);
  if (name === 'EnvironmentError') return new EnvironmentError(message);
  const error = new Error(message);
  if (stack) error.stack = stack;
  return error;
}

/** Of the library's long message, how the process ended: `signal SIGKILL` or `exit code 1`. */
function describeEnd(message: string): string {
  const signal = /signalCode: `(SIG\w+)`/.exec(message);
  const code = /exitCode: `(\d+)`/.exec(message);
  return signal ? `signal ${signal[1]}` : code ? `exit code ${code[1]}` : 'no reason given';
}
