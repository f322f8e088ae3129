import { useMemo, useRef, type ReactNode } from 'react';
import { Pending } from '../chart/Pending.tsx';
import { Waiting } from '../chart/Waiting.tsx';
import { usePointer } from '../chart/usePointer.ts';
import { useTextSize } from '../chart/useTextSize.ts';
import type { PlotProps } from '../Panel.ts';
import { stepShown } from '../shown.ts';
import { modesArms } from './modesArms.ts';
import { ModesLearnt } from './ModesLearnt.tsx';
import { modesOption } from './modesOptions.ts';
import { ModesResidual } from './ModesResidual.tsx';
import { ModesSteps } from './ModesSteps.tsx';
import { modesLabel } from './modesWords.ts';

/** The residual along the eigenvectors of Θ_0: over steps, when each is learnt, or all of them at one step. */
export function ModesPlot({ results, view, size }: PlotProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const unit = useTextSize(root);
  const { at: pointer, handlers } = usePointer();
  const arms = useMemo(() => modesArms(results), [results]);
  const option = modesOption(view);
  const step = stepShown(results, view);
  const shared = { arms, size, unit, pointer, label: modesLabel(results, view) };
  const known = arms.some(({ count, failure }) => count > 0 || failure !== undefined);
  const done = results.status === 'done';
  const words = <Pending {...{ results, size }} known={known || done} />;
  return (
    <div ref={root} className="chart" style={size} {...handlers}>
      <Waiting results={results} known={known || !done} />
      {option === 'steps' && (
        <ModesSteps
          {...shared}
          steps={results.steps}
          cursor={view.step === 'last' ? undefined : step}
        >
          {words}
        </ModesSteps>
      )}
      {option === 'learnt' && (
        <ModesLearnt {...shared} steps={results.steps}>
          {words}
        </ModesLearnt>
      )}
      {option === 'residual' && (
        <ModesResidual {...shared} step={step}>
          {words}
        </ModesResidual>
      )}
    </div>
  );
}
