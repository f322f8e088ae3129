import { useMemo, useRef, type ReactNode } from 'react';
import type { JacobianStage } from '../../spec/Result.ts';
import { armStyles } from '../chart/armStyle.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import { plotArea } from '../chart/plotArea.ts';
import { Pending } from '../chart/Pending.tsx';
import { Readout, type ReadoutRow } from '../chart/Readout.tsx';
import { scaleOf } from '../chart/Scale.ts';
import { usePointer } from '../chart/usePointer.ts';
import { useSteadyDomain } from '../chart/useSteadyDomain.ts';
import { useTextSize } from '../chart/useTextSize.ts';
import type { PlotProps } from '../Panel.ts';
import { jacobianArms, type JacobianArm } from './jacobianArms.ts';
import { JacobianDepths } from './JacobianDepths.tsx';
import { JacobianHistogram } from './JacobianHistogram.tsx';
import { clearOfUnit, layerTicks } from './jacobianTicks.ts';
import { jacobianLabel } from './jacobianWords.ts';
import { spreadDomain, spreadOf } from './spreads.ts';

/** Singular values of Jacobians at the start: of the deepest hidden one as a histogram, or of all of them against depth. */
export function JacobianPlot({ results, view, size }: PlotProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const unit = useTextSize(root);
  const { at: pointer, handlers } = usePointer();
  const arms = useMemo(() => jacobianArms(results, view.option), [results, view.option]);
  const { option } = view;
  const overDepth = option === 'depth' || option === 'inputs';
  const stagesOf = option === 'inputs' ? fromInputs : option === 'depth' ? hidden : deepest;
  const [low, high] = useSteadyDomain(
    useMemo(
      () =>
        spreadDomain(
          arms.flatMap(stagesOf),
          overDepth ? { depth: 1e-12, every: false } : { depth: 1e-6, every: true },
        ),
      [arms, stagesOf, overDepth],
    ),
    [0.01, 10],
    Math.log,
  );
  const area = plotArea(size, unit, 0);
  const { left, right, top, bottom, mostX, mostY } = area;
  const first = option === 'inputs' ? 1 : 2;
  const last = first - 1 + Math.max(1, ...arms.map((arm) => stagesOf(arm).length));
  const x = overDepth
    ? scaleOf('linear', [first - 0.25, last + 0.25], [left, right], {
        most: mostX,
        ticks: layerTicks(first, last, option === 'inputs', mostX),
        words: (ticks) =>
          ticks.map((tick) => (option === 'inputs' && tick === last ? 'f' : String(tick))),
      })
    : clearOfUnit(
        scaleOf('log', [low, high], [left, right - 0.4 * unit], { most: mostX }),
        left + 1.8 * unit,
      );
  const y = scaleOf('log', [low, high], [bottom, top], { most: mostY });
  const inside =
    overDepth && pointer && pointer.x > left - unit && pointer.x < right + unit && pointer.y > 0;
  const layer = inside
    ? Math.min(last, Math.max(first, Math.round(x.invert(pointer.x))))
    : undefined;
  const rows = layer === undefined ? [] : spreadRows(arms, stagesOf, layer - first);
  return (
    <div ref={root} className="chart" style={size} {...handlers}>
      <svg {...size} role="img" aria-label={jacobianLabel(arms, option)}>
        {overDepth ? (
          <JacobianDepths theory={option === 'depth'} {...{ arms, stagesOf, first, x, y, unit }} />
        ) : (
          <JacobianHistogram range={[bottom, top]} {...{ arms, x, mostY, unit }} />
        )}
        {arms
          .flatMap((arm) => {
            const words =
              arm.reason ?? (arm.result && stagesOf(arm).length === 0 ? none : undefined);
            return words === undefined ? [] : [{ ...arm, words }];
          })
          .map(({ label, letter, words }, k) => (
            <text
              key={label}
              className="chart-label"
              x={right}
              y={top + (1 + 1.4 * k) * unit}
              textAnchor="end"
              fill={armStyles[label].text}
            >
              {letter + shortened(words, (right - left) / (0.6 * unit))}
            </text>
          ))}
        <Pending
          {...{ results, size }}
          known={arms.some(({ result, reason }) => result ?? reason)}
        />
        {layer !== undefined && rows.length > 0 && (
          <line className="chart-hairline" x1={x.at(layer)} x2={x.at(layer)} y1={top} y2={bottom} />
        )}
      </svg>
      {layer !== undefined && rows.length > 0 && (
        <Readout
          title={option === 'inputs' && layer === last ? 'outputs' : `layer ${layer}`}
          head={['median', 'greatest']}
          rows={rows}
          x={x.at(layer)}
          width={size.width}
          top={top}
        />
      )}
    </div>
  );
}

const none = 'no two hidden layers of one size';

const hidden = ({ result }: JacobianArm): readonly JacobianStage[] => result?.hidden ?? [];
const fromInputs = ({ result }: JacobianArm): readonly JacobianStage[] => result?.fromInputs ?? [];
const deepest = (arm: JacobianArm): readonly JacobianStage[] => (arm.deepest ? [arm.deepest] : []);

const shortened = (words: string, most: number): string =>
  words.length <= most ? words : `${words.slice(0, Math.max(1, Math.floor(most) - 1))}…`;

const spreadRows = (
  arms: readonly JacobianArm[],
  stagesOf: (arm: JacobianArm) => readonly JacobianStage[],
  place: number,
): readonly ReadoutRow[] =>
  arms.flatMap((arm) => {
    const stage = stagesOf(arm)[place];
    if (!stage) return [];
    const { middle, greatest } = spreadOf(stage);
    return [
      {
        ...(arm.name !== '' && { arm: arm.label }),
        name: arm.name === '' ? 's' : arm.name,
        values: [middle, greatest].map((value) => formatNumber(value, 2)),
      },
    ];
  });
