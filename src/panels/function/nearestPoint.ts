import type { Scale } from '../chart/Scale.ts';
import type { TestArm, TestPoint } from './testArms.ts';

interface Place {
  readonly x: Scale;
  readonly y: Scale;
  /** In pixels. */
  readonly reach: number;
}

/** The point that a pointer is nearest to, within reach. */
export function nearestPoint(
  arms: readonly TestArm[],
  pointer: { readonly x: number; readonly y: number },
  { x, y, reach }: Place,
): { readonly arm: TestArm; readonly point: TestPoint } | undefined {
  const [nearest] = arms
    .flatMap((arm) =>
      arm.points.map((point) => ({
        arm,
        point,
        distance: Math.hypot(x.at(point.mean) - pointer.x, y.at(point.f) - pointer.y),
      })),
    )
    .sort((a, b) => a.distance - b.distance);
  return nearest && nearest.distance <= reach ? nearest : undefined;
}
