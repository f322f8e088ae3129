import { useMemo } from 'react';
import type { Results } from '../../spec/Results.ts';
import { differenceMap, sequentialMap, type ColourMap } from '../chart/colourMaps.ts';
import type { Interval } from '../chart/Interval.ts';
import { useSteadyDomain } from '../chart/useSteadyDomain.ts';
import { differenceDomain, kernelDomain, type Compared } from './kernelDomains.ts';

/** A colour map and the values that it covers. */
export interface ColourScale {
  readonly map: ColourMap;
  readonly domain: Interval;
}

/** The scale of all kernels and that of the differences shown. */
export type ColourScales = Readonly<Record<'kernel' | 'difference', ColourScale>>;

/** Colour scales that cover all of a run so far and keep still while they can. */
export function useColourScales(results: Results, compared: Compared, dark: boolean): ColourScales {
  const kernel = useSteadyDomain(
    useMemo(() => kernelDomain(results), [results]),
    [0, 1],
  );
  const moved = useSteadyDomain(
    useMemo(() => differenceDomain(results, 'moved'), [results]),
    [-1, 1],
  );
  const finite = useSteadyDomain(
    useMemo(() => differenceDomain(results, 'finite'), [results]),
    [-1, 1],
  );
  const difference = compared === 'moved' ? moved : finite;
  return {
    kernel: { map: sequentialMap, domain: kernel },
    difference: { map: differenceMap(dark), domain: difference },
  };
}
