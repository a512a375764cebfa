import { access, constants, mkdir } from 'node:fs/promises';
import { explainWriteError } from '../store/atomic.ts';

/** A folder that cannot be written is refused before the work, not after it. */
export async function requireWritable(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    throw explainWriteError(error, folder);
  }
}
