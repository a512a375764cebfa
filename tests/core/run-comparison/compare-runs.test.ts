import type { Results } from '../../../core/contracts/results.ts';
import { compareRuns } from '../../../core/run-comparison/compare-runs.ts';
import { exampleReport } from '../../support/report.ts';

const options = {
  bootstrap: { draws: 200, level: 0.95 },
  readout: { id: 'readout', plugin: 'pls', version: '1', components: 25 },
  backbones: [
    { id: 'cnn', plugin: 'cnn', version: '2', train: { epochs: 12 }, channels: [16, 32] },
    { id: 'pixels', plugin: 'pixels', version: '1' },
  ],
};

describe('comparison of runs', () => {
  let run: Results;

  beforeAll(async () => {
    run = { ...(await exampleReport()).results, options };
  });

  test('a run does not differ from itself', () => {
    const { scores, performance, statistics, ...lists } = compareRuns(run, run);
    expect(lists).toEqual({
      options: [],
      versions: [],
      stimuli: [],
      verdicts: [],
      warnings: { gone: [], added: [] },
    });
    expect([scores, performance, statistics].map(({ changed }) => changed)).toEqual([[], [], []]);
    expect(scores.compared).toBe(run.scores.length);
  });

  test('finds exactly the option that changed, by its path in the scene', () => {
    const [cnn, pixels] = options.backbones;
    const after = { ...run, options: { ...options, backbones: [{ ...cnn, train: { epochs: 20 } }, pixels] } };
    const { options: changed, versions } = compareRuns(run, after);
    expect(changed).toEqual([{ name: 'backbones.cnn.train.epochs', before: 12, after: 20 }]);
    expect(versions).toEqual([]);
  });

  test('entries are told by their id, not their place; a new one is all new', () => {
    const extra = { id: 'hmax', plugin: 'hmax', version: '1', patches: 100 };
    const after = { ...run, options: { ...options, backbones: [extra, ...options.backbones.toReversed()] } };
    const { options: changed, versions } = compareRuns(run, after);
    expect(changed).toEqual([
      { name: 'backbones.hmax.plugin', before: undefined, after: 'hmax' },
      { name: 'backbones.hmax.patches', before: undefined, after: 100 },
    ]);
    expect(versions.map(({ name }) => name)).toEqual(['backbones.hmax.version']);
  });

  test('seed, versions of plugins and engines are told apart from options', () => {
    const readout = { ...options.readout, version: '2' };
    const engines = { ...run.engines, tensors: { plugin: 'tensorflow-wasm', identity: 'wasm' } };
    const found = compareRuns(run, { ...run, seed: '7', engines, options: { ...options, readout } });
    expect(found.options).toEqual([{ name: 'seed', before: run.seed, after: '7' }]);
    expect(found.versions.map(({ name }) => name)).toEqual(['tensors', 'readout.version']);
  });

  test('pairs scores whatever their order, and says whether intervals overlap', () => {
    const [first, second, ...rest] = run.scores;
    const shifted = (score: typeof first, by: number) => ({
      ...score,
      ceiled: (score.ceiled ?? 0) + by,
      interval: score.interval && {
        ...score.interval,
        low: score.interval.low + by,
        high: score.interval.high + by,
      },
    });
    const scores = [...rest.toReversed(), shifted(second, 2), shifted(first, 0.001)];
    const { changed, onlyAfter, onlyBefore } = compareRuns(run, { ...run, scores }).scores;
    expect(changed.map(({ difference }) => Number(difference.toFixed(6)))).toEqual([2, 0.001]);
    expect(changed.map(({ intervalsOverlap }) => intervalsOverlap)).toEqual([false, true]);
    expect(changed[0].name).toContain(second.backbone);
    expect([onlyBefore, onlyAfter]).toEqual([[], []]);
  });

  test('compares raw r where one run has no ceiling', () => {
    const scores = run.scores.map((score) => ({ ...score, ceiling: null, ceiled: null, interval: null }));
    expect(compareRuns(run, { ...run, scores }).scores.changed).toEqual([]);
  });

  test('names backbones that only one run has, verdicts that turned, and warnings', () => {
    const scores = run.scores.filter(({ backbone }) => backbone !== 'hmax');
    const [finding, ...others] = run.findings;
    const findings = [{ ...finding, verdict: 'inconclusive' as const }, ...others];
    const found = compareRuns(run, { ...run, scores, findings, warnings: [run.warnings[0], 'new'] });
    expect(found.scores.onlyBefore.length).toBe(run.scores.length - scores.length);
    expect(found.scores.onlyBefore.every((name) => name.startsWith('hmax'))).toBe(true);
    expect(found.verdicts).toEqual([
      { name: `${finding.hypothesis}, ${finding.subject}`, before: finding.verdict, after: 'inconclusive' },
    ]);
    expect(found.warnings).toEqual({ gone: [run.warnings[1]], added: ['new'] });
  });
});
