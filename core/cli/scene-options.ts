import { availableParallelism } from 'node:os';
import { Option } from 'commander';
import { collectSetting, wholeNumber } from './settings.ts';

/** What every command that opens a scene can be told, see the options below. */
export interface SceneOptions {
  readonly store?: string;
  readonly set: Readonly<Record<string, string>>;
  readonly workers: number;
}

export const storeOption = () => new Option('--store <folder>', 'where artifacts are kept between runs');

export const settingOption = () =>
  new Option('--set <name=value>', "value of one of the scene's variables; may be repeated")
    .argParser(collectSetting)
    .default({}, 'none');

export const workersOption = () =>
  new Option('--workers <number>', 'how many processes draw')
    .argParser(wholeNumber)
    .default(availableParallelism());
