import type { ReactNode } from 'react';
import type { ArmLabel } from '../../spec/Experiment.ts';
import { armStyles } from './armStyle.ts';
import { markerPath } from './markerPath.ts';

/** An arm's marker in its colour, as high as the text beside it. */
export function ArmMarker({ arm }: { readonly arm: ArmLabel }): ReactNode {
  const { colour, shape } = armStyles[arm];
  return (
    <svg className="chart-marker" viewBox="-5 -5 10 10" aria-hidden="true">
      <path d={markerPath(shape, 0, 0, 3.6)} fill={colour} />
    </svg>
  );
}
