import { hadamard, matrix, type Matrix } from '../math/matrix.ts';
import type { Activation, DualValue } from './Activation.ts';
import type { KernelState } from './KernelState.ts';
import type { Layer } from './Layer.ts';
import { plainOps } from './plainOps.ts';
import type { Settings } from './Settings.ts';
import { smoothDual } from './smoothDual.ts';

/** φ at every unit. Its kernels: K' = E φ(u)φ(v) and Θ' = Θ ∘ E φ'(u)φ'(v) for (u, v) ~ N(0, K) (Jacot et al., 2018). */
export const activationLayer = (activation: Activation, settings: Settings): Layer => ({
  draw: () => [],
  apply: (ops, _next, x) => activation.f(ops, x, settings),
  kernel: (state) =>
    activation.dual
      ? byClosedForm(activation, settings, state)
      : byQuadrature(activation, settings, state),
});

function byClosedForm({ dual }: Activation, settings: Settings, state: KernelState): KernelState {
  const at = (k11: number, k12: number, k22: number): DualValue =>
    dual ? dual({ k11, k12, k22 }, settings) : { value: NaN, slope: NaN };
  const { nngp, ntk, rowVariance, columnVariance } = state;
  const value = new Float64Array(nngp.data.length);
  const theta = new Float64Array(nngp.data.length);
  nngp.data.forEach((k12, p) => {
    const pair = at(
      rowVariance[Math.floor(p / nngp.cols)] ?? 0,
      k12,
      columnVariance[p % nngp.cols] ?? 0,
    );
    value[p] = pair.value;
    theta[p] = pair.slope * (ntk.data[p] ?? 0);
  });
  const variance = (k: number): number => at(k, k, k).value;
  const shaped = (data: Float64Array): Matrix => matrix(nngp.rows, nngp.cols, data);
  return {
    nngp: shaped(value),
    ntk: shaped(theta),
    rowVariance: rowVariance.map(variance),
    columnVariance: columnVariance.map(variance),
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
