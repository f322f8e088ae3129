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
  // While nothing is known, the key tells what is to come.
  const without = (['network', 'limit'] as const).filter(
    (wantedRole) =>
      arms.some(isKnown) &&
      lines.every(({ role, series }) => role !== wantedRole || series.x.length === 0),
  );
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
        <StabilityKey share={share} without={without} />
      </StepChart>
      {share && without.includes('limit') && (
        <p className="chart-waiting">there is no 2/η to measure curvature by</p>
      )}
      <Waiting
        results={results}
        known={arms.some((arm) => isKnown(arm) || arm.failure !== undefined)}
      />
    </>
  );
}
