import { formatNumber } from '../chart/formatNumber.ts';
import type { ReadoutRow } from '../chart/Readout.tsx';
import { limitName, type LimitSpectrum, type Spectrum, type SpectrumArm } from './spectrumArms.ts';

/** The eigenvalues of one rank, for the readout. */
export function spectrumRows(
  arms: readonly SpectrumArm[],
  limits: readonly LimitSpectrum[],
  rank: number,
): readonly ReadoutRow[] {
  const started = arms.some(({ start }) => start);
  const at = (spectrum: Spectrum | undefined): string => {
    const value = spectrum?.series.mean[rank - 1];
    return value === undefined ? '' : formatNumber(value);
  };
  return [
    ...arms.map(({ label, name, shown, start }) => ({
      arm: label,
      name,
      values: started ? [at(shown), at(start ?? shown)] : [at(shown)],
    })),
    ...limits.map((limit) => ({ name: limitName(limit, limits), values: [at(limit.spectrum)] })),
  ];
}
