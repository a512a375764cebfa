import workerpool from 'workerpool';
import { type OpenStimuli, openStimuli, type SetRequest } from '../laboratory/open-stimuli.ts';
import { sceneFrom } from '../scene/read-scene.ts';
import { type DrawTask, drawFiles } from '../stimulus-files/draw-files.ts';
import { describeSet } from '../stimulus-files/set-description.ts';
import { openLaboratory } from './open-laboratory.ts';

const silent = { info: () => undefined, warn: () => undefined };

/** The methods of a worker process. It opens a scene when the first task names it, and keeps the last one. */
export function serve(): void {
  let last: { readonly name: string; readonly stimuli: Promise<OpenStimuli> } | undefined;

  function open(request: SetRequest): Promise<OpenStimuli> {
    const name = JSON.stringify(request);
    if (last?.name !== name) last = { name, stimuli: openAnew(request) };
    return last.stimuli;
  }

  async function openAnew({ text, file, variables, seed, id }: SetRequest): Promise<OpenStimuli> {
    const scene = sceneFrom(text, file, variables);
    return openStimuli(scene, await openLaboratory(scene, { log: silent }), { id, seed });
  }

  // The parent hears of Ctrl-C too, and ends its workers.
  process.on('SIGINT', () => undefined);
  workerpool.worker({
    open: async (request: SetRequest) => void (await open(request)),
    describe: async (request: SetRequest) => describeSet(await open(request)),
    draw: async (request: SetRequest, task: DrawTask) => drawFiles(await open(request), task),
  });
}
