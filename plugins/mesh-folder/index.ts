import { ObjectSource } from '../../core/contracts/object-source.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { Options } from './options.ts';

export default definePlugin({
  extends: ObjectSource,
  id: 'mesh-folder',
  version: '1.0.0',
  summary: 'meshes of a folder, glTF, GLB or OBJ, one sub-folder per category',
  options: Options,
  selection: ['categories'],
  create: async (options, _injected, instance) =>
    (await import('./mesh-folder.ts')).openMeshFolder(options, instance),
});
