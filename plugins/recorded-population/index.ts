import { definePlugin } from '../../core/contracts/plugin.ts';
import { Population } from '../../core/contracts/population.ts';
import { recordedOptions } from './options.ts';

export default definePlugin({
  extends: Population,
  id: 'recorded-population',
  version: '2.0.0',
  summary: 'recorded neuroids from a file: netCDF-4 (Brain-Score), NWB, Zarr, NumPy or CSV',
  options: recordedOptions,
  create: async (options, _injected, instance) =>
    (await import('./population.ts')).createRecordedPopulation(options, instance),
});
