import type { KernelResult, SpectrumResult } from '../spec/Result.ts';
import type { NetworkResults, Results } from '../spec/Results.ts';
import type { PanelView } from './Panel.ts';

/** The step that a view looks at; never beyond what has been computed. */
export const stepShown = (results: Results, view: PanelView): number =>
  view.step === 'last' ? results.step : Math.min(view.step, results.step);

/** The latest of some results at or before a step; the first one if all come later. */
export function latestAt<T extends { readonly step: number }>(
  list: readonly T[],
  step: number,
): T | undefined {
  return list.findLast((entry) => entry.step <= step) ?? list[0];
}

/** A network's kernel as a view shows it. */
export const kernelShown = (
  network: NetworkResults | undefined,
  step: number,
): KernelResult | undefined => latestAt(network?.kernels ?? [], step);

/** A network's spectrum as a view shows it. */
export const spectrumShown = (
  network: NetworkResults | undefined,
  step: number,
): SpectrumResult | undefined => latestAt(network?.spectra ?? [], step);

/** The step that most shown kernels are of: what the t of Θ_t stands for. */
export function kernelStep(results: Results, view: PanelView): number {
  const step = stepShown(results, view);
  const steps = results.arms.flatMap(({ networks }) => kernelShown(networks[0], step)?.step ?? []);
  return Math.max(0, ...steps);
}
