import type { ArmLabel } from '../../spec/Experiment.ts';
import type { SpectrumResult } from '../../spec/Result.ts';
import type { Results } from '../../spec/Results.ts';
import { armCalls } from '../armCalls.ts';
import { cached } from '../cached.ts';
import { overRuns, type Series } from '../chart/Series.ts';
import { armFailure } from '../failureWords.ts';
import type { PanelView } from '../Panel.ts';
import { spectrumShown, stepShown } from '../shown.ts';

/** Eigenvalues over their rank (1 is the largest), and what they sum up to; means over an arm's networks. */
export interface Spectrum {
  readonly step: number;
  readonly series: Series;
  readonly conditionNumber: number;
  readonly effectiveRank: number;
  readonly trace: number;
  readonly noiseFloor: number;
}

/** The spectrum of an arm's kernel as shown, and as it was at the start if that is another. */
export interface SpectrumArm {
  readonly label: ArmLabel;
  /** "A Gaussian" and "A "; both empty for a single arm. */
  readonly name: string;
  readonly letter: string;
  readonly shown: Spectrum | undefined;
  readonly start: Spectrum | undefined;
  readonly failure: string | undefined;
}

/** The spectrum of one infinite-width kernel and the arms whose limit it is. */
export interface LimitSpectrum {
  readonly labels: readonly ArmLabel[];
  readonly spectrum: Spectrum;
}

/** Every arm's spectra at the step that the view shows. */
export function spectrumArms(results: Results, view: PanelView): readonly SpectrumArm[] {
  const calls = armCalls(results);
  const step = stepShown(results, view);
  return results.arms.map(({ label, networks }, index) => {
    const shown = averaged(networks.flatMap((network) => spectrumShown(network, step) ?? []));
    const start = averaged(networks.flatMap(({ spectra }) => spectra[0] ?? []));
    return {
      label,
      ...calls[index]!,
      shown,
      start: shown && start && start.step < shown.step ? start : undefined,
      failure: armFailure(networks),
    };
  });
}

/** The limits' spectra, equal ones once. */
export function limitSpectra({ arms }: Results): readonly LimitSpectrum[] {
  const found: { labels: ArmLabel[]; source: SpectrumResult }[] = [];
  for (const { label, limitSpectrum } of arms) {
    if (!limitSpectrum) continue;
    const same = found.find(({ source }) => alike(source.eigenvalues, limitSpectrum.eigenvalues));
    if (same) same.labels.push(label);
    else found.push({ labels: [label], source: limitSpectrum });
  }
  return found.flatMap(({ labels, source }) => {
    const spectrum = averaged([source]);
    return spectrum ? [{ labels, spectrum }] : [];
  });
}

/** What to call a limit: Θ∞, and whose it is where there are several. */
export const limitName = ({ labels }: LimitSpectrum, all: readonly LimitSpectrum[]): string =>
  all.length === 1 ? 'Θ∞' : `Θ∞ of ${labels.join(', ')}`;

function averaged(spectra: readonly SpectrumResult[]): Spectrum | undefined {
  const [first] = spectra;
  if (!first) return undefined;
  return spectra.length === 1 ? single(first) : averageOf(first, spectra);
}

/** One network's spectrum stays the same object, so that its picture need not be drawn anew. */
const single = cached((spectrum: SpectrumResult) => averageOf(spectrum, [spectrum]));

function averageOf(first: SpectrumResult, spectra: readonly SpectrumResult[]): Spectrum {
  const mean = (pick: (spectrum: SpectrumResult) => number): number =>
    spectra.reduce((sum, spectrum) => sum + pick(spectrum), 0) / spectra.length;
  return {
    step: first.step,
    series: overRuns(
      spectra.map(({ eigenvalues }) => ({
        x: Array.from(eigenvalues, (_, k) => k + 1),
        values: eigenvalues,
      })),
    ),
    conditionNumber: mean((spectrum) => spectrum.conditionNumber),
    effectiveRank: mean((spectrum) => spectrum.effectiveRank),
    trace: mean((spectrum) => spectrum.trace),
    noiseFloor: mean((spectrum) => spectrum.noiseFloor),
  };
}

/** Whether two spectra differ by no more than rounding. */
const alike = (a: Float64Array, b: Float64Array): boolean =>
  a.length === b.length &&
  a.every((value, k) => Math.abs(value - b[k]!) <= 1e-9 * Math.abs(a[0] ?? 0));
