import { median } from '../../math/summary.ts';
import type { ArmResults, Results } from '../../spec/Results.ts';
import { formatNumber, formatPercent } from '../chart/formatNumber.ts';
import { placeAt } from '../chart/Series.ts';
import { spokenCurve } from '../spokenCurve.ts';
import { courseWords } from '../courseWords.ts';
import { joined, seedWords } from '../truth.ts';
import { tangentTolerance } from './leavingStep.ts';
import { trainingArms, type TrainingArm } from './trainingArms.ts';

/** What the curves are of, at which rates, and where networks part from their kernels. */
export function trainingCaption(results: Results): string {
  const arms = trainingArms(results, 'train');
  return joined([
    tangentWords(arms),
    rateWords(results.arms),
    ...arms.flatMap(({ letter, failure }) => (failure === undefined ? [] : letter + failure)),
    ...arms.flatMap(({ letter, notes }) =>
      notes.map(({ words, step }) => `${letter}${words} at step ${step}`),
    ),
    courseWords(results),
    seedWords(results, 'band'),
  ]);
}

/** The main numbers for people who hear the picture. */
export function trainingLabel(arms: readonly TrainingArm[], what: string): string {
  const facts = arms.map((arm) => {
    const place = placeAt(arm.start, arm.network.x.at(-1) ?? -1);
    const predicted = arm.start.mean[place];
    const further =
      predicted === undefined ? '' : `where its kernel predicts ${formatNumber(predicted)}`;
    return spokenCurve(arm, arm.network, further);
  });
  return `${what} over steps. ${facts.join('. ')}.`;
}

/** "A leaves its tangent (by 10 %) at step 5, B at step 6 · C stays within 10 %". */
function tangentWords(arms: readonly TrainingArm[]): string {
  const left = arms.filter(({ leaves = Infinity }) => leaves < Infinity);
  const stay = arms.filter(({ leaves }) => leaves === Infinity);
  const percent = formatPercent(tangentTolerance);
  return joined([
    left
      .map(({ letter, leaves = NaN }, k) => {
        const verb = k === 0 ? `leaves its tangent (by ${percent}) ` : '';
        return `${letter}${verb}at step ${Math.round(leaves)}`;
      })
      .join(', '),
    stay.length === 0
      ? ''
      : `${stay.map(({ letter }) => letter.trim()).join(', ')} within ${percent} of the tangent throughout`.trim(),
  ]);
}

function rateWords(arms: readonly ArmResults[]): string {
  const words = arms.flatMap(({ label, networks }) => {
    const rates = networks.flatMap(({ rate }) => rate ?? []);
    if (rates.length === 0) return [];
    const eta = median(rates.map((rate) => rate.eta));
    const share = median(rates.map((rate) => rate.eta / rate.stabilityLimit));
    const about = rates.some(({ approximate }) => approximate) ? 'about ' : '';
    const limit = rates[0]?.formula ?? '2n/λ_max';
    return [
      {
        eta: (arms.length > 1 ? `${label} ` : '') + formatNumber(eta),
        // Where curvature sets no limit, a rate is no share of one.
        share: Number.isNaN(share) ? '' : `${about + formatNumber(share, 2)} × ${limit}`,
      },
    ];
  });
  const [first] = words;
  if (!first) return '';
  // Most often all arms train at the same share of their limits.
  return first.share !== '' && words.every(({ share }) => share === first.share)
    ? `η = ${first.share}: ${words.map(({ eta }) => eta).join(', ')}`
    : `η: ${words.map(({ eta, share }) => (share === '' ? eta : `${eta} = ${share}`)).join(', ')}`;
}
