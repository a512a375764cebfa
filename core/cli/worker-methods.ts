import type { FillTask } from '../laboratory/fill-blocks.ts';
import { type OpenStimuli, openStimuli, type SetRequest } from '../laboratory/open-stimuli.ts';
import { createStimulusSet } from '../laboratory/stimulus-sets.ts';
import { sceneFrom } from '../scene/read-scene.ts';
import { type DrawTask, drawFiles } from '../stimulus-files/draw-files.ts';
import { describeSet } from '../stimulus-files/set-description.ts';
import { createStore } from '../store/store.ts';
import type { WorkerMethods } from '../workers/this-process.ts';
import { openLaboratory } from './open-laboratory.ts';

const silent = { info: () => undefined, warn: () => undefined };
const unseen = { step: () => ({ advance: () => undefined, finish: () => undefined }) };

/** What a worker can do. It opens a stimulus set when the first task names it, and keeps the last one. */
export function createWorkerMethods(): WorkerMethods {
  let last: { readonly name: string; readonly stimuli: Promise<OpenStimuli> } | undefined;

  function open(request: SetRequest): Promise<OpenStimuli> {
    const name = JSON.stringify(request);
    if (last?.name !== name) last = { name, stimuli: openAnew(request) };
    return last.stimuli;
  }

  async function openAnew({ scene: { text, file, ...reading }, seed, id }: SetRequest): Promise<OpenStimuli> {
    const scene = sceneFrom(text, file, reading);
    return openStimuli(scene, await openLaboratory(scene, { log: silent }), { id, seed });
  }

  return {
    open: async (request: SetRequest) => {
      await open(request);
    },
    describe: async (request: SetRequest) => describeSet(await open(request)),
    objects: async (request: SetRequest) => (await open(request)).built.part.objectParameters?.(),
    draw: async (request: SetRequest, task: DrawTask) => drawFiles(await open(request), task),
    fill: async (request: SetRequest, { store, appearance, block }: FillTask) => {
      const { built } = await open(request);
      const set = await createStimulusSet(built, { store: createStore(store, silent), progress: unseen });
      await set.fill(appearance, block);
    },
    close: async () => {
      const stimuli = await last?.stimuli.catch(() => undefined);
      await stimuli?.dispose();
    },
  };
}
