/** A rectangle in pixels, y downwards. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface LabelledPoint {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

const characterWidth = 6.4;
const lineHeight = 14;
const distances = [8, 16, 26, 38, 52];
const directions = [0, 180, 270, 90, 315, 45, 225, 135].map((degrees) => (degrees * Math.PI) / 180);
const pixelsPerCrossing = 12;

/**
 * Finds a free place near each point for its label, point by point in the order given. Labels never cover one
 * another or an `occupied` box and stay in `bounds`; they cross a `thin` box only where that spares a long way.
 * undefined: there is no free place.
 */
export function placeLabels(
  points: readonly LabelledPoint[],
  occupied: readonly Box[],
  thin: readonly Box[],
  bounds: Box,
): readonly (Box | undefined)[] {
  const taken = [...occupied];
  return points.map((point) => {
    const place = candidates(point)
      .filter(({ box }) => contains(bounds, box) && !taken.some((other) => overlap(box, other)))
      .map(({ box, distance }) => ({ box, cost: distance + pixelsPerCrossing * crossings(box, thin) }))
      .reduce<{ box: Box; cost: number } | undefined>(
        (best, candidate) => (best && best.cost <= candidate.cost ? best : candidate),
        undefined,
      )?.box;
    if (place) taken.push(place);
    return place;
  });
}

function candidates(point: LabelledPoint): readonly { box: Box; distance: number }[] {
  return distances.flatMap((distance) =>
    directions.map((direction) => ({ distance, box: labelBox(point, distance, direction) })),
  );
}

/** The label's box when the point sees its near edge or corner at the given distance and direction. */
function labelBox({ x, y, text }: LabelledPoint, distance: number, direction: number): Box {
  const width = text.length * characterWidth;
  const towards = { x: Math.round(Math.cos(direction)), y: Math.round(Math.sin(direction)) };
  const left = x + distance * Math.cos(direction) + ((towards.x - 1) / 2) * width;
  const top = y + distance * Math.sin(direction) + ((towards.y - 1) / 2) * lineHeight;
  return { left, top, right: left + width, bottom: top + lineHeight };
}

function crossings(box: Box, thin: readonly Box[]): number {
  return thin.filter((other) => overlap(box, other)).length;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function contains(outer: Box, inner: Box): boolean {
  return (
    outer.left <= inner.left &&
    outer.top <= inner.top &&
    outer.right >= inner.right &&
    outer.bottom >= inner.bottom
  );
}
