/** Names of a population's neuroids: `<population>.<number>`, numbered from 0. */
export function neuroidIds(population: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${population}.${index}`);
}
