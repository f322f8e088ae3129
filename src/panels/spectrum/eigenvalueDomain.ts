import type { Results } from '../../spec/Results.ts';
import type { SpectrumResult } from '../../spec/Result.ts';
import { cached } from '../cached.ts';
import { hull, type Interval } from '../chart/Interval.ts';
import { niceLog } from '../chart/ticks.ts';

/** How far below the noise floor eigenvalues are still drawn. */
const intoNoise = 1 / 10;
/** The noise floor of float32 kernels, for a limit that is known before any network. */
const floatFloor = 1e-6;

/** The eigenvalues that the axis shows: all positive ones of the run so far, but of noise only the upper edge. */
export function eigenvalueDomain({ arms }: Results): Interval | undefined {
  const spectra = arms.flatMap(({ networks }) => networks.flatMap((network) => network.spectra));
  const limits = arms.flatMap(({ limitSpectrum }) => limitSpectrum ?? []);
  const all = hull([...spectra, ...limits].map(positiveRange));
  if (!all) return undefined;
  const floor = Math.min(
    ...spectra.map(({ noiseFloor }) => noiseFloor).filter((value) => value > 0),
    floatFloor * all[1],
  );
  const nice = niceLog([Math.max(all[0], intoNoise * floor), all[1]]);
  return nice[0] < nice[1] ? nice : [nice[0] / 10, nice[1]];
}

const positiveRange = cached(({ eigenvalues }: SpectrumResult): Interval | undefined => {
  const positive = eigenvalues.filter((value) => value > 0 && value < Infinity);
  return positive.length === 0
    ? undefined
    : [positive.reduce((a, b) => Math.min(a, b)), positive.reduce((a, b) => Math.max(a, b))];
});
