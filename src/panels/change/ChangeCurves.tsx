import { useMemo, type ReactNode } from 'react';
import { formatNumber } from '../chart/formatNumber.ts';
import type { Interval } from '../chart/Interval.ts';
import { rangeOfArms } from '../chart/rangeOfArms.ts';
import { measuredMarks } from '../chart/measuredMarks.ts';
import { placeAt } from '../chart/Series.ts';
import { StepChart } from '../chart/StepChart.tsx';
import type { StepLine } from '../chart/StepCurves.tsx';
import { niceLinear } from '../chart/ticks.ts';
import { useSteadyDomain } from '../chart/useSteadyDomain.ts';
import type { PlotProps } from '../Panel.ts';
import { stepShown } from '../shown.ts';
import { changeArms, type ChangeArm } from './changeArms.ts';
import { ChangeFormula } from './ChangeFormula.tsx';
import { changeLabel } from './changeWords.ts';

interface ChangeCurvesProps extends PlotProps {
  readonly option: 'kernel' | 'alignment' | 'centred';
}

/** How far kernels move while their networks train, or how they align with the target and their start. */
export function ChangeCurves({ results, view, size, option }: ChangeCurvesProps): ReactNode {
  const arms = useMemo(
    () => changeArms(results, option === 'centred' ? 'target' : option),
    [results, option],
  );
  const starts = useMemo(
    () => (option === 'centred' ? changeArms(results, 'start') : []),
    [results, option],
  );
  const domain = useSteadyDomain(wantedDomain([...arms, ...starts]), [0, 1]);
  const lines = useMemo(() => [...starts.map(startLineOf), ...arms.map(lineOf)], [starts, arms]);
  const marks = useMemo(() => arms.flatMap((arm) => measuredMarks(arm, arm.series)), [arms]);

  return (
    <StepChart
      size={size}
      label={changeLabel(arms, option)}
      steps={results.steps}
      kind="linear"
      domain={domain}
      lines={lines}
      marks={marks}
      cursor={view.step === 'last' ? undefined : stepShown(results, view)}
      readout={{
        head: option === 'centred' ? ['target', 'Θ₀'] : [],
        rows: (step) =>
          arms.map(({ label, name, series }, k) => ({
            arm: label,
            name,
            values: [series, ...(starts[k] ? [starts[k].series] : [])].map((one) =>
              valueAt(one, step),
            ),
          })),
      }}
    >
      <ChangeFormula option={option} />
    </StepChart>
  );
}

/** From zero, or from below where a kernel works against the target, to a round number above all values. */
function wantedDomain(arms: readonly ChangeArm[]): Interval | undefined {
  const range = rangeOfArms(arms, ({ series }) => series);
  if (!range) return undefined;
  const low = Math.min(0, range[0]);
  // A kernel that stays exactly where it is still gets an axis.
  return niceLinear([low, range[1] > low ? range[1] : low + 0.01]);
}

/** The curve of an arm, with its name unless words stand beside its last value already, on how it ended before its time. */
const lineOf = ({ label, name, series, runs, failure }: ChangeArm): StepLine => ({
  key: label,
  arm: label,
  role: 'network',
  series,
  runs,
  ...(name !== '' && failure === undefined && { label: name }),
});

const startLineOf = ({ label, series }: ChangeArm): StepLine => ({
  key: `${label} start`,
  arm: label,
  role: 'start',
  series,
});

const valueAt = (series: ChangeArm['series'], step: number): string => {
  const place = placeAt(series, step);
  return series.x[place] === step ? formatNumber(series.mean[place]!) : '';
};
