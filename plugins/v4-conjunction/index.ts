import { definePlugin } from '../../core/contracts/plugin.ts';
import { Population } from '../../core/contracts/population.ts';
import { v4Options } from './options.ts';

export default definePlugin({
  extends: Population,
  id: 'v4-conjunction',
  version: '1.1.0',
  summary: 'simulated V4: conjunctions of oriented contrast along curved contours, tolerant within the field',
  citation:
    'Cadieu, Kouh, Pasupathy, Connor, Riesenhuber & Poggio (2007), J Neurophysiol 98:1733; ' +
    'Pasupathy & Connor (2001), J Neurophysiol 86:2505; Carlson, Rasquinha, Zhang & Connor (2011), Curr Biol 21:288',
  options: v4Options,
  create: async (options, _injected, { id, random }) =>
    (await import('./population.ts')).createV4Conjunction(options, id, random),
});
