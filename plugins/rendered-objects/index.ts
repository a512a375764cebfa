import { BackgroundSource } from '../../core/contracts/background-source.ts';
import { ObjectSource } from '../../core/contracts/object-source.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { RendererService } from '../../core/contracts/services.ts';
import { StimulusSource } from '../../core/contracts/stimuli.ts';
import { options } from './options.ts';

export default definePlugin({
  extends: StimulusSource,
  id: 'rendered-objects',
  version: '2.0.0',
  summary: '3D objects in controlled or random view on backgrounds that know nothing of them',
  citation:
    'Majaj, Hong, Solomon & DiCarlo (2015), Simple learned weighted sums of inferior temporal neuronal firing rates ' +
    'accurately predict human core object recognition performance, J Neurosci 35, 13402-13418',
  options,
  selection: ['categories', 'perCategory', 'imagesPerObject', 'images', 'assignment'],
  needs: { renderer: RendererService },
  parts: { objects: ObjectSource, backgrounds: BackgroundSource },
  create: async (chosen, injected, { random }) =>
    (await import('./rendered-objects.ts')).createRenderedObjects(chosen, injected, random),
});
