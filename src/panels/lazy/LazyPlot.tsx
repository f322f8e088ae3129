import { useMemo, useRef, type ReactNode } from 'react';
import { formatNumber, formatPercent } from '../chart/formatNumber.ts';
import { percentTicks } from '../chart/formatTicks.ts';
import { placeAt } from '../chart/Series.ts';
import { StepChart } from '../chart/StepChart.tsx';
import { useSteadyDomain } from '../chart/useSteadyDomain.ts';
import { useTextSize } from '../chart/useTextSize.ts';
import type { PlotProps } from '../Panel.ts';
import { stepShown } from '../shown.ts';
import { lazyArms } from './lazyArms.ts';
import { lazyDomain, linesOf, marksOf, seriesOf } from './lazyLines.ts';
import { lazyOption } from './lazyOptions.ts';
import { LazyFormula } from './LazyFormula.tsx';
import { LazyVerdicts } from './LazyVerdicts.tsx';
import { lazyLabel } from './lazyWords.ts';
import { verdictOf } from './verdict.ts';

/** How far each network has left its tangent, in one number and a word, beside how far its kernel has moved over steps. */
export function LazyPlot({ results, view, size }: PlotProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const unit = useTextSize(root);
  const arms = useMemo(() => lazyArms(results), [results]);
  const option = lazyOption(view);
  const step = stepShown(results, view);
  const wanted = useMemo(() => lazyDomain(arms, option), [arms, option]);
  const domain = useSteadyDomain(wanted, [0, 1]);
  const [, top] = domain;
  const lines = useMemo(
    () => arms.flatMap((arm) => linesOf(arm, option, { top, steps: results.steps })),
    [arms, option, top, results.steps],
  );
  const marks = useMemo(() => arms.flatMap((arm) => marksOf(arm, option)), [arms, option]);
  const verdicts = arms.map((arm) => ({ arm, verdict: verdictOf(arm, step) }));
  // The numbers stand beside the plot where there is room for both.
  const beside = size.width > 30 * unit;
  const part = beside
    ? { width: Math.round(Math.min(20 * unit, 0.4 * size.width)), height: size.height }
    : {
        width: size.width,
        height: Math.round(Math.min(0.4 * size.height, 5 * arms.length * unit)),
      };
  const chart = beside
    ? { width: size.width - part.width, height: size.height }
    : { width: size.width, height: size.height - part.height };
  const write = option === 'tangent' ? formatPercent : formatNumber;
  return (
    <div ref={root} className="chart lazy" data-beside={beside} style={size}>
      <LazyVerdicts {...{ results, verdicts, unit }} size={part} />
      <StepChart
        // Axes keep still within a picture, not from one to the next.
        key={option}
        size={chart}
        label={lazyLabel(results, view)}
        steps={results.steps}
        kind="linear"
        domain={domain}
        {...(option === 'tangent' && { words: percentTicks })}
        lines={lines}
        marks={marks}
        cursor={view.step === 'last' ? undefined : step}
        readout={{
          rows: (at) =>
            arms.map((arm) => {
              const series = seriesOf(arm, option);
              const place = placeAt(series, at);
              const value = series.x[place] === at ? write(series.mean[place]!) : '';
              return { arm: arm.label, name: arm.name, values: [value] };
            }),
        }}
      >
        <LazyFormula option={option} />
      </StepChart>
    </div>
  );
}
