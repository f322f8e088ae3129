import { logMoment } from '../math/rectifiedSquares.ts';
import type { KernelState } from './KernelState.ts';
import { logNormStep, type NormStep } from './logNormStep.ts';
import type { SignalProbe } from './networkSignals.ts';
import { rectifierSlope } from './rectifierSlope.ts';
import type { Instruction } from './trace.ts';

/**
 * The layers between the places of a probe as x ↦ φ(W x) with φ linear, ReLU or leaky, whose norms have a law of their own if W
 * is normal and there are no biases; undefined where some layer is another. Variances of weights are told from the kernels
 * before and after each map.
 */
export function normSteps(
  { trace: { steps, ends, activations }, places, nonlinearity }: Omit<SignalProbe, 'x'>,
  states: readonly KernelState[],
): readonly NormStep[] | undefined {
  const all = places.slice(1).map((to, k) => {
    const from = places[k]!;
    const [affine, ...others] = mapsBetween(steps, from, to);
    if (affine === undefined || others.length > 0 || steps[affine]!.of[0] !== from)
      return undefined;
    const activated = activations.some(({ input, output }) => input === affine && output === to);
    const slope = activated ? rectifierSlope(nonlinearity) : affine === to ? 1 : undefined;
    const [before, after] = [from === 0 ? 0 : ends.indexOf(from) + 1, ends.indexOf(affine) + 1];
    if (slope === undefined || (from > 0 && before === 0) || after === 0) return undefined;
    const { positions, features: fanIn } = steps[from]!;
    const gain = states[after]!.rowVariance[0]! / states[before]!.rowVariance[0]!;
    if (positions > 1 || !(gain > 0)) return undefined;
    return { width: steps[to]!.features, weightVariance: gain / fanIn, slope };
  });
  return all.every((step) => step !== undefined) ? all : undefined;
}

const mapsBetween = (steps: readonly Instruction[], from: number, to: number): readonly number[] =>
  steps.flatMap(({ map }, at) => (map && at > from && at <= to ? [at] : []));

/** E(‖h_l‖/‖x‖)^s after no layer, one layer, …, for 0 < s ≤ 2: exact at every width. */
export function momentsOf(steps: readonly NormStep[], s: number): Float64Array {
  let log = 0;
  const logs = steps.map(({ width, weightVariance, slope }) => {
    log += (s / 2) * Math.log(weightVariance) + logMoment({ count: width, slope }, s / 2);
    return log;
  });
  return Float64Array.from([0, ...logs], Math.exp);
}

/** Mean and variance of ln(‖h_L‖/‖x‖) after all layers: independent, they add up. */
export const logNormLaw = (
  steps: readonly NormStep[],
): { readonly mean: number; readonly variance: number } =>
  steps
    .map(logNormStep)
    .reduce(
      (sum, { mean, variance }) => ({ mean: sum.mean + mean, variance: sum.variance + variance }),
      { mean: 0, variance: 0 },
    );
