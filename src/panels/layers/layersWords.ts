import type { Results } from '../../spec/Results.ts';
import { formatNumber, formatPercent } from '../chart/formatNumber.ts';
import { joined, networkWords, seedWords } from '../truth.ts';
import { layersArms, type LayersArm } from './layersArms.ts';
import { mostMaps } from './mostMaps.ts';
import { someLayers } from './someLayers.ts';

/** Which layers are shown, how large Θ_0 is, and what the maps leave out. */
export function layersCaption(results: Results): string {
  const arms = layersArms(results);
  const traces = arms.flatMap(({ letter, parts }) =>
    parts ? [letter + formatNumber(parts.reduce((sum, { trace }) => sum + trace, 0))] : [],
  );
  const pooled = arms.find(({ parts }) => parts?.[0])?.parts?.[0]?.size;
  const n = results.data?.n;
  return joined([
    ...new Set(arms.map(({ parts, letter }) => chosenWords(letter, parts?.length ?? 0))),
    traces.length === 0 ? '' : `tr Θ₀ ${traces.join(', ')}`,
    pooled !== undefined && n !== undefined && pooled < n
      ? `means over blocks of samples, ${pooled} × ${pooled}`
      : '',
    'Θ₀ is the sum of all layers; one colour scale for all, which may end below the diagonal',
    networkWords(results),
    seedWords(results, 'one'),
  ]);
}

/** The main numbers for people who hear the picture. */
export function layersLabel(arms: readonly LayersArm[]): string {
  const known = arms.filter(({ parts }) => parts);
  const facts = known.map(({ name, parts = [] }) => {
    const most = parts.reduce((a, b) => (b.share > a.share ? b : a), parts[0]!);
    const who = name === '' ? 'The network' : name;
    return `${who}: ${parts.length} layers, most from ${most.label}, ${formatPercent(most.share)}`;
  });
  return `What each layer adds to the kernel at the start, as heat maps. ${facts.length === 0 ? 'Nothing yet' : facts.join('. ')}.`;
}

const chosenWords = (letter: string, count: number): string => {
  const shown = someLayers(count, mostMaps);
  return shown.length < count
    ? `${letter}layers ${shown.map((k) => k + 1).join(', ')} of ${count}`
    : '';
};
