import type { ArmLabel } from '../../spec/Experiment.ts';
import { fixedPoint, phaseOf, type MeanField } from '../../nn/meanField.ts';
import type { Box } from '../chart/occupancy.ts';
import { besideEachOther } from './besideEachOther.ts';
import type { PhaseArm } from './phaseArms.ts';
import { criticalPoints } from './criticalPoints.ts';
import type { PhasePlane } from './planeOf.ts';
import type { PhaseScales } from './phaseScales.ts';
import { placeNames, type NamePlace, type NameRequest } from './placeNames.ts';
import { published } from './published.ts';

/** A word in the plane: of an arm, or of what else is marked. */
export interface PhaseName extends NamePlace {
  readonly arm?: ArmLabel;
}

/** All words beside marks, those of arms first. Marks at one place stand side by side and have only their letters. */
export function phaseNames(
  arms: readonly PhaseArm[],
  plane: PhasePlane,
  scales: PhaseScales,
  unit: number,
  corners: readonly Box[],
): readonly PhaseName[] {
  const { x, y } = scales;
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  const r = markRadius(unit);
  const points = arms.map(({ place }) => ({ x: x.at(place.sw2), y: y.at(place.sb2) }));
  const spread = besideEachOther(points, 2 * r);
  const marks = arms.map(({ label, name }, k): NameRequest => {
    const { shift, crowd } = spread[k]!;
    const at = { x: points[k]!.x + 2.4 * r * shift, y: points[k]!.y, r };
    return crowd > 1
      ? { key: label, text: label, ...at, side: 'above' }
      : { key: label, text: name, ...at };
  });
  const line = lineName(plane, scales, unit);
  const requests: NameRequest[] = [
    ...marks.filter(({ text }) => text !== ''),
    ...(line ? [line] : []),
    ...publishedIn(plane, scales).map(({ name, side, sw2, sb2 }) => ({
      key: name,
      text: name,
      x: x.at(sw2),
      y: y.at(sb2),
      r: 3,
      side,
      optional: true,
    })),
  ];
  const obstacles = [
    ...corners,
    ...[...marks, ...requests.filter(({ optional }) => optional)].map((mark) => around(mark)),
  ];
  const bounds = { left, right, top, bottom: bottom - 2 };
  return placeNames(requests, obstacles, bounds, unit).map((place) => {
    const arm = arms.find(({ label }) => label === place.key)?.label;
    return { ...place, ...(arm && { arm }) };
  });
}

/** As large as an arm's mark is. */
export const markRadius = (unit: number): number => 0.52 * unit;

/** The papers' settings within the plot. */
export const publishedIn = ({ id }: PhasePlane, { x, y }: PhaseScales) =>
  (published[id] ?? []).filter(({ sw2, sb2 }) => sw2 <= x.domain[1] && sb2 <= y.domain[1]);

/** "ordered", "chaotic, q* unbounded". */
export function phaseName(field: MeanField): string {
  const phase = phaseOf(field);
  return field.variance === Infinity ? `${phase}, q* unbounded` : phase;
}

/** The phases at the upper left and at the lower right of the plot, in words. */
export const cornerNames = ({ mean }: PhasePlane, { x, y }: PhaseScales): [string, string] => [
  phaseName(fixedPoint(mean, 0.1 * x.domain[1], 0.6 * y.domain[1])),
  phaseName(fixedPoint(mean, 0.95 * x.domain[1], 1e-4 * y.domain[1])),
];

/** "χ₁ = 1" beside the critical line, two thirds along what is seen of it. */
function lineName(plane: PhasePlane, scales: PhaseScales, unit: number): NameRequest | undefined {
  const { x, y } = scales;
  const { scaleFree } = plane.critical;
  const shared = { key: 'line', side: 'right', r: 2 } as const;
  if (scaleFree !== undefined && scaleFree <= x.domain[1]) {
    const at = { x: x.at(scaleFree), y: y.range[1] + 1.2 * unit };
    return { ...shared, ...at, text: 'χ₁ = 1, q* unbounded' };
  }
  const seen = criticalPoints(plane, scales)
    .flat()
    .filter((point) => point.x < x.range[1] && point.y > y.range[1]);
  const point = seen.findLast((one) => one.x < x.range[0] + 0.72 * (x.range[1] - x.range[0]));
  return point && { ...shared, ...point, text: 'χ₁ = 1' };
}

const around = ({
  x,
  y,
  r,
}: {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}): Box => ({
  left: x - r,
  right: x + r,
  top: y - r,
  bottom: y + r,
});
