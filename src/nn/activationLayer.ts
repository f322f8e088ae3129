import { hadamard, matrix, type Matrix } from '../math/matrix.ts';
import type { Activation, Covariance, DualValue } from './Activation.ts';
import { eachPosition } from './eachPosition.ts';
import { ofSameInputs, type KernelState } from './KernelState.ts';
import type { Layer } from './Layer.ts';
import { plainOps } from './plainOps.ts';
import type { Settings } from './Settings.ts';
import { smoothDual } from './smoothDual.ts';

/** φ at every unit. Its kernels: K' = E φ(u)φ(v) and Θ' = Θ ∘ E φ'(u)φ'(v) for (u, v) ~ N(0, K) (Jacot et al., 2018). */
export const activationLayer = (activation: Activation, settings: Settings): Layer => ({
  shapes: [],
  draw: () => [],
  apply: (ops, _next, x) => activation.f(ops, x, settings),
  kernel: (state) => {
    const { dual } = activation;
    return eachPosition(state, (plain) =>
      dual
        ? byClosedForm((covariance) => dual(covariance, settings), plain)
        : byQuadrature(activation, settings, plain),
    );
  },
});

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

function byQuadrature(activation: Activation, settings: Settings, state: KernelState): KernelState {
  const value = smoothDual((x) => activation.f(plainOps, x, settings), state);
  const slope = smoothDual((x) => activation.df(plainOps, x, settings), state);
  return {
    nngp: value.dual,
    ntk: hadamard(state.ntk, slope.dual),
    rowVariance: value.rowVariance,
    columnVariance: value.columnVariance,
  };
}
