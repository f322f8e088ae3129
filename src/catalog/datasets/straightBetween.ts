import type { DataPoint } from '../../nn/dataPoints.ts';

/**
 * `count` points at even places between given ones (in order of x), on the straight lines from one to the next: between the ends of
 * a line, or all around a circle of 2π. None is at the place of a given one.
 */
export function straightBetween(
  points: readonly DataPoint[],
  count: number,
  round: boolean,
): readonly DataPoint[] {
  const first = points[0]!;
  const last = points.at(-1)!;
  const turn = 2 * Math.PI;
  const corners = round
    ? [{ x: last.x - turn, y: last.y }, ...points, { x: first.x + turn, y: first.y }]
    : points;
  // A single place has no line: one unit to each side of it.
  const [from, to] = round
    ? [0, turn]
    : last.x > first.x
      ? [first.x, last.x]
      : [first.x - 1, last.x + 1];
  const step = (to - from) / count;
  const taken = new Set(points.map(({ x }) => x));
  return Array.from({ length: count }, (_, k) => {
    let x = from + (k + 0.5) * step;
    for (let shift = step / 4; taken.has(x); shift /= 2) x += shift;
    return { x, y: heightAt(corners, x) };
  });
}

function heightAt(corners: readonly DataPoint[], x: number): number {
  const before = corners.findLast((corner) => corner.x <= x) ?? corners[0]!;
  const after = corners.find((corner) => corner.x > x) ?? corners.at(-1)!;
  const width = after.x - before.x;
  return width > 0 ? before.y + ((x - before.x) / width) * (after.y - before.y) : before.y;
}
