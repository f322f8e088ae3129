import type { Stream } from '../../math/rng.ts';
import type { Limit, LimitFacts, WeightShape } from '../../nn/Initializer.ts';

/** fanIn×fanOut entries uniform on (−√3, √3), so of variance one. */
export const uniformUnit = (stream: Stream, { fanIn, fanOut }: WeightShape): Float64Array =>
  Float64Array.from({ length: fanIn * fanOut }, () => Math.sqrt(3) * (2 * stream.uniform() - 1));

/** Excess kurtosis of a first-layer sum beyond which it is not taken for Gaussian. */
const mostKurtosis = 0.1;

/**
 * Uniform weights make Gaussian sums only over many inputs: the first layer's pre-activations have excess kurtosis
 * −1.2·Σx⁴/(Σx²)², and no width changes that.
 */
export function uniformLimit({ inputConcentration, linearActivation, inputs }: LimitFacts): Limit {
  const kurtosis = 1.2 * inputConcentration;
  if (linearActivation) return { exists: true };
  if (kurtosis > mostKurtosis) {
    return {
      exists: false,
      reason:
        `Uniform first-layer weights on inputs of dimension ${String(inputs)} give pre-activations that are not Gaussian ` +
        `(excess kurtosis down to −${kurtosis.toFixed(2)}), at any width, so the Gaussian kernel is not their limit.`,
    };
  }
  return {
    exists: true,
    note: `first layer taken as Gaussian (excess kurtosis at most ${kurtosis.toFixed(3)} in size)`,
  };
}
