import type { Matrix } from '../math/matrix.ts';
import type { Nonlinearity } from './Initializer.ts';
import { matrixOps } from './matrixOps.ts';
import { replay } from './replay.ts';
import { sensitivities } from './sensitivities.ts';
import type { ChainTrace } from './trace.ts';

/** What is looked at in each of many networks: where, and on which samples. */
export interface SignalProbe {
  readonly trace: ChainTrace;
  /** Places of instructions: the input (0), then what each hidden layer hands on. */
  readonly places: readonly number[];
  /** n×d; the first two rows are the pair whose angle is measured, and the first is the one whose norm is. */
  readonly x: Matrix;
  readonly nonlinearity: Nonlinearity;
}

/** What one network does to signals, place by place. */
export interface NetworkSignals {
  /** Mean square entry over all samples. */
  readonly meanSquare: Float64Array;
  /** |∂f/∂h|², mean over samples and outputs; 0 where no derivative leads to the outputs. */
  readonly gradient: Float64Array;
  /** |h| of the first sample. */
  readonly norm: Float64Array;
  /** Cosine of the angle between the first two samples, over all positions; NaN where one is zero. */
  readonly cosine: Float64Array;
  /** Share of activations that are active (`isActive`) of those between the place before and this one; NaN where there are none. */
  readonly active: Float64Array;
}

/** Measures one network in float64; parameters in the order of `draw`. */
export function networkSignals(
  { trace, places, x, nonlinearity }: SignalProbe,
  parameters: readonly Matrix[],
): NetworkSignals {
  const { steps, activations } = trace;
  const values = Array.from(replay(matrixOps, steps, parameters, x), ({ value }) => value);
  const of = sensitivities(steps, parameters, values, new Set(places));
  const outputs = values.at(-1)!.cols;
  const each = (measure: (h: Matrix, at: number, index: number) => number): Float64Array =>
    Float64Array.from(places, (at, index) => measure(values[at]!, at, index));
  return {
    meanSquare: each(({ data }) => dot(data, data) / data.length),
    gradient: each((_, at) => {
      const { data } = of.get(at) ?? { data: nothing };
      return dot(data, data) / (x.rows * outputs);
    }),
    norm: each((h) => {
      const first = sampleOf(h, 0, x.rows);
      return Math.sqrt(dot(first, first));
    }),
    cosine: each((h) => cosine(sampleOf(h, 0, x.rows), sampleOf(h, x.rows > 1 ? 1 : 0, x.rows))),
    active: each((_, at, index) => {
      const before = places[index - 1] ?? -1;
      const between = activations.filter(({ output }) => output > before && output <= at);
      const shares = between.map(({ input }) => isActive(values[input]!, nonlinearity));
      const count = shares.reduce((sum, { length }) => sum + length, 0);
      return shares.flatMap((all) => [...all]).reduce((sum, one) => sum + one, 0) / count;
    }),
  };
}

/** Whether |φ'| exceeds 0.01 at each entry (1 or 0); of a φ that jumps, whose derivative says nothing, whether φ is not zero. */
export function isActive(z: Matrix, { activation, settings }: Nonlinearity): Uint8Array {
  const jumps = activation.withoutNtk !== undefined;
  const { data } = (jumps ? activation.f : activation.df)(matrixOps, z, settings);
  return Uint8Array.from(data, (value) => (Math.abs(value) > (jumps ? 0 : 0.01) ? 1 : 0));
}

/** All numbers of one of n samples. */
const sampleOf = ({ data }: Matrix, sample: number, n: number): Float64Array =>
  data.subarray((sample * data.length) / n, ((sample + 1) * data.length) / n);

const nothing = new Float64Array();

function cosine(a: Float64Array, b: Float64Array): number {
  const norms = Math.sqrt(dot(a, a)) * Math.sqrt(dot(b, b));
  return dot(a, b) / norms;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
