import type { Point } from './curvePath.ts';
import { extentOf } from './Interval.ts';
import type { Box } from './occupancy.ts';

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

/** How many lines of words a label is put away from its curve where the first is taken, and what it costs to be so far. */
const away = [
  { line: 0, cost: 0 },
  { line: 1, cost: 25 },
];

/** Where a label may stand: along its curve (as points close to each other), or beyond the end of a short one. */
export const labelCandidates = (
  request: LabelRequest,
  curve: readonly Point[],
  textSize: number,
  bounds: Box,
): readonly Candidate[] =>
  [
    ...away.flatMap(({ line, cost }, row) =>
      places.flatMap((share, k) =>
        ([-1, 1] as const).map((side, second) =>
          candidateAt(
            request,
            curve,
            // The further to the left, the worse.
            { share, side, line, cost: cost + k + second / 2 },
            2 * (row * places.length + k) + second,
            textSize,
            bounds,
          ),
        ),
      ),
    ),
    ...lines.map((shift, k) =>
      candidateBeyond(request, curve, shift, 2 * places.length * away.length + k, textSize, bounds),
    ),
  ].filter((candidate) => candidate !== undefined);

function candidateAt(
  { key, text }: LabelRequest,
  curve: readonly Point[],
  { share, side, line, cost }: Beside,
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
  const distance = (0.95 + 1.3 * line) * textSize;
  const y = side < 0 ? own[0] - distance : own[1] + distance;
  // A steep curve would push its label far from itself.
  const stretch = (own[1] - own[0]) / textSize;
  return {
    place: { key, text, choice, x, y },
    box: boxAround(x, y, half, textSize),
    cost: cost + stretch,
  };
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
    cost: 8 + 1.5 * Math.abs(shift),
  };
}

/** Where along a curve, on which side of it and how far away. */
interface Beside {
  readonly share: number;
  readonly side: -1 | 1;
  readonly line: number;
  readonly cost: number;
}

/** A label where it may stand. */
export interface Candidate {
  readonly place: LabelPlace;
  readonly box: Box;
  /** What it costs to stand there rather than by the right end of its curve, about in lines that it is further away. */
  readonly cost: number;
}

const halfWidth = (text: string, textSize: number): number => 0.29 * textSize * text.length;

const boxAround = (x: number, y: number, half: number, textSize: number): Box => ({
  left: x - half,
  right: x + half,
  top: y - 0.62 * textSize,
  bottom: y + 0.62 * textSize,
});
