import { availableParallelism } from 'node:os';
import native from '../plugins/tensorflow/index.ts';
import wasm from '../plugins/tensorflow-wasm/index.ts';
import { instance } from './compare.ts';
import { type Contest, contests, enter } from './networks.ts';
import { type Peer, type Spent, startPyTorch } from './pytorch.ts';

/**
 * Pictures per second of reading all layers and of training, beside PyTorch on the same plan, in turn within each round,
 * so that a load that comes and goes meets both. Of PyTorch's two memory layouts the faster counts.
 * Run: PYTHON=python3 node --import tsx benchmarks/backbones.ts [tensorflow|tensorflow-wasm] [rounds] [network …]
 */
const [engine = 'tensorflow', rounds = '5', ...chosen] = process.argv.slice(2);
const threads = availableParallelism();
const tensors = await (engine === 'tensorflow-wasm' ? wasm : native).create({}, {}, instance);
const peer = await startPyTorch(threads);
const layouts = ['channels_last', 'contiguous'] as const;

console.log(`${tensors.identity}; ${peer?.identity ?? 'no PyTorch'}; best of ${rounds} rounds`);
console.log('network    work       pictures/s   PyTorch   ratio   of processor time');
for (const contest of contests)
  if (chosen.length === 0 || chosen.includes(contest.network)) await compete(contest, peer);
peer?.close();

async function compete(contest: Contest, pyTorch: Peer | undefined): Promise<void> {
  const own = enter(tensors, contest);
  for (const work of ['reading', 'training'] as const) {
    const ours: Spent[] = [];
    const theirs = layouts.map((): Spent[] => []);
    const steps = 5;
    for (let round = 0; round <= Number(rounds); round++) {
      ours.push(measure(() => Array.from({ length: steps }, own[work])));
      for (const [index, layout] of layouts.entries())
        if (pyTorch) theirs[index].push(await pyTorch.run({ ...contest, work, layout, steps }));
    }
    report(contest, work, steps, ours, theirs);
  }
}

/** The first round only warms up. */
function report(
  { network, batch }: Contest,
  work: string,
  steps: number,
  ours: readonly Spent[],
  theirs: readonly (readonly Spent[])[],
): void {
  const best = (spent: readonly Spent[], what: keyof Spent) =>
    Math.min(...spent.slice(1).map((round) => round[what]));
  const fastest = (what: keyof Spent) => Math.min(...theirs.map((spent) => best(spent, what)));
  const speed = (seconds: number) => ((batch * steps) / seconds).toFixed(0);
  const ratio = (what: keyof Spent) => (fastest(what) / best(ours, what)).toFixed(2);
  console.log(
    [
      network.padEnd(10),
      work.padEnd(10),
      speed(best(ours, 'seconds')).padStart(10),
      speed(fastest('seconds')).padStart(9),
      ratio('seconds').padStart(7),
      ratio('processor').padStart(7),
    ].join(' '),
  );
}

function measure(work: () => unknown): Spent {
  const start = performance.now();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - start) / 1000, processor: (user + system) / 1e6 };
}
