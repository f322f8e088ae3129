import { useMemo } from 'react';
import { sampleCountOf } from '../../spec/sampleCountOf.ts';
import { sharedValues } from '../../spec/values.ts';
import type { Results } from '../../spec/Results.ts';
import { plotArea } from '../chart/plotArea.ts';
import { scaleOf, type Scale } from '../chart/Scale.ts';
import { useSteadyDomain } from '../chart/useSteadyDomain.ts';
import { eigenvalueDomain } from './eigenvalueDomain.ts';
import { rankTicks } from './rankTicks.ts';

/** Both logarithmic axes of a spectrum, and how many ranks there are (as many as samples, before any spectrum). */
export function useSpectrumScales(
  results: Results,
  { width, height }: { readonly width: number; readonly height: number },
  unit: number,
): { readonly x: Scale; readonly y: Scale; readonly ranks: number } {
  const wanted = useMemo(() => eigenvalueDomain(results), [results]);
  const [low, high] = useSteadyDomain(wanted, [0.001, 10], Math.log);
  const ranks = ranksOf(results);
  return useMemo(() => {
    const { left, right, top, bottom, mostX, mostY } = plotArea({ width, height }, unit, 0);
    // Markers at the ends stay inside.
    const inner = [left + 0.4 * unit, right - 0.4 * unit] as const;
    // Ranks are short words.
    const ticks = rankTicks(ranks, Math.floor(1.3 * mostX));
    return {
      ranks,
      x: scaleOf('log', [1, ranks], inner, { most: mostX, ticks }),
      y: scaleOf('log', [low, high], [bottom, top], { most: mostY }),
    };
  }, [width, height, unit, low, high, ranks]);
}

function ranksOf({ arms, experiment }: Results): number {
  const spectra = arms.flatMap(({ networks, limitSpectrum }) => [
    ...networks.flatMap((network) => network.spectra),
    ...(limitSpectrum ? [limitSpectrum] : []),
  ]);
  const sizes = spectra.map(({ eigenvalues }) => eigenvalues.length);
  return Math.max(2, ...(sizes.length > 0 ? sizes : [sampleCountOf(sharedValues(experiment))]));
}
