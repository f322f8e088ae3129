import { matrix, type Matrix } from '../math/matrix.ts';
import { positionsOf } from './Grid.ts';
import { inputKernel } from './inputKernel.ts';
import type { KernelState } from './KernelState.ts';
import type { Layer } from './Layer.ts';
import type { SignalProbe } from './networkSignals.ts';

/** What infinite width says of signals at the places of a probe; NaN where it says nothing. */
export interface SignalTheory {
  readonly meanSquare: Float64Array;
  /** The same of the first sample alone. */
  readonly firstSquare: Float64Array;
  readonly gradient: Float64Array;
  readonly cosine: Float64Array;
}

/** The infinite-width kernels of inputs x (n×d) before the first layer of a chain and after each. */
export function chainKernels(chain: readonly Layer[], x: Matrix): readonly KernelState[] {
  const states = [inputKernel(x, x)];
  for (const part of chain) states.push(part.kernel(states.at(-1)!));
  return states;
}

/**
 * Mean squares, cosines and gradients from the network's own infinite-width kernels, layer by layer of its chain: the NNGP has
 * the first two (Poole et al., 2016), and since Θ_out = A + B·Θ_l for what enters after place l, B is E|∂f/∂h_l|² (Schoenholz
 * et al., 2017), but not at the inputs, which stay as few as they are. A place within a layer of the chain, such as a step of a recurrent network, has none.
 */
export function signalTheory(
  chain: readonly Layer[],
  states: readonly KernelState[],
  { trace: { ends }, places }: Pick<SignalProbe, 'trace' | 'places'>,
): SignalTheory {
  const boundaries = places.map((at) => (at === 0 ? 0 : ends.indexOf(at) + 1 || undefined));
  const slopes = states.some(({ positions }) => positions)
    ? slopesByInjection(chain, states, boundaries)
    : slopesByLayer(chain, states);
  const each = (value: (state: KernelState, boundary: number) => number): Float64Array =>
    Float64Array.from(boundaries, (boundary) =>
      boundary === undefined ? NaN : value(states[boundary]!, boundary),
    );
  return {
    meanSquare: each(({ rowVariance, mean = 0 }) => average(rowVariance) + mean * mean),
    firstSquare: each(({ rowVariance, mean = 0, positions }) => {
      const n = rowVariance.length / (positions ? positionsOf(positions.grid) : 1);
      return average(rowVariance.filter((_, at) => at % n === 0)) + mean * mean;
    }),
    cosine: each(cosineOf),
    gradient: each((_, boundary) => (boundary === 0 ? NaN : slopes(boundary))),
  };
}

/**
 * So much NTK that what later layers add of their own is below rounding beside it: a layer's own B without a difference of
 * nearly equal numbers.
 */
const injected = 2 ** 500;

/** What is left of it after dividing, where nothing of what was injected came through. */
const nothingCame = 1e-140;

/** Without positions B is entrywise, so that it is the product of those of single layers. */
function slopesByLayer(
  chain: readonly Layer[],
  states: readonly KernelState[],
): (boundary: number) => number {
  const n = states[0]!.nngp.rows;
  const full = matrix(n, n, new Float64Array(n * n).fill(injected));
  const suffix = [new Float64Array(n).fill(1)];
  for (let part = chain.length - 1; part >= 0; part--) {
    const { ntk } = chain[part]!.kernel({ ...states[part]!, ntk: full });
    const own = diagonal(ntk).map((value) => came(value / injected));
    suffix.unshift(suffix[0]!.map((later, i) => later * own[i]!));
  }
  return (boundary) => average(suffix[boundary]!);
}

/** With positions it couples them: once through all later layers from each place, as long as that is not too much work. */
function slopesByInjection(
  chain: readonly Layer[],
  states: readonly KernelState[],
  boundaries: readonly (number | undefined)[],
): (boundary: number) => number {
  const work = boundaries.reduce<number>((sum, boundary) => {
    if (!boundary) return sum;
    const later = states.slice(boundary, -1);
    return sum + later.reduce((all, { nngp }) => all + nngp.data.length, 0);
  }, 0);
  if (work > mostWork) return () => NaN;
  return (boundary) => {
    const last = chain
      .slice(boundary)
      .reduce((state, part) => part.kernel(state), withInjection(states[boundary]!));
    return average(diagonal(last.ntk).map((value) => came(value / injected)));
  };
}

/** Entries of kernels on the way: about a second. */
const mostWork = 5e6;

/** |∂f/∂h|² sums over positions of one and the same place: there alone is something injected. */
function withInjection(state: KernelState): KernelState {
  const { nngp, positions } = state;
  const ntk = matrix(nngp.rows, nngp.cols);
  if (positions?.pairs !== 'all') ntk.data.fill(injected);
  else {
    const count = positionsOf(positions.grid);
    const [rows, columns] = [nngp.rows / count, nngp.cols / count];
    for (let row = 0; row < nngp.rows; row++) {
      const from = row * nngp.cols + Math.floor(row / rows) * columns;
      ntk.data.fill(injected, from, from + columns);
    }
  }
  return { ...state, ntk };
}

const came = (value: number): number => (Math.abs(value) < nothingCame ? 0 : value);

/** Of the first two samples, sums over positions; biases may have added a mean to all of them. */
function cosineOf({ nngp, rowVariance, mean = 0, positions }: KernelState): number {
  const count = positions ? positionsOf(positions.grid) : 1;
  const n = rowVariance.length / count;
  const other = n > 1 ? 1 : 0;
  let [product, first, second] = [0, 0, 0];
  for (let p = 0; p < count; p++) {
    const column = positions?.pairs === 'all' ? p * n + other : other;
    product += nngp.data[p * n * nngp.cols + column]! + mean * mean;
    first += rowVariance[p * n]! + mean * mean;
    second += rowVariance[p * n + other]! + mean * mean;
  }
  return product / Math.sqrt(first * second);
}

const diagonal = ({ rows, cols, data }: Matrix): Float64Array =>
  Float64Array.from({ length: rows }, (_, i) => data[i * cols + i]!);

const average = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
