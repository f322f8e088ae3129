import { useId, useMemo, type ReactNode } from 'react';
import type { JacobianStage } from '../../spec/Result.ts';
import { armStyles } from '../chart/armStyle.ts';
import { Axes } from '../chart/Axes.tsx';
import { CurveLabels, type CurveLabel } from '../chart/CurveLabels.tsx';
import { curvePath } from '../chart/curvePath.ts';
import type { Scale } from '../chart/Scale.ts';
import type { JacobianArm } from './jacobianArms.ts';
import { SpreadFan } from './SpreadFan.tsx';
import { nearlyZero, spreadOf, type Spread } from './spreads.ts';

interface JacobianDepthsProps {
  readonly arms: readonly JacobianArm[];
  readonly stagesOf: (arm: JacobianArm) => readonly JacobianStage[];
  /** The layer that the first stage stands at. */
  readonly first: number;
  /** Whether theory, which speaks of hidden layers only, is drawn. */
  readonly theory: boolean;
  readonly x: Scale;
  readonly y: Scale;
  readonly unit: number;
}

/** Singular values of Jacobians against the layer that they lead to, one fan for each arm. */
export function JacobianDepths({
  arms,
  stagesOf,
  first,
  theory,
  x,
  y,
  unit,
}: JacobianDepthsProps): ReactNode {
  const clip = useId();
  const fans = useMemo(
    () =>
      arms.map((arm) => {
        const stages = stagesOf(arm);
        return { arm, stages, places: stages.map((_, k) => first + k) };
      }),
    [arms, stagesOf, first],
  );
  const labels = fans.flatMap(({ arm: { label, name }, stages, places }): CurveLabel[] => {
    const curve = stages
      .map((stage, k) => ({ x: x.at(places[k]!), y: y.at(nameBeside(spreadOf(stage))) }))
      .filter((point) => Number.isFinite(point.y));
    const colour = armStyles[label].text;
    return name === '' || curve.length === 0 ? [] : [{ key: label, text: name, curve, colour }];
  });
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  return (
    <>
      <Axes x={x} y={y} xUnit="layer" />
      <clipPath id={clip}>
        <rect x={left} y={top - 4} width={right - left} height={bottom - top + 4} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        {fans.map(({ arm: { label, result }, stages, places }) => (
          <g key={label}>
            <SpreadFan
              {...{ stages, places, x, y, unit }}
              colour={armStyles[label].colour}
              shape={armStyles[label].shape}
            />
            {theory && result?.theory.exists && (
              <path
                className="chart-curve limit"
                style={{ color: armStyles[label].colour }}
                d={curvePath(
                  Array.from(result.theory.meanSquare, (square, k) => ({
                    x: x.at(first + k),
                    y: y.at(Math.sqrt(square)),
                  })).filter((point) => Number.isFinite(point.y)),
                )}
              />
            )}
          </g>
        ))}
      </g>
      <CurveLabels labels={labels} others={[]} x={x} y={y} textSize={unit} />
    </>
  );
}

/** The median, or the greatest value where most are zero. */
const nameBeside = ({ middle, greatest }: Spread): number =>
  middle > nearlyZero * greatest ? middle : greatest;
