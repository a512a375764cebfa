import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Availability } from '../../core/contracts/plugin.ts';
import { addonPath } from './addon.ts';

const remedy = 'run `npm run setup`, which fetches TensorFlow or names what it lacks';
const script = 'process.stdout.write(require(process.argv[1]).TF_Version)';
const patience = 60_000;

/**
 * Whether the addon loads on this machine, and with which TensorFlow. Asked in a process of its own: loading it here
 * would fix the number of threads, and a library made for another processor may crash.
 */
export async function addonAvailability(): Promise<Availability> {
  const path = addonPath();
  if (!existsSync(path)) return { available: false, reason: 'TensorFlow is not installed', remedy };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--eval', script, path], { timeout: patience }, (error, version, messages) =>
      resolve(
        error
          ? { available: false, reason: `TensorFlow does not load (${reason(error, messages)})`, remedy }
          : { available: true, detail: `TensorFlow ${version}` },
      ),
    );
  });
}

function reason({ signal }: { readonly signal?: string | null }, messages: string): string {
  const told = /^(?:\w*Error): (.+)$/m.exec(messages)?.[1];
  return told ?? (signal ? `it ends by ${signal}` : 'no reason given');
}
