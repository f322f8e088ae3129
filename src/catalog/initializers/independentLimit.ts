import type { Limit, LimitFacts } from '../../nn/Initializer.ts';
import { gaussianLimit } from './gaussianLimit.ts';

/** Excess kurtosis of a first-layer sum beyond which it is not taken for Gaussian. */
const mostKurtosis = 0.1;

/**
 * The limit of independent weights of variance one and this excess kurtosis (Infinity if it has none). They make Gaussian sums
 * only over many units: the first layer's pre-activations have excess kurtosis Σx⁴/(Σx²)² times theirs, and no width changes
 * that. `name` begins a sentence.
 */
export function independentLimit(name: string, kurtosis: number, facts: LimitFacts): Limit {
  const { inputConcentration, linearActivation, inputs, place = 'first' } = facts;
  const excess = kurtosis * inputConcentration;
  // Only second moments matter to linear networks, and only hidden units to the layers behind the first.
  if (linearActivation || place !== 'first' || excess === 0) return gaussianLimit;
  if (Math.abs(excess) > mostKurtosis) {
    const size = Number.isFinite(excess)
      ? `excess kurtosis ${excess < 0 ? 'down to −' : 'up to '}${Math.abs(excess).toFixed(2)}`
      : 'infinite kurtosis';
    return {
      exists: false,
      reason:
        `${name} first-layer weights on inputs of dimension ${String(inputs)} give pre-activations that are not Gaussian ` +
        `(${size}), at any width, so the Gaussian kernel is not their limit.`,
    };
  }
  return {
    exists: true,
    note: `first layer taken as Gaussian (excess kurtosis at most ${Math.abs(excess).toFixed(3)} in size)`,
  };
}
