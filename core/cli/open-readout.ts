import { createContainer } from '../container/container.ts';
import type { Registry } from '../container/registry.ts';
import { LinearAlgebra } from '../contracts/linear-algebra.ts';
import type { Log } from '../contracts/logging.ts';
import { Readout } from '../contracts/readout.ts';
import { LinearAlgebraService } from '../contracts/services.ts';
import { chooseEngine } from '../laboratory/engines.ts';
import { createRandomStreams } from '../random/streams.ts';
import type { SceneDocument } from '../scene/document.ts';
import { checkAgainst } from '../scene/explain-issue.ts';

export interface OpenedReadout {
  readonly readout: Readout;
  readonly algebra: LinearAlgebra;
}

/** A readout without a scene, on the best linear algebra of this machine. Throws InputError for wrong options. */
export async function openReadout(
  registry: Registry,
  id: string,
  given: Readonly<Record<string, unknown>>,
  log: Log,
): Promise<OpenedReadout> {
  const random = createRandomStreams(id);
  const instance = { id, random, resolvePath: (path: string) => path };
  const plugin = registry.find(Readout, id, { file: '--readout' });
  const options = checkAgainst(plugin.options, given, commandLine(`--readout ${id}`, given));
  const engine = await chooseEngine(registry.at(LinearAlgebra), 'linear-algebra');
  const algebra = await engine.plugin.create(engine.plugin.options.parse({}), {}, instance);
  for (const sentence of [algebra.degraded, ...engine.passedOver]) if (sentence) log.warn(sentence);
  const container = createContainer();
  container.value(LinearAlgebraService, algebra);
  const needs = await container.inject(plugin.needs ?? {});
  return { readout: await plugin.create(options, needs as never, instance), algebra };
}

/** Options of the command line, as messages name them. */
function commandLine(file: string, content: unknown): SceneDocument {
  const place = () => ({ file });
  return { file, content, placeOf: place, placeOfKey: place };
}
