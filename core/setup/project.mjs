import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the project that this set-up belongs to, wherever it is called from. */
export const project = fileURLToPath(new URL('../..', import.meta.url));

/** Where set-up keeps what does not come from npm. */
export const engines = join(project, '.neuroid', 'engines');

export const packages = join(project, 'node_modules');
