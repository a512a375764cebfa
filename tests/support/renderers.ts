import type { Plugin } from '../../core/contracts/plugin.ts';
import type { Renderer } from '../../core/contracts/renderer.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import software from '../../plugins/software-renderer/index.ts';
import three from '../../plugins/three-renderer/index.ts';
import { allowDrawingWithoutScreen } from './graphics.ts';

allowDrawingWithoutScreen();

const nowhere = {
  id: 'renderer',
  random: createRandomStreams('renderer'),
  resolvePath: (path: string) => path,
};

const plugins: readonly Plugin<Renderer>[] = [software, three] as never;
const available = await Promise.all(
  plugins.map(async (plugin) => (await plugin.availability?.())?.available),
);

/** Renderers that this machine can run. */
export const runnable: readonly Plugin<Renderer>[] = plugins.filter((_, index) => available[index]);

/** Whether there are two renderers to compare. */
export const comparable: boolean = runnable.length === plugins.length;

export function startRenderer(plugin: Plugin<Renderer>, options: object = {}): Promise<Renderer> {
  return Promise.resolve(plugin.create(plugin.options.parse(options), {}, nowhere));
}
