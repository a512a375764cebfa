import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { OBJExporter } from 'three/addons/exporters/OBJExporter.js';
import objectsPlugin from '../plugins/procedural-objects/index.ts';
import { instance } from './compare.ts';

/**
 * Pictures per second of three.js alone, of each renderer, and of the whole `neuroid render` (drawn, resolved, encoded,
 * written) in two processes each, with the processor time of a picture and peak memory; and of Blender, where it is there:
 * `node --import tsx benchmarks/render.ts [pictures] [size]`, both sizes by default.
 */
const pictures = Number(process.argv[2] ?? 1000);
const processes = 2;
const few = 64;
const ticksPerSecond = 100;
const command = fileURLToPath(new URL('../core/cli/neuroid.mjs', import.meta.url));
const loop = fileURLToPath(new URL('render-loop.ts', import.meta.url));
const script = fileURLToPath(new URL('render-blender.py', import.meta.url));
const run = promisify(execFile);

for (const size of process.argv[3] ? [Number(process.argv[3])] : [128, 256]) {
  const bare = await measureLoops('bare', size);
  print(`${size} px, three.js alone`, bare);
  for (const renderer of ['three', 'software']) {
    print(`${size} px, renderer ${renderer}`, await measureLoops(renderer, size));
    const whole = await measurePipeline(renderer, size);
    print(`${size} px, neuroid render with ${renderer}`, whole);
    console.log(
      `  ${(whole.rate / bare.rate).toFixed(2)} times the rate of three.js alone, ` +
        `${(whole.processor / bare.processor).toFixed(2)} times its processor time`,
    );
  }
}

await measureBlender();

interface Measure {
  /** Pictures per second of all processes together. */
  readonly rate: number;
  /** Milliseconds of processor time per picture; NaN for whole runs where there is no /proc. */
  readonly processor: number;
  /** Peak of all processes together, in MB. */
  readonly memory: number;
  /** What it grew by in the second half, where that is known. */
  readonly growth?: number;
}

async function measureLoops(mode: string, size: number): Promise<Measure> {
  const program = ['--import', 'tsx', loop, mode, String(size), String(pictures)];
  const loops = await Promise.all(
    Array.from({ length: processes }, async () => JSON.parse((await run(process.execPath, program)).stdout)),
  );
  return {
    rate: loops.reduce((sum, { seconds }) => sum + pictures / seconds, 0),
    processor: loops.reduce((sum, { processor }) => sum + (1000 * processor) / pictures, 0) / processes,
    memory: loops.reduce((sum, { memory }) => sum + Math.max(...memory), 0),
    growth: loops.reduce((sum, { memory }) => sum + memory.at(-1) - memory[1], 0),
  };
}

/** What start-up takes is left out: the time of a small set is subtracted from that of a large one. */
async function measurePipeline(renderer: string, size: number): Promise<Measure> {
  const folder = await mkdtemp(join(tmpdir(), 'neuroid-benchmark-'));
  const scene = join(folder, 'scene.yaml');
  await writeFile(scene, sceneOf(renderer, size));
  const start = await renderSet(scene, join(folder, 'few'), few);
  const whole = await renderSet(scene, join(folder, 'all'), few + pictures * processes);
  await rm(folder, { recursive: true });
  const drawn = pictures * processes;
  return {
    rate: drawn / (whole.seconds - start.seconds),
    processor: (1000 * (whole.processor - start.processor)) / drawn,
    memory: whole.memory,
  };
}

function sceneOf(renderer: string, size: number): string {
  return `scene: benchmark
seed: 1
renderer: ${renderer}
stimuli:
  - id: objects
    plugin: rendered-objects
    objects: { plugin: procedural-objects, perCategory: 3 }
    backgrounds: uniform-background
    imagesPerObject: { V6: ${Math.ceil((few + pictures * processes) / 24)} }
    size: ${size}
    color: rgb
`;
}

/** Renders a set in processes of its own and tells their time and memory. */
async function renderSet(scene: string, out: string, count: number) {
  const words = ['render', scene, '--out', out, '--count', String(count), '--workers', String(processes)];
  const [began, processor] = [performance.now(), await processorOfChildren()];
  const child = spawn(process.execPath, [command, ...words], { stdio: ['ignore', 'ignore', 'inherit'] });
  let memory = 0;
  const watch = setInterval(async () => {
    memory = Math.max(memory, await memoryOfTree(child.pid ?? 0));
  }, 500);
  const code = await new Promise((resolve) => child.on('exit', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`neuroid render ended with ${code}`);
  return {
    seconds: (performance.now() - began) / 1000,
    processor: (await processorOfChildren()) - processor,
    memory,
  };
}

/** Seconds that processes have computed which this one started and which have ended, as Linux counts them. */
async function processorOfChildren(): Promise<number> {
  const fields = await readFile('/proc/self/stat', 'utf8').catch(() => '');
  const [user, system] = fields.split(' ').slice(15, 17).map(Number);
  return (user + system) / ticksPerSecond;
}

/** The same objects one by one in Blender, where it is installed: path tracing with 4 samples, and its viewport. */
async function measureBlender(): Promise<void> {
  const found = await run('blender', ['--version']).catch(() => undefined);
  if (!found) return console.log('blender is not installed');
  const folder = await mkdtemp(join(tmpdir(), 'neuroid-benchmark-'));
  const mesh = join(folder, 'object.obj');
  await writeFile(mesh, await objectFile());
  for (const size of ['128', '256'])
    for (const engine of ['CYCLES', 'BLENDER_WORKBENCH']) {
      const words = ['-b', '-noaudio', '-P', script, '--', mesh, engine, size, '50', folder];
      const { stdout } = await run('blender', words, { maxBuffer: 1e9 });
      console.log(`${found.stdout.split('\n')[0]}, ${stdout.match(/^[A-Z_]+: .* pictures.*$/m)?.[0]}`);
    }
  await rm(folder, { recursive: true });
}

async function objectFile(): Promise<string> {
  const source = await objectsPlugin.create(objectsPlugin.options.parse({}), {}, instance);
  const [{ object_name }] = await source.objects();
  return new OBJExporter().parse(await source.load(object_name));
}

/** Memory of a process and all below it, in MB; pages that several share are counted once where Linux tells. */
async function memoryOfTree(root: number): Promise<number> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,rss=']);
  const rows = stdout
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/).map(Number));
  const family = new Set([root]);
  let memory = 0;
  for (const [pid, parent, resident] of rows)
    if (family.has(pid) || family.has(parent)) {
      family.add(pid);
      memory += (await proportionalMemory(pid)) ?? resident;
    }
  return memory / 1000;
}

/** In kilobytes; every shared page counts by its share. */
async function proportionalMemory(pid: number): Promise<number | undefined> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  const [, kilobytes] = text.match(/^Pss:\s+(\d+)/m) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes);
}

function print(name: string, { rate, processor, memory, growth }: Measure): void {
  const grown = growth === undefined ? '' : ` (${growth.toFixed(0)} more than at half time)`;
  console.log(
    `${name}: ${rate.toFixed(0)} pictures/s, ${processor.toFixed(1)} ms of processor each, ${memory.toFixed(0)} MB${grown}`,
  );
}
