import { methods } from '../../../core/reporting/methods.ts';
import { exampleReport } from '../../support/report.ts';

describe('methods', () => {
  test('name every option, the seed, versions, engines and what is simulated', async () => {
    const { results } = await exampleReport();
    const options = {
      stimuli: [
        {
          id: 'test',
          plugin: 'rendered-objects',
          version: '3',
          objects: { plugin: 'procedural-objects', perCategory: 8 },
        },
      ],
      readout: { id: 'readout', plugin: 'pls', version: '1', components: 25 },
      bootstrap: { draws: 200, level: 0.95, interval: 'percentile' },
      presented: 'test',
      variables: {},
      activations: { units: 4096 },
      protocols: [{ id: 'images', split: 'k-fold', folds: 10 }],
    };
    const all = methods({ ...results, options });
    const parts = all.flatMap((method) => method.parts);
    expect(parts).toContain(
      'test: rendered-objects 3, objects.plugin = procedural-objects, objects.perCategory = 8',
    );
    expect(parts).toContain('readout: pls 1, components = 25');
    expect(parts).toContain('bootstrap: draws = 200, level = 0.95, interval = percentile');
    expect(parts).toContain('images: split = k-fold, folds = 10');
    expect(parts).toContain('presented: test');
    expect(parts).toContain('activations: units = 4096');
    expect(parts.filter((part) => part.startsWith('variables'))).toEqual([]);
    expect(parts.filter((part) => part.includes('tensorflow 2.21.0'))).toHaveLength(1);
    const text = all.map((method) => method.text).join(' ');
    for (const { population } of results.populations) expect(text).toContain(`${population}: `);
    expect(text).toContain('168 simulated neuroids');
    expect(text).toContain(`seed ${results.seed}`);
    expect(text).toContain(`Neuroid ${results.neuroid}`);
    expect(text).toContain('4,800 stimuli of 32 objects and 4 categories');
  });
});
