import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import koffi, { type LibraryHandle } from 'koffi';
import type { Availability } from '../../core/contracts/plugin.ts';
import { EnvironmentError } from '../../core/errors/errors.ts';

/** A loaded OpenBLAS with 32-bit integers; `prefix` stands before the names of its functions. */
export interface Library {
  readonly native: LibraryHandle;
  readonly prefix: string;
}

const project = fileURLToPath(new URL('../..', import.meta.url));
const suffix = { darwin: 'dylib', win32: 'dll' }[process.platform as string] ?? 'so';

/** The library that set-up fetched, then those the system may have. */
const candidates = [
  {
    prefix: 'scipy_',
    path: join(project, '.neuroid/engines/openblas/scipy_openblas32/lib', `libscipy_openblas.${suffix}`),
  },
  ...['libopenblas.so.0', 'libopenblas.so', '/opt/homebrew/opt/openblas/lib/libopenblas.dylib'].map(
    (path) => ({
      prefix: '',
      path,
    }),
  ),
];

const remedy = "run `npm run setup`, or install libopenblas0 with the system's package manager";

/** Loads the first OpenBLAS that there is. Throws EnvironmentError when there is none. */
export function loadLibrary(): Library {
  for (const { prefix, path } of candidates) {
    const native = tryLoad(path);
    if (native) return { native, prefix };
  }
  throw new EnvironmentError(`OpenBLAS was not found; ${remedy}.`);
}

function tryLoad(path: string): LibraryHandle | undefined {
  if (path.includes('/') && !existsSync(path)) return undefined;
  try {
    return koffi.load(path);
  } catch {
    return undefined;
  }
}

/** Version and processor kernels of the library, for instance `0.3.34 SkylakeX`. */
export function describeLibrary({ native, prefix }: Library): string {
  const configuration: string = native.func(`const char *${prefix}openblas_get_config()`)();
  const kernels: string = native.func(`const char *${prefix}openblas_get_corename()`)();
  return `${/OpenBLAS (\S+)/.exec(configuration)?.[1] ?? 'unknown'} ${kernels}`;
}

/** Whether OpenBLAS loads, with a word on settings in the environment that slow it. */
export function libraryAvailability(): Availability {
  try {
    return { available: true, detail: `OpenBLAS ${describeLibrary(loadLibrary())}${slowingSettings()}` };
  } catch (error) {
    const reason = error instanceof EnvironmentError ? 'no OpenBLAS was found' : `OpenBLAS fails: ${error}`;
    return { available: false, reason, remedy };
  }
}

function slowingSettings(): string {
  const found = ['OPENBLAS_CORETYPE', 'OPENBLAS_L2_SIZE'].filter((name) => process.env[name]);
  return found.length === 0 ? '' : `, perhaps slowed by ${found.join(' and ')} in the environment: unset it`;
}
