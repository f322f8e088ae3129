import { useMemo, type ReactNode } from 'react';
import { Waiting } from '../chart/Waiting.tsx';
import { StepChart } from '../chart/StepChart.tsx';
import { useSteadyDomain } from '../chart/useSteadyDomain.ts';
import type { PlotProps } from '../Panel.ts';
import { stepShown } from '../shown.ts';
import { stabilityArms } from './stabilityArms.ts';
import { StabilityKey } from './StabilityKey.tsx';
import { curvatureDomain, linesOf, marksOf, rowOf } from './stabilityLines.ts';
import { isKnown, stabilityLabel } from './stabilityWords.ts';

/** Sharpness and the kernel's largest eigenvalue over steps, against the limit that the rate sets. */
export function StabilityPlot({ results, view, size }: PlotProps): ReactNode {
  const arms = useMemo(() => stabilityArms(results), [results]);
  const share = view.option === 'share';
  const lines = useMemo(() => arms.flatMap((arm) => linesOf(arm, share)), [arms, share]);
  const marks = useMemo(() => arms.flatMap((arm) => marksOf(arm, share)), [arms, share]);
  const wanted = useMemo(() => curvatureDomain(lines), [lines]);
  const kind = wanted?.kind ?? 'linear';
  const linear = useSteadyDomain(kind === 'linear' ? wanted?.domain : undefined, [0, 1]);
  const log = useSteadyDomain(kind === 'log' ? wanted?.domain : undefined, [0.1, 1], Math.log);
  return (
    <>
      <StepChart
        // Axes keep still within a picture, not from one to the next.
        key={share ? 'share' : 'curvature'}
        size={size}
        label={stabilityLabel(arms)}
        steps={results.steps}
        kind={kind}
        domain={kind === 'log' ? log : linear}
        lines={lines}
        marks={marks}
        cursor={view.step === 'last' ? undefined : stepShown(results, view)}
        readout={{
          head: ['Hessian', 'λₘₐₓ(Θ)/n', '2/η', 'share'],
          rows: (step) => arms.map((arm) => rowOf(arm, step)),
        }}
      >
        <StabilityKey share={share} />
      </StepChart>
      <Waiting
        results={results}
        known={arms.some((arm) => isKnown(arm) || arm.failure !== undefined)}
      />
    </>
  );
}
