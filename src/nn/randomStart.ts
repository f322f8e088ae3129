import { matrix } from '../math/matrix.ts';
import { normals } from '../math/rng.ts';
import { dense } from './dense.ts';
import { ofSameInputs, type KernelState } from './KernelState.ts';
import type { Layer } from './Layer.ts';
import type { Initializer } from './Initializer.ts';

/**
 * A random state for each sample, that depends on nothing trained: σ√2·cos(z) with z Gaussian in x and a wide random phase, so
 * that the same link starts the same sequence alike everywhere. Its kernel is σ²·exp(−50·|x − x'|²/d) (Rahimi & Recht, 2007):
 * σ² for the same sample and almost nothing for any other.
 */
export function randomStart(inputs: number, width: number, variance: number): Layer {
  const map = dense({
    fanIn: inputs,
    fanOut: width,
    parameterization: 'ntk',
    initializer: gaussian,
    initializerSettings: {},
    weightVariance: frequency ** 2,
    biasVariance: 100,
    bias: true,
    trained: { weight: false, bias: false },
  });
  return {
    ...map,
    apply: (ops, next, x) => ops.scale(ops.cos(map.apply(ops, next, x)), Math.sqrt(2 * variance)),
    kernel: (state) => cosines(map.kernel(state), variance),
  };
}

/** Root mean square distances beyond about 1/frequency count as different. */
const frequency = 10;

/** 2σ²·E cos(u)cos(v) = σ²(e^{k12 − q} + e^{−k12 − q}), q = (k11 + k22)/2. */
function cosines(state: KernelState, variance: number): KernelState {
  const { nngp, rowVariance, columnVariance } = state;
  const value = (k11: number, k12: number, k22: number): number => {
    const q = (k11 + k22) / 2;
    return variance * (Math.exp(k12 - q) + Math.exp(-k12 - q));
  };
  const { rows, cols } = nngp;
  const after = nngp.data.map((k, at) =>
    value(rowVariance[Math.floor(at / cols)]!, k, columnVariance[at % cols]!),
  );
  const variances = (of: Float64Array): Float64Array => of.map((k) => value(k, k, k));
  const left = variances(rowVariance);
  return {
    nngp: matrix(rows, cols, after),
    ntk: matrix(rows, cols),
    rowVariance: left,
    columnVariance: ofSameInputs(state) ? left : variances(columnVariance),
  };
}

const gaussian: Initializer = {
  id: 'start',
  label: '',
  explain: '',
  source: '',
  params: [],
  unit: (stream, { fanIn, fanOut }) => normals(stream, fanIn * fanOut),
  gain: (_shape, weightVariance) => weightVariance,
  limit: () => ({ exists: true }),
};
