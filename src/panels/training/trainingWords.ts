import { median } from '../../math/summary.ts';
import type { ArmResults, Results } from '../../spec/Results.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import { joined, seedWords } from '../truth.ts';
import { trainingArms, type TrainingArm } from './trainingArms.ts';

/** What the curves are of, at which rates, and where networks part from their kernels. */
export function trainingCaption(results: Results): string {
  const arms = trainingArms(results, 'train');
  return joined([
    tangentWords(arms),
    'solid: the network; dashed: as its own Θ₀ predicts; thin: as Θ∞ predicts from the same start',
    rateWords(results.arms),
    ...arms.flatMap(({ label, failure }) => (failure === undefined ? [] : [`${label} ${failure}`])),
    'full-batch gradient descent on ½ mean squared error',
    seedWords(results, 'mean'),
  ]);
}

/** The main numbers for people who hear the picture. */
export function trainingLabel(arms: readonly TrainingArm[], what: string): string {
  const facts = arms.map(({ name, network, start, failure }) => {
    const last = network.mean.at(-1);
    if (last === undefined) return `${name}: ${failure ?? 'nothing yet'}`;
    const predicted = start.mean[start.x.indexOf(network.x.at(-1) ?? 0)];
    const prediction =
      predicted === undefined ? '' : `, ${formatNumber(predicted)} as its kernel predicts`;
    return `${name}: ${formatNumber(network.mean[0] ?? NaN)} at first, ${formatNumber(last)} at step ${network.x.at(-1) ?? 0}${prediction}${failure === undefined ? '' : `, ${failure}`}`;
  });
  return `${what} over steps. ${facts.join('. ')}.`;
}

function tangentWords(arms: readonly TrainingArm[]): string {
  return arms
    .flatMap(({ label, leaves }) =>
      leaves === undefined
        ? []
        : leaves === Infinity
          ? [`${label} stays within 10 % of its tangent`]
          : [`${label} leaves its tangent at step ${Math.round(leaves)}`],
    )
    .join(', ');
}

function rateWords(arms: readonly ArmResults[]): string {
  const words = arms.flatMap(({ label, networks }) => {
    const rates = networks.flatMap(({ rate }) => rate ?? []);
    if (rates.length === 0) return [];
    const eta = median(rates.map((rate) => rate.eta));
    const share = median(rates.map((rate) => rate.eta / rate.stabilityLimit));
    const about = rates.some(({ approximate }) => approximate) ? '≈ ' : '';
    return [`${label} ${formatNumber(eta)} = ${about}${formatNumber(share, 2)}`];
  });
  return words.length === 0 ? '' : `η: ${words.join(', ')} × 2n/λ_max`;
}
