import { useMemo, useState, type ReactNode } from 'react';
import { formatNumber } from '../chart/formatNumber.ts';
import { hull, type Interval } from '../chart/Interval.ts';
import { Segments } from '../chart/Segments.tsx';
import { placeAt, rangeOf } from '../chart/Series.ts';
import { StepChart } from '../chart/StepChart.tsx';
import type { StepLine } from '../chart/StepCurves.tsx';
import type { StepMark } from '../chart/StepMarks.tsx';
import { niceLinear } from '../chart/ticks.ts';
import { useSteadyDomain } from '../chart/useSteadyDomain.ts';
import type { PlotProps } from '../Panel.ts';
import { stepShown } from '../shown.ts';
import { changeArms, type ChangeArm, type ChangeMetric } from './changeArms.ts';
import { ChangeFormula } from './ChangeFormula.tsx';
import { changeLabel } from './changeWords.ts';

const metrics = [
  { value: 'change', label: 'change', title: 'How far the kernel is from its start' },
  { value: 'alignment', label: 'alignment', title: 'How well the kernel fits the target' },
] as const;

/** How far kernels move while their networks train, or how they align with the target. */
export function ChangePlot({ results, view, size }: PlotProps): ReactNode {
  const [metric, setMetric] = useState<ChangeMetric>('change');
  const arms = useMemo(() => changeArms(results, metric), [results, metric]);
  const change = useSteadyDomain(wantedDomain(metric === 'change' ? arms : []), [0, 1]);
  const alignment = useSteadyDomain(wantedDomain(metric === 'alignment' ? arms : []), [0, 1]);
  const lines = useMemo(() => arms.map(lineOf), [arms]);
  const marks = useMemo(() => arms.flatMap(marksOf), [arms]);

  return (
    <StepChart
      size={size}
      label={changeLabel(arms, metric)}
      steps={results.steps}
      kind="linear"
      domain={metric === 'change' ? change : alignment}
      lines={lines}
      marks={marks}
      cursor={view.step === 'last' ? undefined : stepShown(results, view)}
      readout={{
        rows: (step) =>
          arms.map(({ label, name, series }) => ({
            arm: label,
            name,
            values: [valueAt(series, step)],
          })),
      }}
    >
      <ChangeFormula metric={metric} />
      <Segments
        label="What the curves show"
        options={metrics}
        value={metric}
        onChange={setMetric}
      />
    </StepChart>
  );
}

/** From zero, or from below where a kernel works against the target, to a round number above all values. */
function wantedDomain(arms: readonly ChangeArm[]): Interval | undefined {
  const range = hull(arms.map(({ series }) => rangeOf(series)));
  if (!range) return undefined;
  const low = Math.min(0, range[0]);
  // A kernel that stays exactly where it is still gets an axis.
  return niceLinear([low, range[1] > low ? range[1] : low + 0.01]);
}

/** The curve of an arm, with its name unless words stand beside its only point already. */
const lineOf = ({ label, name, series, failure }: ChangeArm): StepLine => ({
  key: label,
  arm: label,
  role: 'network',
  series,
  ...(name !== '' && !(failure !== undefined && series.x.length === 1) && { label: name }),
});

/** Every measurement while they are few, and where an arm ended before its time. */
function marksOf({ label, letter, series, failure }: ChangeArm): readonly StepMark[] {
  const last = series.x.length - 1;
  return series.x.flatMap((step, k) => {
    const ended = k === last && failure !== undefined;
    if (!ended && series.x.length > 48) return [];
    return {
      key: `${label} ${step}`,
      arm: label,
      step,
      value: series.mean[k]!,
      kind: ended ? 'ended' : 'measured',
      ...(ended && { words: letter + failure }),
    };
  });
}

const valueAt = (series: ChangeArm['series'], step: number): string => {
  const place = placeAt(series, step);
  return series.x[place] === step ? formatNumber(series.mean[place]!) : '';
};
