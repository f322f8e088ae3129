import { lazy, Suspense, type ReactNode } from 'react';
import type { PlotProps } from '../Panel.ts';
import { changeOption } from './changeOptions.ts';
import { ChangeCurves } from './ChangeCurves.tsx';

const ChangeByMap = lazy(async () => ({
  default: (await import('./ChangeByMap.tsx')).ChangeByMap,
}));
const ChangeByWidth = lazy(async () => ({
  default: (await import('./ChangeByWidth.tsx')).ChangeByWidth,
}));

/** How far kernels move while their networks train: over steps, map by map, or against width. */
export function ChangePlot(props: PlotProps): ReactNode {
  const option = changeOption(props.view);
  if (option === 'width' || option === 'layers' || option === 'weights') {
    // Fetched when it is first asked for.
    const Picture = option === 'width' ? ChangeByWidth : ChangeByMap;
    return (
      <Suspense>
        <Picture {...props} />
      </Suspense>
    );
  }
  // Axes keep still within a picture, not from one to the next.
  return <ChangeCurves key={option} {...props} option={option} />;
}
