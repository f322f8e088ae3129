import { quantile } from '../../math/summary.ts';
import type { JacobianStage } from '../../spec/Result.ts';
import { cached } from '../cached.ts';
import { extentOf, type Interval } from '../chart/Interval.ts';
import { niceLog } from '../chart/ticks.ts';

/** Least, quartiles and greatest of the singular values of one Jacobian. */
export interface Spread {
  readonly least: number;
  readonly quarter: number;
  readonly middle: number;
  readonly threeQuarters: number;
  readonly greatest: number;
}

/** How the singular values of a Jacobian spread; those that are not finite are left out. */
export const spreadOf = cached(({ singular }: JacobianStage): Spread => {
  const finite = singular.filter(Number.isFinite);
  const at = (p: number): number => (finite.length === 0 ? NaN : quantile(finite, p));
  return {
    least: at(0),
    quarter: at(0.25),
    middle: at(0.5),
    threeQuarters: at(0.75),
    greatest: at(1),
  };
});

/** Singular values this far below the largest are as good as zero to a picture. */
export const nearlyZero = 1e-4;

/** What a logarithmic axis is to hold. */
interface Shown {
  /** Jacobians whose greatest value is this much smaller than the greatest of all are left out. */
  readonly depth: number;
  /** Every value that is not nearly zero beside the greatest of its Jacobian; otherwise least and quartiles where they are not. */
  readonly every: boolean;
}

/** The singular values that a logarithmic axis shows; undefined where none is positive. */
export function spreadDomain(
  stages: readonly JacobianStage[],
  { depth, every }: Shown,
): Interval | undefined {
  const most = Math.max(
    0,
    ...stages.map((stage) => spreadOf(stage).greatest).filter(Number.isFinite),
  );
  const range = extentOf(
    stages.flatMap((stage) => {
      const { greatest, ...others } = spreadOf(stage);
      const low = Math.min(
        ...(every ? Array.from(stage.singular) : Object.values(others)).filter(
          (value) => value > nearlyZero * greatest,
        ),
        greatest,
      );
      return greatest > depth * most ? [low, greatest] : [];
    }),
  );
  if (!range) return undefined;
  const [low, high] = niceLog(range);
  return low < high ? [low, high] : [low / 3, high * 3];
}
