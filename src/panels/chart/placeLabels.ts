import { fittedText } from './fittedText.ts';
import { extentOf } from './Interval.ts';
import type { Point } from './curvePath.ts';
import { occupancy, type Box } from './occupancy.ts';

/** A word that wants to stand beside a curve (points from left to right, in pixels). */
export interface LabelRequest {
  readonly key: string;
  readonly text: string;
  readonly curve: readonly Point[];
}

/** Where a label's centre stands, and which of its candidates that was. */
export interface LabelPlace extends Point {
  readonly key: string;
  readonly text: string;
  readonly choice: number;
}

/** Places along a curve, from its right end to its left, as shares of its width; each is tried above and below. */
const places = [0.94, 0.84, 0.74, 0.64, 0.54, 0.44, 0.34, 0.24, 0.14, 0.06];

/** Places beyond the right end of a short curve, as lines above (−) or below its last point. */
const lines = [0, -1, 1, -2, 2, -3, 3, -4, 4];

/**
 * Puts each label above or below its own curve, or beyond the end of one that is too short for all, where it hides least: other
 * labels, the plot's edge and curves (`obstacles`) cost, in this order. A label stays where it was (`before`, its choice by key) unless another
 * place is much better.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  obstacles: readonly Point[],
  bounds: Box,
  textSize: number,
  before: ReadonlyMap<string, number>,
): readonly LabelPlace[] {
  const placed: { readonly place: LabelPlace; readonly box: Box }[] = [];
  const hidden = occupancy(obstacles, bounds);
  const room = bounds.right - bounds.left;
  for (const asked of requests) {
    const request = { ...asked, text: fittedText(asked.text, room, textSize) };
    const own = alongCurve(request.curve);
    const candidates = [
      ...places.flatMap((share, k) => [
        candidateAt(request, own, share, -1, 2 * k, textSize, bounds),
        candidateAt(request, own, share, 1, 2 * k + 1, textSize, bounds),
      ]),
      ...lines.map((shift, k) =>
        candidateBeyond(request, own, shift, 2 * places.length + k, textSize, bounds),
      ),
    ].filter((candidate) => candidate !== undefined);
    const costs = candidates.map(
      ({ place, box, stretch }) =>
        1000 * placed.filter((other) => overlap(box, other.box)).length +
        100 * outside(box, bounds) +
        4 * hidden(box) +
        2 * stretch +
        place.choice / 2 -
        (before.get(request.key) === place.choice ? 12 : 0),
    );
    const best = candidates[costs.indexOf(Math.min(...costs))];
    if (best) placed.push(best);
  }
  return placed.map(({ place }) => place);
}

/** Points about every few pixels along a curve, for finding what a label would hide. */
export function alongCurve(curve: readonly Point[], distance = 4): readonly Point[] {
  return curve.flatMap((point, k) => {
    const next = curve[k + 1];
    if (!next) return [point];
    const count = Math.ceil(Math.hypot(next.x - point.x, next.y - point.y) / distance);
    return Array.from({ length: Math.min(200, Math.max(1, count)) }, (_, step) => ({
      x: point.x + ((next.x - point.x) * step) / Math.max(1, count),
      y: point.y + ((next.y - point.y) * step) / Math.max(1, count),
    }));
  });
}

function candidateAt(
  { key, text }: LabelRequest,
  curve: readonly Point[],
  share: number,
  side: -1 | 1,
  choice: number,
  textSize: number,
  bounds: Box,
): Candidate | undefined {
  const first = curve[0];
  const last = curve.at(-1);
  if (!first || !last) return undefined;
  const half = halfWidth(text, textSize);
  const anchor = first.x + share * (last.x - first.x);
  const x = Math.min(bounds.right - half, Math.max(bounds.left + half, anchor));
  const near = extentOf(
    curve.filter((point) => Math.abs(point.x - x) <= half).map((point) => point.y),
  );
  const own = near ?? [last.y, last.y];
  const y = side < 0 ? own[0] - 0.95 * textSize : own[1] + 0.95 * textSize;
  // A steep curve would push its label far from itself.
  const stretch = (own[1] - own[0]) / textSize;
  return { place: { key, text, choice, x, y }, box: boxAround(x, y, half, textSize), stretch };
}

/** On the right of a curve's last point, if there is room. */
function candidateBeyond(
  { key, text }: LabelRequest,
  curve: readonly Point[],
  shift: number,
  choice: number,
  textSize: number,
  bounds: Box,
): Candidate | undefined {
  const last = curve.at(-1);
  const half = halfWidth(text, textSize);
  const x = (last?.x ?? NaN) + 0.8 * textSize + half;
  if (!last || !(x + half <= bounds.right)) return undefined;
  const y = last.y + 1.3 * shift * textSize;
  return {
    place: { key, text, choice, x, y },
    box: boxAround(x, y, half, textSize),
    stretch: Math.abs(shift),
  };
}

interface Candidate {
  readonly place: LabelPlace;
  readonly box: Box;
  /** How many lines it stands from its curve besides what all have. */
  readonly stretch: number;
}

const halfWidth = (text: string, textSize: number): number => 0.29 * textSize * text.length;

const boxAround = (x: number, y: number, half: number, textSize: number): Box => ({
  left: x - half,
  right: x + half,
  top: y - 0.62 * textSize,
  bottom: y + 0.62 * textSize,
});

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right + 4 && b.left < a.right + 4 && a.top < b.bottom && b.top < a.bottom;

const outside = (box: Box, bounds: Box): number =>
  Math.max(0, bounds.top - box.top) + Math.max(0, box.bottom - bounds.bottom);
