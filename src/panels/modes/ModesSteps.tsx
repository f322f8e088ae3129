import { useMemo, type ReactNode } from 'react';
import { formatNumber } from '../chart/formatNumber.ts';
import { Readout, type ReadoutRow } from '../chart/Readout.tsx';
import { placeAt, type Series } from '../chart/Series.ts';
import { useSteadyDomain } from '../chart/useSteadyDomain.ts';
import { armCells, cellTitle, pointedCell, type ModesPictureProps } from './modesCells.ts';
import { modeLines, shareDomain, type ModeLine } from './modeLines.ts';
import { ModesStepsCell } from './ModesStepsCell.tsx';
import { stepScales } from './stepScales.ts';

interface ModesStepsProps extends ModesPictureProps {
  readonly steps: number;
  /** The step that other pictures show, where it is not the last. */
  readonly cursor: number | undefined;
}

/** The residual along a handful of eigenvectors over steps, theory dashed; a picture for each arm. */
export function ModesSteps(props: ModesStepsProps): ReactNode {
  const { arms, size, unit, pointer, label, steps, cursor, children } = props;
  const layout = armCells(props);
  const every = layout.height < 9 * unit ? 2 : 1;
  const lines = useMemo(() => arms.map((arm) => modeLines(arm, every)), [arms, every]);
  const wanted = useMemo(
    () => shareDomain(lines.flatMap((list) => list.map(({ measured }) => measured.mean))),
    [lines],
  );
  const domain = useSteadyDomain(wanted, [1e-3, 1], Math.log);
  const boxOf = (k: number) => ({ ...layout.at(k), width: layout.width, height: layout.height });
  const k = pointedCell(layout, pointer);
  const x = k === undefined ? undefined : stepScales(boxOf(k), { unit, steps, domain }).x;
  const step = x && nearestStep(lines[k!]!, x.invert(pointer!.x));
  return (
    <>
      <svg {...size} role="img" aria-label={label}>
        {arms.map((arm, place) => (
          <ModesStepsCell
            key={arm.label}
            title={cellTitle(arm)}
            arm={arm.label}
            {...boxOf(place)}
            {...{ unit, steps, domain, cursor }}
            lines={lines[place]!}
            lowest={layout.isLowest(place)}
            leftmost={place % layout.columns === 0}
            pointed={place === k ? step : undefined}
          />
        ))}
        {children}
      </svg>
      {x && step !== undefined && (
        <Readout
          title={`step ${step}`}
          head={['measured', 'theory']}
          rows={lines[k!]!.map((line) => rowAt(line, step))}
          x={x.at(step)}
          width={size.width}
          top={layout.at(k!).y}
        />
      )}
    </>
  );
}

/** The recorded step nearest to a place on the axis. */
function nearestStep(lines: readonly ModeLine[], wanted: number): number | undefined {
  const [{ measured } = { measured: undefined }] = lines;
  if (!measured) return undefined;
  const place = Math.max(0, placeAt(measured, wanted));
  const [before, after = Infinity] = [measured.x[place], measured.x[place + 1]];
  return before === undefined || wanted - before < after - wanted ? before : after;
}

function rowAt({ rank, measured, predicted }: ModeLine, step: number): ReadoutRow {
  const at = (series: Series): string => {
    const place = placeAt(series, step);
    return series.x[place] === step ? formatNumber(series.mean[place]!) : '–';
  };
  return { name: `rank ${rank}`, values: [at(measured), at(predicted)] };
}
