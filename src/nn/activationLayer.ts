import { hadamard, matrix, type Matrix } from '../math/matrix.ts';
import type { Activation, Covariance, DualValue } from './Activation.ts';
import { eachPosition } from './eachPosition.ts';
import { ofSameInputs, type KernelState } from './KernelState.ts';
import type { Layer } from './Layer.ts';
import { plainOps } from './plainOps.ts';
import type { Settings } from './Settings.ts';
import { smoothDual } from './smoothDual.ts';

/**
 * φ at every unit. Its kernels: K' = E φ(u)φ(v) and Θ' = Θ ∘ E φ'(u)φ'(v) for (u, v) ~ N(0, K) (Jacot et al., 2018), or
 * N(m, K) where biases have given the mean m.
 */
export const activationLayer = (activation: Activation, settings: Settings): Layer => ({
  shapes: [],
  draw: () => [],
  apply: (ops, _next, x) => {
    const result = activation.f(ops, x, settings);
    ops.activated?.(x, result);
    return result;
  },
  kernel: (state) => {
    const { mean = 0, ...centred } = state;
    const dual = closedForm(activation, settings, mean);
    return eachPosition(centred, (plain) =>
      dual ? byClosedForm(dual, plain) : byQuadrature(activation, settings, mean, plain),
    );
  },
});

/** The dual for this mean, where it has a closed form. */
function closedForm(
  { dual, shiftedDual }: Activation,
  settings: Settings,
  mean: number,
): ((covariance: Covariance) => DualValue) | undefined {
  if (mean === 0) return dual && ((covariance) => dual(covariance, settings));
  return shiftedDual && ((covariance) => shiftedDual(covariance, mean, settings));
}

function byClosedForm(
  dual: (covariance: Covariance) => DualValue,
  state: KernelState,
): KernelState {
  const { nngp, ntk, rowVariance, columnVariance } = state;
  const { rows, cols } = nngp;
  const same = ofSameInputs(state);
  const value = new Float64Array(nngp.data.length);
  const theta = new Float64Array(nngp.data.length);
  for (let i = 0; i < rows; i++) {
    const k11 = rowVariance[i]!;
    for (let j = same ? i : 0; j < cols; j++) {
      const p = i * cols + j;
      const pair = dual({ k11, k12: nngp.data[p]!, k22: columnVariance[j]! });
      value[p] = pair.value;
      theta[p] = pair.slope * ntk.data[p]!;
      if (same) {
        value[j * cols + i] = value[p];
        theta[j * cols + i] = theta[p];
      }
    }
  }
  const variances = (of: Float64Array): Float64Array =>
    of.map((k) => dual({ k11: k, k12: k, k22: k }).value);
  const after = variances(rowVariance);
  const shaped = (data: Float64Array): Matrix => matrix(rows, cols, data);
  return {
    nngp: shaped(value),
    ntk: shaped(theta),
    rowVariance: after,
    columnVariance: same ? after : variances(columnVariance),
  };
}

function byQuadrature(
  { f, df }: Activation,
  settings: Settings,
  mean: number,
  state: KernelState,
): KernelState {
  const value = smoothDual((x) => f(plainOps, x + mean, settings), state);
  const slope = smoothDual((x) => df(plainOps, x + mean, settings), state);
  return {
    nngp: value.dual,
    ntk: hadamard(state.ntk, slope.dual),
    rowVariance: value.rowVariance,
    columnVariance: value.columnVariance,
  };
}
