import { createRandomStreams } from '../../../core/random/streams.ts';
import { clustersByName, drawClusters, exchangeClusters } from '../../../core/statistics/clusters.ts';

const random = () => createRandomStreams('clusters').stream('test');

describe('clusters', () => {
  test('are the items of one name', () => {
    expect(clustersByName(['a', 'b', 'a', 'c'])).toEqual([[0, 2], [1], [3]]);
  });

  test('are drawn whole, with replacement', () => {
    const clusters = [[0, 1, 2], [3], [4, 5]];
    const stream = random();
    for (let draw = 0; draw < 50; draw++) {
      const items = drawClusters(clusters, stream);
      const times = clusters.map((cluster) =>
        cluster.map((item) => items.filter((own) => own === item).length),
      );
      for (const counts of times) expect(new Set(counts).size).toBe(1);
      expect(times.reduce((sum, [count]) => sum + count, 0)).toBe(clusters.length);
    }
  });

  test('of single items change places as a permutation says', () => {
    expect(exchangeClusters([[0], [1], [2]], [2, 0, 1], random())).toEqual([2, 0, 1]);
  });

  test('get the items of one other cluster, each as often as the sizes allow', () => {
    const clusters = [
      [0, 1, 2, 3, 4],
      [5, 6],
      [7, 8],
    ];
    const from = exchangeClusters(clusters, [1, 0, 2], random());
    const givers = clusters.map((items) => items.map((item) => from[item]).toSorted((a, b) => a - b));
    expect(
      [
        givers[0].filter((item) => item === 5).length,
        givers[0].filter((item) => item === 6).length,
      ].toSorted(),
    ).toEqual([2, 3]);
    expect(new Set(givers[1]).size).toBe(2);
    for (const item of givers[1]) expect(clusters[0]).toContain(item);
    expect(givers[2]).toEqual([7, 8]);
  });
});
