const widthPerSize = 0.56;

/** About how wide a text is, in pixels, in a common sans-serif of the given size. */
export function textWidth(text: string, size = 12): number {
  return text.length * size * widthPerSize;
}

/** The text in lines that are at most `width` pixels wide; longer words stand alone. */
export function wrapped(text: string, width: number, size = 12): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Places in one column for labels of one line each, near the wished ones, in order, without overlap. */
export function spread(
  wished: readonly number[],
  lineHeight: number,
  top: number,
  bottom: number,
): readonly number[] {
  const order = wished.map((_, index) => index).toSorted((a, b) => wished[a] - wished[b]);
  const places = new Array<number>(wished.length);
  let free = top;
  order.forEach((index, rank) => {
    const room = bottom - (order.length - 1 - rank) * lineHeight;
    places[index] = Math.max(free, Math.min(wished[index], room));
    free = places[index] + lineHeight;
  });
  return places;
}
