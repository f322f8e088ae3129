import type { Point } from './curvePath.ts';
import { fittedText } from './fittedText.ts';
import { labelCandidates, type LabelPlace, type LabelRequest } from './labelCandidates.ts';
import { occupancy, type Box } from './occupancy.ts';

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
    const candidates = labelCandidates(request, own, textSize, bounds);
    const costs = candidates.map(
      ({ place, box, cost }) =>
        1000 * placed.filter((other) => overlap(box, other.box)).length +
        100 * outside(box, bounds) +
        4 * hidden(box) +
        cost -
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

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right + 4 && b.left < a.right + 4 && a.top < b.bottom && b.top < a.bottom;

const outside = (box: Box, bounds: Box): number =>
  Math.max(0, bounds.top - box.top) + Math.max(0, box.bottom - bounds.bottom);
