/** Something that stands under a name in one run or both; undefined where a run lacks it. */
export interface Change<Value> {
  readonly name: string;
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

/** What is not the same in both, names of the first before those that only the second has. */
export function changes<Value extends string | number | boolean | null>(
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
): readonly Change<Value>[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((name) => ({ name, before: before.get(name), after: after.get(name) }))
    .filter((change) => change.before !== change.after);
}

export interface Paired<Item> {
  readonly both: readonly { readonly before: Item; readonly after: Item }[];
  readonly onlyBefore: readonly Item[];
  readonly onlyAfter: readonly Item[];
}

/** Items of two runs that have the same name. */
export function paired<Item>(
  before: readonly Item[],
  after: readonly Item[],
  nameOf: (item: Item) => string,
): Paired<Item> {
  const [first, second] = [before, after].map((items) => new Map(items.map((item) => [nameOf(item), item])));
  return {
    both: [...first].flatMap(([name, item]) => {
      const other = second.get(name);
      return other === undefined ? [] : [{ before: item, after: other }];
    }),
    onlyBefore: [...first].flatMap(([name, item]) => (second.has(name) ? [] : [item])),
    onlyAfter: [...second].flatMap(([name, item]) => (first.has(name) ? [] : [item])),
  };
}
