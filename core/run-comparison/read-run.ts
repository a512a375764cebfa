import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { FindingSchema } from '../contracts/findings.ts';
import { PerformanceSchema, ResultsSchema, ScoreSchema } from '../contracts/results.ts';
import { InputError } from '../errors/errors.ts';

const resultsFile = 'results.json';
const loose = <Shape extends z.ZodRawShape>({ shape }: { readonly shape: Shape }) => z.object(shape);
const { scene, seed, neuroid, engines, versions, options, stimuli, warnings } = ResultsSchema.shape;

/** What is compared of results; the rest may be of another version of Neuroid. */
const RunSchema = z.object({
  ...{ scene, seed, neuroid, versions, options, warnings },
  engines: z.record(z.string(), z.object({ plugin: engines.valueType.shape.plugin, identity: z.string() })),
  stimuli: z.array(loose(stimuli.element.pick({ id: true, key: true, count: true }))),
  scores: z.array(
    loose(
      ScoreSchema.pick({
        backbone: true,
        layer: true,
        population: true,
        region: true,
        protocol: true,
        raw: true,
        rawInterval: true,
        ceiled: true,
        interval: true,
      }),
    ),
  ),
  performance: z.array(
    loose(
      PerformanceSchema.pick({ backbone: true, layer: true, task: true, accuracy: true, interval: true }),
    ),
  ),
  findings: z.array(
    loose(
      FindingSchema.pick({
        hypothesis: true,
        subject: true,
        statistic: true,
        value: true,
        interval: true,
        verdict: true,
      }),
    ),
  ),
});

export type Run = z.infer<typeof RunSchema>;

/** Reads the results of a run, a folder or its `results.json`. Throws InputError when these are not there or none. */
export async function readRun(path: string): Promise<Run> {
  const found = await stat(path).catch(() => undefined);
  if (!found)
    throw new InputError(
      `${path}: there is no such folder or file; give the folder of a run or its ${resultsFile}.`,
    );
  const file = found.isDirectory() ? join(path, resultsFile) : path;
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new InputError(
      `${file}: cannot be read; give a folder that "neuroid run" wrote with json-results among its reporters.`,
    );
  const checked = RunSchema.safeParse(parse(text, file));
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new InputError(
    `${file}: these are no results of a run: ${issue.path.join('.') || 'the file'}: ${issue.message}; give a ${resultsFile} that "neuroid run" wrote.`,
  );
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(
      `${file}: this is no JSON; give a ${resultsFile} that "neuroid run" wrote.`,
      undefined,
      { cause: error },
    );
  }
}
