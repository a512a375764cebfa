import { readFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { EnvironmentError, InputError } from '../../errors/errors.ts';

const isAddress = (location: string) => /^https?:\/\//i.test(location);

/** Where the option `model` points: an http(s) address as it stands, or a path from the folder of the scene. */
export function locateModel(model: string, resolvePath: (path: string) => string): string {
  return isAddress(model) ? model : resolvePath(model);
}

/** A further file that a model names, in its own folder or below. Throws InputError for any other place. */
export function besideModel(model: string, name: string): string {
  const [folder, place] = isAddress(model)
    ? [new URL('.', model).href, new URL(name, model).href]
    : [join(dirname(resolve(model)), sep), resolve(dirname(model), name)];
  if (place.startsWith(folder)) return place;
  throw new InputError(`it names the file ${name}, which is outside of its folder.`, { file: model });
}

/**
 * The bytes of a file or of an http(s) address. Throws InputError where it does not exist, EnvironmentError where the
 * network fails.
 * @param purpose what the file is needed for, as the end of the sentence.
 */
export function readModelFile(location: string, purpose: string): Promise<Buffer> {
  return isAddress(location) ? download(location, purpose) : read(location, purpose);
}

async function read(file: string, purpose: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'there is no such file' : `the file cannot be read (${code})`;
    throw new InputError(`${reason}; ${purpose}.`, { file }, { cause: error });
  }
}

async function download(address: string, purpose: string): Promise<Buffer> {
  const response = await reach(address, () => fetch(address));
  if (response.status === 404 || response.status === 410)
    throw new InputError(`there is nothing at this address (status ${response.status}); ${purpose}.`, {
      file: address,
    });
  if (!response.ok)
    throw new EnvironmentError(
      `${address} answers with status ${response.status}; try again later, or give a path.`,
    );
  return Buffer.from(await reach(address, () => response.arrayBuffer()));
}

async function reach<Result>(address: string, attempt: () => Promise<Result>): Promise<Result> {
  try {
    return await attempt();
  } catch (error) {
    const cause = (error as Error).cause as NodeJS.ErrnoException | undefined;
    const reason = cause?.code ?? cause?.message ?? (error as Error).message;
    throw new EnvironmentError(
      `${address} cannot be downloaded (${reason}); check address and network, or give a path.`,
      { cause: error },
    );
  }
}
