import { useMemo, useState, type ReactNode } from 'react';
import type { Interval } from '../chart/Interval.ts';
import { subscript } from '../chart/digits.ts';
import { formatNumber, formatPercent } from '../chart/formatNumber.ts';
import { percentTicks } from '../chart/formatTicks.ts';
import { Segments } from '../chart/Segments.tsx';
import { StepChart } from '../chart/StepChart.tsx';
import { useSteadyDomain } from '../chart/useSteadyDomain.ts';
import type { Results } from '../../spec/Results.ts';
import type { PlotProps } from '../Panel.ts';
import { stepShown } from '../shown.ts';
import { accuracyDomain } from './accuracyDomain.ts';
import { linearLosses, lossDomain } from './lossDomain.ts';
import { trainingArms, type Metric } from './trainingArms.ts';
import { TrainingKey } from './TrainingKey.tsx';
import { linesOf, marksOf, rowOf } from './trainingLines.ts';
import { trainingLabel } from './trainingWords.ts';

const metrics = [
  { value: 'train', label: 'train', title: 'Loss on the training samples' },
  { value: 'test', label: 'test', title: 'Loss on held-out samples' },
  { value: 'accuracy', label: 'accuracy', title: 'Share of held-out samples classified rightly' },
] as const;

/** Loss or accuracy over steps, on the axis of choice: the networks, and what their kernels say they would do. */
export function TrainingPlot({ results, view, size }: PlotProps): ReactNode {
  const [chosen, setChosen] = useState<Metric>('train');
  const options = metrics.filter(({ value }) => has(results, value));
  const metric = has(results, chosen) ? chosen : 'train';
  const arms = useMemo(() => trainingArms(results, metric), [results, metric]);
  const kind = metric === 'accuracy' || view.option === 'linear' ? 'linear' : 'log';
  const wanted = useMemo(
    () => (metric === 'accuracy' ? undefined : lossDomain(arms)),
    [arms, metric],
  );
  const logs = useSteadyDomain(wanted, [0.01, 1], Math.log);
  const fromZero = useSteadyDomain(
    useMemo(() => wanted && linearLosses(arms, wanted), [arms, wanted]),
    [0, 1],
  );
  const shares = useMemo(() => accuracyDomain(arms), [arms]);
  const domain: Interval = metric === 'accuracy' ? shares : kind === 'log' ? logs : fromZero;
  const lines = useMemo(() => arms.flatMap(linesOf), [arms]);
  const marks = useMemo(() => marksOf(arms, metric), [arms, metric]);
  const from = arms.find(({ later }) => later.x.length > 0)?.from;
  const format = metric === 'accuracy' ? formatPercent : formatNumber;
  const what = metrics.find(({ value }) => value === metric)?.title ?? '';

  return (
    <StepChart
      size={size}
      label={trainingLabel(arms, what)}
      steps={results.steps}
      kind={kind}
      domain={domain}
      {...(metric === 'accuracy' && { words: percentTicks })}
      lines={lines}
      marks={marks}
      cursor={view.step === 'last' ? undefined : stepShown(results, view)}
      readout={{
        head: ['network', 'Θ₀', 'Θ∞', ...(from === undefined ? [] : [`Θ${subscript(from)}`])],
        rows: (step) => arms.map((arm) => rowOf(arm, step, format)),
      }}
    >
      <TrainingKey from={from} />
      <Segments
        label="What the curves show"
        options={options}
        value={metric}
        onChange={setChosen}
      />
    </StepChart>
  );
}

/** Whether there is anything to draw: no accuracy without classes, no test loss without test samples. */
const has = ({ data }: Results, metric: Metric): boolean =>
  data === undefined ||
  metric === 'train' ||
  (metric === 'test' ? data.nTest > 0 : data.classes !== undefined);
