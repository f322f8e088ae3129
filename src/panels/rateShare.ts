import { median } from '../math/summary.ts';
import { squareLosses } from '../nn/dynamics/Loss.ts';
import type { Settings } from '../nn/Settings.ts';
import type { NetworkResults } from '../spec/Results.ts';

/** The rate that an arm sets out with, as a share of the rate up to which its tangent is stable. */
export interface RateShare {
  /** Medians over networks; the share is NaN where curvature sets no limit. */
  readonly eta: number;
  readonly share: number;
  /** How the limit is written. */
  readonly limit: string;
  /** Whether the limit is of the mean of the diagonal blocks alone. */
  readonly approximate: boolean;
  /** Whether the linear model diverges at this rate: beyond the limit of a squared loss. */
  readonly beyond: boolean;
}

/** The rate of an arm with these settings; undefined before it is known. */
export function rateShare(
  networks: readonly NetworkResults[],
  settings: Settings,
): RateShare | undefined {
  const rates = networks.flatMap(({ rate }) => rate ?? []);
  if (rates.length === 0) return undefined;
  const share = median(rates.map(({ eta, stabilityLimit }) => eta / stabilityLimit));
  return {
    eta: median(rates.map(({ eta }) => eta)),
    share,
    limit: rates[0]?.formula ?? '2n/λ_max',
    approximate: rates.some(({ approximate }) => approximate),
    beyond: share > 1 && squareLosses.has(settings.loss),
  };
}
