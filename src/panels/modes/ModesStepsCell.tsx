import { useId, useMemo, type ReactNode } from 'react';
import type { ArmLabel } from '../../spec/Experiment.ts';
import { armStyles } from '../chart/armStyle.ts';
import { CurveLabels } from '../chart/CurveLabels.tsx';
import { bandPath, curvePath, curvePoints } from '../chart/curvePath.ts';
import type { Interval } from '../chart/Interval.ts';
import { markerPath } from '../chart/markerPath.ts';
import { CellAxes } from '../weights/CellAxes.tsx';
import type { ModeLine } from './modeLines.ts';
import { shadeOf } from './shadeOf.ts';
import { stepScales, type CellBox } from './stepScales.ts';

interface ModesStepsCellProps extends CellBox {
  readonly title: string;
  readonly arm: ArmLabel;
  readonly lines: readonly ModeLine[];
  readonly unit: number;
  readonly steps: number;
  readonly domain: Interval;
  readonly cursor: number | undefined;
  /** The step that the pointer is on, if it is in this picture. */
  readonly pointed: number | undefined;
  /** Whether nothing stands below, and at the left. */
  readonly lowest: boolean;
  readonly leftmost: boolean;
}

/** One arm's modes over steps: the larger its eigenvalue, the stronger the colour. */
export function ModesStepsCell(props: ModesStepsCellProps): ReactNode {
  const { title, arm, lines, unit, steps, domain, cursor, pointed, lowest, leftmost } = props;
  const { x: left, y: top, width, height } = props;
  const [low, high] = domain;
  const clip = useId();
  const { x, y } = useMemo(
    () => stepScales({ x: left, y: top, width, height }, { unit, steps, domain: [low, high] }),
    [left, top, width, height, unit, steps, low, high],
  );
  const drawn = useMemo(
    () =>
      lines.map(({ rank, measured, predicted }, place) => ({
        key: String(rank),
        text: place === 0 ? `rank ${rank}` : String(rank),
        colour: shadeOf(arm, place, lines.length),
        series: measured,
        curve: curvePoints(measured, x, y),
        theory: curvePoints(predicted, x, y),
      })),
    [lines, arm, x, y],
  );
  const labels = useMemo(
    () =>
      drawn.flatMap(({ key, text, curve }) => {
        const inside = curve.filter((point) => point.y <= y.range[0]);
        return inside.length > 0 ? [{ key, text, curve: inside, colour: armStyles[arm].text }] : [];
      }),
    [drawn, arm, y],
  );
  const others = useMemo(() => drawn.map(({ theory }) => theory), [drawn]);
  return (
    <g>
      <CellAxes {...{ title, x, y, unit }} numbersX={lowest} numbersY={leftmost} />
      {lowest && leftmost && (
        <text
          className="chart-tick"
          x={left}
          dx="-0.6em"
          y={top + height}
          dy="1.4em"
          textAnchor="end"
        >
          step
        </text>
      )}
      {cursor !== undefined && cursor < steps && (
        <line
          className="chart-cursor"
          x1={x.at(cursor)}
          x2={x.at(cursor)}
          y1={top}
          y2={top + height}
        />
      )}
      <clipPath id={clip}>
        <rect x={left - 0.3 * unit} y={top - 2} width={width + 0.6 * unit} height={height + 2} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        {drawn.map(({ key, series, colour }) => (
          <path key={key} className="modes-band" d={bandPath(series, x, y)} fill={colour} />
        ))}
        {drawn.map(({ key, theory, colour }) => (
          <path
            key={key}
            className="chart-curve start"
            d={curvePath(theory)}
            style={{ color: colour }}
          />
        ))}
        {drawn.map(({ key, curve, colour }) => (
          <g key={key} style={{ color: colour }}>
            <path className="chart-curve network" d={curvePath(curve)} />
            {curve.length === 1 && (
              <path
                className="chart-mark measured"
                d={markerPath(armStyles[arm].shape, curve[0]!.x, curve[0]!.y, 0.26 * unit)}
              />
            )}
          </g>
        ))}
      </g>
      <CurveLabels labels={labels} others={others} x={x} y={y} textSize={unit} />
      {pointed !== undefined && (
        <line
          className="chart-hairline"
          x1={x.at(pointed)}
          x2={x.at(pointed)}
          y1={top}
          y2={top + height}
        />
      )}
    </g>
  );
}
