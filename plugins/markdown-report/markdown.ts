/** Text in which nothing is markup. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|#~]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}

export function list(items: readonly string[]): string {
  return items.map((item) => `- ${escaped(item)}`).join('\n');
}

/** A table whose columns are numbers, to the right, where every row has one. */
export function table(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => escaped(String(cell))).join(' | ')} |`;
  const sides = columns.map((_, index) =>
    rows.every((row) => /^[−\d–]/.test(String(row[index]))) ? '---:' : '---',
  );
  return [line(columns), `| ${sides.join(' | ')} |`, ...rows.map(line)].join('\n');
}
