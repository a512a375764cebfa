import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { InputError } from '../errors/errors.ts';
import { didYouMean } from '../errors/suggestions.ts';
import { type BackboneEntry, backboneEntries } from './backbone-entries.ts';
import { type Path, parseScene, type SceneDocument } from './document.ts';
import { checkAgainst } from './explain-issue.ts';
import { quickened } from './quick.ts';
import { type SceneOptions, SceneSchema } from './schema.ts';
import { replaceVariables } from './variables.ts';

/** A scene file, read and checked as far as the core knows it; plugins check their own options when they are built. */
export interface Scene {
  readonly document: SceneDocument;
  readonly options: SceneOptions;
  /** Those of `options`, samples written out. */
  readonly backbones: readonly BackboneEntry[];
  /** Folder against which the paths in the scene are resolved. */
  readonly folder: string;
  /** What it was read from. */
  readonly origin: SceneOrigin;
}

/** The text of a scene, its path, and how it was read: plain data from which a scene can be read again. */
export interface SceneOrigin extends Reading {
  readonly text: string;
  readonly file: string;
}

export interface Reading {
  /** Values for the scene's `variables`. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Whether what the scene says under `quick` holds. */
  readonly quick?: boolean;
}

/** Reads a scene. Throws InputError with file, line and column when it is missing, not YAML, or not a scene. */
export async function readScene(file: string, reading: Reading = {}): Promise<Scene> {
  return sceneFrom(await readText(file), file, reading);
}

/** The same from a text. */
export function sceneFrom(text: string, file: string, reading: Reading = {}): Scene {
  const { variables = {}, quick = false } = reading;
  const whole = parseScene(text, file);
  const document = quick ? quickened(whole) : whole;
  const content = replaceVariables(document, variables);
  const options = checkAgainst(SceneSchema, content, document);
  for (const section of ['stimuli', 'populations', 'hypotheses', 'reporters', 'protocols'] as const)
    refuseDoubles(entriesOf(options[section] ?? [], section), section, document);
  const backbones = backboneEntries(options.backbones);
  refuseDoubles(
    backbones.map(({ options: { id }, path }) => ({ id, path })),
    'backbones',
    document,
  );
  checkReferences(options, document);
  if (options.quick && !quick) sceneFrom(text, file, { variables, quick: true });
  return {
    document,
    options,
    backbones,
    folder: resolve(dirname(file), options.folder ?? ''),
    origin: { text, file, ...reading },
  };
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const reason =
      code === 'ENOENT'
        ? 'there is no such scene'
        : code === 'EISDIR'
          ? 'this is a folder'
          : `it cannot be read (${code})`;
    throw new InputError(
      `${reason}; give the path of a scene file, for instance scenes/quickstart.yaml.`,
      { file },
      { cause },
    );
  }
}

interface PlacedId {
  readonly id: string;
  readonly path: Path;
}

function entriesOf(entries: readonly { id: string }[], section: string): PlacedId[] {
  return entries.map(({ id }, index) => ({ id, path: [section, index] }));
}

function refuseDoubles(entries: readonly PlacedId[], section: string, document: SceneDocument): void {
  const seen = new Set<string>();
  for (const { id, path } of entries) {
    if (seen.has(id))
      throw new InputError(
        `two ${section} have the id "${id}"; give one of them another id.`,
        document.placeOf(path),
      );
    seen.add(id);
  }
}

function checkReferences({ stimuli, presented, backbones }: SceneOptions, document: SceneDocument): void {
  const sets = stimuli.map(({ id }) => id);
  const requireSet = (id: string, path: Path) => requireOneOf(id, sets, 'stimulus set', path, document);
  if (presented !== undefined) requireSet(presented, ['presented']);
  backbones.forEach(({ train, fit }, index) => {
    if (fit) requireSet(fit.on, ['backbones', index, 'fit', 'on']);
    if (!train) return;
    requireSet(train.on, ['backbones', index, 'train', 'on']);
    if (train.patience !== undefined && (train.validation === 0 || train.checkpoint !== undefined))
      throw new InputError(
        train.validation === 0
          ? 'patience needs stimuli kept for validation; set validation above 0.'
          : 'patience takes the best checkpoint; remove patience or checkpoint.',
        document.placeOf(['backbones', index, 'train', 'patience']),
      );
    if (train.checkpoint !== undefined && !train.checkpointEvery && train.checkpoint > train.epochs)
      throw new InputError(
        `checkpoint is ${train.checkpoint}, but training ends after ${train.epochs} epochs; choose at most ${train.epochs}.`,
        document.placeOf(['backbones', index, 'train', 'checkpoint']),
      );
  });
}

function requireOneOf(
  id: string,
  known: readonly string[],
  what: string,
  path: Path,
  document: SceneDocument,
): void {
  if (!known.includes(id))
    throw new InputError(`there is no ${what} "${id}"; ${didYouMean(id, known)}`, document.placeOf(path));
}
