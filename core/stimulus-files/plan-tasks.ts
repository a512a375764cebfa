/**
 * Rows cut into tasks for workers. Loading an object takes as long as drawing several pictures of it, so its rows stay
 * together, unless they are more than a task holds.
 * @param rows in the order of the table
 * @param objects object shown in each row of the table, where it is known
 * @param size how many rows a task holds at most
 */
export function planTasks(
  rows: readonly number[],
  objects: readonly string[] | undefined,
  size: number,
): readonly (readonly number[])[] {
  const byObject = new Map<string, number[]>();
  for (const row of rows) {
    const name = objects?.[row] ?? '';
    const members = byObject.get(name);
    if (members) members.push(row);
    else byObject.set(name, [row]);
  }
  const tasks: number[][] = [];
  let open: number[] = [];
  for (const members of byObject.values()) {
    if (open.length > 0 && open.length + members.length > size) {
      tasks.push(open);
      open = [];
    }
    for (const row of members) {
      open.push(row);
      if (open.length < size) continue;
      tasks.push(open);
      open = [];
    }
  }
  return open.length > 0 ? [...tasks, open] : tasks;
}
