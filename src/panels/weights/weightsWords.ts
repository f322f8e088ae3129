import type { MatrixPortrait } from '../../spec/Result.ts';
import type { Results } from '../../spec/Results.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import type { PanelView } from '../Panel.ts';
import { joined, networkWords, seedWords } from '../truth.ts';
import { hasIndependentEntries } from './independentEntries.ts';
import { weightsArms, type WeightsArm } from './weightsArms.ts';

/** What is drawn in a few words. */
export function weightsSubtitle(_results: Results, { option }: PanelView): string {
  if (option === 'singular') return 'of each layer’s matrix, by rank';
  return option === 'tail'
    ? 'α of P(|W| > w) ~ w^−α by layer'
    : 'entries of each layer, times √fan-in';
}

/** Whose numbers these are, what is scaled how, ranks that are not full, and which tails mean something. */
export function weightsCaption(results: Results, { option }: PanelView): string {
  const arms = weightsArms(results);
  return joined([
    ...(option === 'tail'
      ? tailFacts(arms)
      : option === 'singular'
        ? singularFacts(arms)
        : histogramFacts(arms, option)),
    ...arms.flatMap(({ letter, mirrored }) =>
      mirrored ? [`${letter}the second copy of the network has the same`] : [],
    ),
    'effective weights, which multiply a layer’s inputs, at step 0',
    networkWords(results),
    seedWords(results, 'one'),
  ]);
}

/** The main numbers for people who hear the picture. */
export function weightsLabel(arms: readonly WeightsArm[], option: string | undefined): string {
  const what =
    option === 'singular'
      ? 'Singular values of the weight matrices against their rank, layer by layer'
      : option === 'tail'
        ? 'Tail exponents of the weights against the layer'
        : 'Histograms of the weights, layer by layer';
  const facts = arms
    .filter(({ matrices }) => matrices.length > 0)
    .map(({ name, matrices }) => {
      const who = name === '' ? 'The network' : name;
      const some = matrices[Math.floor(matrices.length / 2)]!;
      return `${who}: ${matrices.length} layers; ${some.label} has variance times fan-in ${varianceWords(some)}, rank ${rankWords(some)}, tail exponent ${exponentWords(some)}`;
    });
  return `${what}. ${facts.length === 0 ? 'Nothing yet' : facts.join('. ')}.`;
}

/** "1 of 192", "192" where it is full, a dash where it is not known. */
export function rankWords({ rank, singular }: MatrixPortrait): string {
  if (rank === undefined || !singular) return '–';
  return rank < singular.length ? `${rank} of ${singular.length}` : String(rank);
}

/** Fan-in times the variance about the mean; of equal entries rounding is not told. */
export const varianceWords = ({ fanIn, mean, variance }: MatrixPortrait): string =>
  formatNumber(variance > 1e-20 * mean * mean ? fanIn * variance : 0);

/** "1.52 ± 0.03", with as many places as the error leaves. */
export function exponentWords({ tail: { exponent, error } }: MatrixPortrait): string {
  if (!Number.isFinite(exponent)) return '–';
  if (!Number.isFinite(error)) return formatNumber(exponent);
  return `${exponent.toFixed(2)} ± ${formatNumber(error, 1)}`;
}

function histogramFacts(
  arms: readonly WeightsArm[],
  option: string | undefined,
): readonly string[] {
  const known = arms.some(({ matrices }) => matrices.length > 0);
  return [
    known
      ? `densities${option === 'log' ? ' on a logarithmic axis, the same for all layers' : ', each layer with a height of its own'}`
      : '',
    ...rankFacts(arms),
    known
      ? option === 'log'
        ? 'the outermost bins hold all that lies beyond them'
        : 'the axis covers the bulk, not every entry of a heavy tail'
      : '',
  ];
}

function singularFacts(arms: readonly WeightsArm[]): readonly string[] {
  const reasons = new Set(
    arms.flatMap(({ letter, matrices }) =>
      matrices.flatMap(({ unknown }) => (unknown === undefined ? [] : [letter + unknown])),
    ),
  );
  const banded = arms.filter(({ schemes }) => schemes.some(hasIndependentEntries));
  return [
    ...rankFacts(arms),
    arms.some(({ matrices }) => matrices.length > 0)
      ? 'from the largest (0 %) to the smallest (100 %), zeros not drawn'
      : '',
    banded.length > 0 ? 'shaded: between the Marchenko–Pastur edges of independent entries' : '',
    ...reasons,
  ];
}

function tailFacts(arms: readonly WeightsArm[]): readonly string[] {
  const known = arms.filter(({ matrices }) => matrices.length > 0);
  const light = known.filter(({ matrices }) => matrices.every(({ heavy }) => !heavy));
  const heavy = known.filter((arm) => !light.includes(arm));
  const kept = known[0]?.matrices.find((matrix) => matrix.heavy)?.tail.kept;
  return [
    ...heavy.map(({ letter, matrices }) => {
      const largest = matrices
        .filter((matrix) => matrix.heavy)
        .reduce((a, b) => (b.tail.kept > a.tail.kept ? b : a));
      return `${letter}${exponentWords(largest)} in ${largest.label}, of its ${largest.tail.kept} largest entries`;
    }),
    kept === undefined && known.length === 0 ? '' : 'Hill’s estimate ± its standard error',
    light.length === 0
      ? ''
      : known.length === 1
        ? 'the tail is light, no power law: the exponent means nothing'
        : `${light.map(({ letter }) => letter.trim()).join(', ')} ${light.length === 1 ? 'has' : 'have'} light tails, no power law: their exponent (hollow, where the axis has it) means nothing`,
  ];
}

/** "D rank 1 of 192 in 9 layers": only where a rank is not full. */
const rankFacts = (arms: readonly WeightsArm[]): readonly string[] =>
  arms.flatMap(({ letter, matrices }) => {
    const lacking = matrices.filter(
      ({ rank, singular }) => rank !== undefined && rank < (singular?.length ?? 0),
    );
    const words = [...new Set(lacking.map(rankWords))];
    if (lacking.length === 0) return [];
    const where = lacking.length === 1 ? lacking[0]!.label : `${lacking.length} layers`;
    const rank = words.length === 1 ? words[0]! : `${words[0]!} to ${words.at(-1)!}`;
    return [`${letter}rank ${rank} in ${where}`];
  });
