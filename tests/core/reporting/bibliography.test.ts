import { pluginsFolder } from '../../../core/cli/folders.ts';
import { loadBuiltInPlugins } from '../../../core/container/load-plugins.ts';
import type { UsedPlugin } from '../../../core/contracts/results.ts';
import { bibliography, bibtex, parseReference } from '../../../core/reporting/bibliography.ts';
import { parseBibtex } from '../../support/parse-bibtex.ts';

function cited(citation: string, id = 'mine'): UsedPlugin {
  return { kind: 'backbone', id, version: '1', summary: 'a model', citation };
}

describe('citations', () => {
  test('with title, journal, volume and pages', () => {
    expect(
      parseReference(
        'Lee, Mumford & Huang (2001), Occlusion, scale: a model, Int. J. Comput. Vis. 41, 35-59',
      ),
    ).toMatchObject({
      authors: ['Lee', 'Mumford', 'Huang'],
      year: '2001',
      title: 'Occlusion, scale: a model',
      journal: 'Int. J. Comput. Vis.',
      volume: '41',
      pages: '35-59',
    });
  });

  test('without title, with a figure named, as the older ones', () => {
    expect(parseReference('Yamins et al. 2014, PNAS 111:8619, figure 3')).toMatchObject({
      authors: ['Yamins', 'others'],
      year: '2014',
      title: undefined,
      journal: 'PNAS',
      volume: '111',
      pages: '8619',
    });
  });

  test('of proceedings and books, whose volume is not told', () => {
    expect(parseReference('Kornblith et al. (2019), Similarity revisited, ICML')).toMatchObject({
      title: 'Similarity revisited',
      journal: 'ICML',
    });
    expect(
      parseReference('Golub & Van Loan (2013), Matrix computations, 4th ed., sections 4.2 and 8.3'),
    ).toMatchObject({
      authors: ['Golub', 'Van Loan'],
      title: 'Matrix computations',
    });
  });

  test('that name no year stay as they are', () => {
    expect(parseReference('three.js authors, https://threejs.org')).toEqual({
      text: 'three.js authors, https://threejs.org',
    });
  });
});

describe('bibliography', () => {
  test('has a work once, with its title if any plugin gives it', () => {
    const works = bibliography([
      cited('Yamins et al. 2014, PNAS 111:8619, figure 1', 'a'),
      cited(
        'Yamins et al. (2014), Performance-optimized models, PNAS 111, 8619-8624; Field (1987), Relations, J. Opt. 4, 1-2',
        'b',
      ),
    ]);
    expect(works.map(({ authors, title, plugins }) => [authors?.[0], title, plugins])).toEqual([
      ['Field', 'Relations', ['b']],
      ['Yamins', 'Performance-optimized models', ['a', 'b']],
    ]);
  });

  test('as BibTeX keeps every word, whatever stands in it', () => {
    const text = 'Müller & O’Neil (1999), 50 % of {all} the_cells & more: $5, J Neurosci 19, 1-9';
    const [entry] = parseBibtex(bibtex(bibliography([cited(text)]), '1'));
    expect(entry.type).toBe('article');
    expect(entry.fields).toMatchObject({
      author: 'Müller and O’Neil',
      title: '{50 \\% of all the\\_cells \\& more: \\$5}',
      journal: 'J Neurosci',
      volume: '19',
      pages: '1--9',
      year: '1999',
    });
    expect(entry.fields.note).toContain('Cited by mine');
  });

  test('two works of one author and year have different keys', () => {
    const works = bibliography([
      cited('De Valois et al. (1982), Vision Res 22:545; De Valois et al. (1982), Vision Res 23:531'),
    ]);
    const keys = parseBibtex(bibtex(works, '1')).map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
  });

  test('of all plugins that come with Neuroid is BibTeX, with no citation lost', async () => {
    const registered = await loadBuiltInPlugins(pluginsFolder);
    const plugins = registered.map(
      ({
        plugin: {
          id,
          version,
          summary,
          citation,
          extends: { kind },
        },
      }) => ({ kind, id, version, summary, ...(citation && { citation }) }),
    );
    const works = bibliography(plugins);
    const entries = parseBibtex(bibtex(works, '1'));
    expect(entries).toHaveLength(works.length + 1);
    expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
    const citing = plugins.filter(({ citation }) => citation).map(({ id }) => id);
    expect(new Set(works.flatMap((work) => work.plugins))).toEqual(new Set(citing));
    const withoutYear = entries.filter(({ key, fields }) => key !== 'neuroid' && !fields.year);
    expect(withoutYear.length / entries.length).toBeLessThan(0.1);
  });
});
