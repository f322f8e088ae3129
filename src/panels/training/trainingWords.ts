import type { Results } from '../../spec/Results.ts';
import { armValues } from '../../spec/values.ts';
import { formatNumber, formatPercent } from '../chart/formatNumber.ts';
import { placeAt } from '../chart/Series.ts';
import { spokenCurve } from '../spokenCurve.ts';
import { courseWords } from '../courseWords.ts';
import { rateShare } from '../rateShare.ts';
import { joined, seedWords } from '../truth.ts';
import { tangentTolerance } from './leavingStep.ts';
import { trainingArms, type TrainingArm } from './trainingArms.ts';

/** What the curves are of, at which rates, and where networks part from their kernels. */
export function trainingCaption(results: Results): string {
  const arms = trainingArms(results, 'train');
  return joined([
    tangentWords(arms),
    rateWords(results),
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

function rateWords({ arms, experiment }: Results): string {
  const words = arms.flatMap(({ label, networks }, index) => {
    const rate = rateShare(networks, armValues(experiment, index));
    if (!rate) return [];
    const { eta, share, limit, approximate, beyond } = rate;
    return [
      {
        eta: (arms.length > 1 ? `${label} ` : '') + formatNumber(eta),
        // Where curvature sets no limit, a rate is no share of one.
        share: Number.isNaN(share)
          ? ''
          : `${approximate ? 'about ' : ''}${shareWords(share)} × ${limit}${beyond ? ', at which the tangent diverges' : ''}`,
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

/** A share of the limit, with as many digits as show how far it is from 1. */
function shareWords(share: number): string {
  const digits = [2, 3, 4, 5].find(
    (count) => Math.abs(Number(share.toPrecision(count)) - share) <= 0.2 * Math.abs(share - 1),
  );
  return formatNumber(share, digits ?? 2);
}
