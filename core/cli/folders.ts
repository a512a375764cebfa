import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));

export const pluginsFolder = join(project, 'plugins');
export const defaultStore = join(project, '.neuroid', 'store');
export const workerScript = join(project, 'core', 'cli', 'worker.mjs');
