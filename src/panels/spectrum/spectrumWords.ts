import type { Results } from '../../spec/Results.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import type { PanelView } from '../Panel.ts';
import { joined, seedWords } from '../truth.ts';
import { limitName, limitSpectra, spectrumArms, type Spectrum } from './spectrumArms.ts';

/** Condition number, effective rank and trace of every spectrum, and what is noise or not drawn. */
export function spectrumCaption(results: Results, view: PanelView): string {
  const all = labelled(results, view);
  const measure = (name: string, pick: (spectrum: Spectrum) => string): string =>
    all.length === 0
      ? ''
      : `${name} ${all.map(({ label, spectrum }) => label + pick(spectrum)).join(', ')}`;
  return joined([
    measure('condition number', (spectrum) => formatNumber(spectrum.conditionNumber, 2)),
    measure('effective rank', (spectrum) => formatNumber(spectrum.effectiveRank, 2)),
    measure('trace', (spectrum) => formatNumber(spectrum.trace, 3)),
    ...all.map(({ label, spectrum }) => hiddenWords(label, spectrum)),
    seedWords(results, 'mean'),
  ]);
}

/** The main numbers for people who hear the picture. */
export function spectrumLabel(results: Results, view: PanelView): string {
  const facts = labelled(results, view).map(
    ({ name, spectrum }) =>
      `${name}: largest ${formatNumber(spectrum.series.mean[0] ?? NaN)}, smallest ${formatNumber(spectrum.series.mean.at(-1) ?? NaN)}, condition number ${formatNumber(spectrum.conditionNumber, 2)}`,
  );
  return `Eigenvalues against rank, both axes logarithmic. ${facts.length === 0 ? 'Nothing yet' : facts.join('. ')}.`;
}

function labelled(
  results: Results,
  view: PanelView,
): readonly { readonly label: string; readonly name: string; readonly spectrum: Spectrum }[] {
  const limits = limitSpectra(results);
  return [
    ...spectrumArms(results, view).flatMap(({ letter, name, shown }) =>
      shown
        ? [{ label: letter, name: `${name} at step ${shown.step}`.trim(), spectrum: shown }]
        : [],
    ),
    ...limits.map((limit) => {
      const name = limitName(limit, limits);
      return { label: `${name} `, name, spectrum: limit.spectrum };
    }),
  ];
}

function hiddenWords(label: string, { series, noiseFloor }: Spectrum): string {
  const hidden = series.mean.filter((value) => value <= 0).length;
  const noise = series.mean.filter((value) => value > 0 && value < noiseFloor).length;
  return joined([
    noise === 0 ? '' : `${counted(noise, label)} noise, below ${formatNumber(noiseFloor, 1)}`,
    hidden === 0 ? '' : `${counted(hidden, label)} zero or negative, not drawn`,
  ]);
}

/** "A 12 eigenvalues are", after its letter as every number of a caption. */
const counted = (count: number, label: string): string =>
  label + (count === 1 ? '1 eigenvalue is' : `${count} eigenvalues are`);
