import { installDebianPackages } from './debian.mjs';
import { run } from './run.mjs';

/**
 * A Python that has pip, installed where that is possible.
 * @param {(text: string) => void} say
 * @returns {Promise<string | undefined>} the program's name
 */
export async function pythonWithPip(say) {
  const found = await findPython();
  if (found) return found;
  return (await installDebianPackages(['python3-pip'], say)) ? findPython() : undefined;
}

async function findPython() {
  for (const name of ['python3', 'python', 'py'])
    if ((await run(name, ['-m', 'pip', '--version'])).ok) return name;
  return undefined;
}
