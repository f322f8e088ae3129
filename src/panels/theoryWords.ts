import type { PosteriorResult } from '../spec/Result.ts';
import { formatNumber } from './chart/formatNumber.ts';

/**
 * What a posterior is, in a caption: from which kernel, over which starts, how long trained and with which jitter; or why there is
 * none. `mirrored` says whether networks of its arm start from zero.
 */
export function posteriorWords(posterior: PosteriorResult, mirrored: boolean): string {
  if (!posterior.exists) return posterior.reason;
  const { of, step, jitter } = posterior;
  const added =
    jitter === 0
      ? ''
      : `, ${formatNumber(jitter, 1)} of the mean diagonal added to the kernel’s as jitter`;
  if (of === 'nngp')
    return `regression without noise on the NNGP${mirrored ? ' of one copy' : ''}${added}`;
  const when = step === undefined ? 'trained without end' : `after ${step} steps`;
  const starts = mirrored
    ? 'all start from zero (mirrored), so that they do not differ'
    : 'over starts f₀ ~ GP(0, NNGP)';
  return `infinitely wide networks by Θ∞ ${when}, ${starts}${added}`;
}
