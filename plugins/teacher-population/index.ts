import { Backbone } from '../../core/contracts/backbone.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { Population } from '../../core/contracts/population.ts';
import { teacherOptions } from './options.ts';

export default definePlugin({
  extends: Population,
  id: 'teacher-population',
  version: '1.0.0',
  summary: "a teacher network's copy and no brain: a backbone's layer through sparse non-negative weights",
  options: teacherOptions,
  parts: { backbone: Backbone },
  create: async (options, { backbone }, { id, random }) =>
    (await import('./population.ts')).createTeacherPopulation(options, backbone, id, random),
});
