import { hadamard, matrix } from '../math/matrix.ts';
import { mirrorUpper } from '../math/mirrorUpper.ts';
import type { Activation, Covariance, Covariances, DualValue, DualValues } from './Activation.ts';
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
export function activationLayer(activation: Activation, settings: Settings): Layer {
  // One pair of functions for all calls with a mean, for which tables are kept.
  const smooth = new Map<number, Smooth>();
  const smoothAt = (mean: number): Smooth => {
    const known = smooth.get(mean) ?? {
      f: (x: number): number => activation.f(plainOps, x + mean, settings),
      df: (x: number): number => activation.df(plainOps, x + mean, settings),
    };
    smooth.set(mean, known);
    return known;
  };
  return {
    shapes: [],
    draw: () => [],
    apply: (ops, _next, x) => {
      const result = activation.f(ops, x, settings);
      ops.activated?.(x, result);
      return result;
    },
    kernel: (state) => {
      const { mean = 0, ...centred } = state;
      const forms = closedForms(activation, settings, mean);
      return eachPosition(centred, (plain) =>
        forms ? byClosedForm(forms, plain) : byQuadrature(smoothAt(mean), plain),
      );
    },
  };
}

/** φ and φ' of a smooth activation. */
interface Smooth {
  readonly f: (x: number) => number;
  readonly df: (x: number) => number;
}

/** Duals of one pair, and of many where there is a loop for them. */
interface ClosedForms {
  readonly dual: (covariance: Covariance) => DualValue;
  readonly duals?: (covariances: Covariances) => DualValues;
}

/** The duals for this mean, where they have a closed form. */
function closedForms(
  { dual, duals, shiftedDual }: Activation,
  settings: Settings,
  mean: number,
): ClosedForms | undefined {
  if (mean !== 0)
    return shiftedDual && { dual: (covariance) => shiftedDual(covariance, mean, settings) };
  return (
    dual && {
      dual: (covariance) => dual(covariance, settings),
      ...(duals && { duals: (covariances: Covariances) => duals(covariances, settings) }),
    }
  );
}

function byClosedForm({ dual, duals }: ClosedForms, state: KernelState): KernelState {
  const { nngp, ntk, rowVariance, columnVariance } = state;
  const { rows, cols } = nngp;
  const same = ofSameInputs(state);
  const covariances = { rowVariance, columnVariance, k12: nngp.data, upper: same };
  const { value, slope } = duals ? duals(covariances) : pairByPair(dual, covariances);
  for (let k = 0; k < slope.length; k++) slope[k]! *= ntk.data[k]!;
  if (same) [value, slope].forEach((values) => mirrorUpper(values, rows));
  const variances = (of: Float64Array): Float64Array =>
    of.map((k) => dual({ k11: k, k12: k, k22: k }).value);
  const after = variances(rowVariance);
  return {
    nngp: matrix(rows, cols, value),
    ntk: matrix(rows, cols, slope),
    rowVariance: after,
    columnVariance: same ? after : variances(columnVariance),
  };
}

function pairByPair(
  dual: (covariance: Covariance) => DualValue,
  { rowVariance, columnVariance, k12, upper }: Covariances,
): DualValues {
  const columns = columnVariance.length;
  const value = new Float64Array(k12.length);
  const slope = new Float64Array(k12.length);
  for (let i = 0; i < rowVariance.length; i++)
    for (let j = upper ? i : 0; j < columns; j++) {
      const p = i * columns + j;
      const pair = dual({ k11: rowVariance[i]!, k12: k12[p]!, k22: columnVariance[j]! });
      value[p] = pair.value;
      slope[p] = pair.slope;
    }
  return { value, slope };
}

function byQuadrature({ f, df }: Smooth, state: KernelState): KernelState {
  const value = smoothDual(f, state);
  const slope = smoothDual(df, state);
  return {
    nngp: value.dual,
    ntk: hadamard(state.ntk, slope.dual),
    rowVariance: value.rowVariance,
    columnVariance: value.columnVariance,
  };
}
