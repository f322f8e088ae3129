import type { Box } from '../chart/occupancy.ts';

/** A word that wants to stand beside a mark of radius r at (x, y). */
export interface NameRequest {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  /** The side that is tried first; right if absent. */
  readonly side?: 'left' | 'right' | 'above';
  /** It is left out rather than set over something else. */
  readonly optional?: boolean;
}

/** Where a word stands: its anchor, and which end of it that is. */
export interface NamePlace {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Puts each word, in the order of their importance, on the side of its mark where it covers nothing, or least. */
export function placeNames(
  requests: readonly NameRequest[],
  obstacles: readonly Box[],
  bounds: Box,
  textSize: number,
): readonly NamePlace[] {
  const taken = [...obstacles];
  const placed: NamePlace[] = [];
  for (const request of requests) {
    const candidates = candidatesOf(request, textSize);
    const costs = candidates.map(
      ({ box }, k) =>
        100 * taken.filter((other) => overlap(box, other)).length + 300 * outside(box, bounds) + k,
    );
    const least = Math.min(...costs);
    const best = candidates[costs.indexOf(least)];
    if (!best || (request.optional && least >= 100)) continue;
    taken.push(best.box);
    placed.push(best.place);
  }
  return placed;
}

function candidatesOf({ key, text, x, y, r, side = 'right' }: NameRequest, size: number) {
  const width = 0.58 * size * text.length;
  const gap = r + 0.4 * size;
  const rise = r + 0.85 * size;
  const at = (dx: number, dy: number, anchor: NamePlace['anchor']) => {
    const start = anchor === 'start' ? 0 : anchor === 'end' ? -width : -width / 2;
    return {
      place: { key, text, x: x + dx, y: y + dy, anchor },
      box: {
        left: x + dx + start,
        right: x + dx + start + width,
        top: y + dy - 0.6 * size,
        bottom: y + dy + 0.6 * size,
      },
    };
  };
  const right = at(gap, 0, 'start');
  const left = at(-gap, 0, 'end');
  const above = at(0, -rise, 'middle');
  const sides = { right: [right, left, above], left: [left, right, above] };
  return [
    ...(side === 'above' ? [above, right, left] : sides[side]),
    at(0, rise, 'middle'),
    at(0, -rise, 'start'),
    at(0, -rise, 'end'),
    at(0, rise, 'start'),
    at(0, rise, 'end'),
  ];
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right + 3 && b.left < a.right + 3 && a.top < b.bottom && b.top < a.bottom;

const outside = (box: Box, bounds: Box): number =>
  [
    bounds.left - box.left,
    box.right - bounds.right,
    bounds.top - box.top,
    box.bottom - bounds.bottom,
  ].filter((beyond) => beyond > 0).length;
