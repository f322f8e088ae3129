import { trace, type Matrix } from '../../math/matrix.ts';
import { circleEigenvalues } from '../../nn/sphere/circleEigenvalues.ts';
import { spikiness } from '../../nn/sphere/spikiness.ts';
import type { ProfileResult } from '../../spec/Result.ts';

/** What a kernel on a circle comes down to. */
export type CurveByAngle = Pick<ProfileResult, 'angles' | 'values' | 'spikiness' | 'circle'>;

/**
 * A kernel in shares of its value at angle 0, from its `row` at `angles` and from `around`, the kernel between even angles all
 * around (any number of them). Frequencies go up to a quarter of that number, where what aliases to them is still small.
 * Nothing where the kernel is not finite, or not positive at angle 0.
 */
export function curveByAngle(
  angles: Float64Array,
  row: Float64Array,
  around: Matrix,
): CurveByAngle | undefined {
  const top = row[0] ?? 0;
  const mean = trace(around) / around.rows;
  if (!(top > 0 && mean > 0 && [row, around.data].every((all) => all.every(Number.isFinite))))
    return undefined;
  const values = row.map((value) => value / top);
  return {
    angles,
    values,
    spikiness: spikiness(angles, values).spikiness,
    circle: circleEigenvalues(around, Math.floor(around.rows / 4)).map((value) => value / mean),
  };
}
