import { matrix, type Matrix } from '../math/matrix.ts';
import { normals } from '../math/rng.ts';
import type { Initializer, WeightShape } from './Initializer.ts';
import { ofSameInputs } from './KernelState.ts';
import type { Layer } from './Layer.ts';
import type { Settings } from './Settings.ts';

/** NTK: z = √(gain/in)·x·W + σ_b·b with W, b of order one. Standard: z = x·W + b, the factors being in W and b. */
export type Parameterization = 'ntk' | 'standard';

/** Everything that decides how a dense layer is drawn and scaled. */
export interface DenseOptions extends WeightShape {
  readonly parameterization: Parameterization;
  readonly initializer: Initializer;
  readonly initializerSettings: Settings;
  readonly weightVariance: number;
  readonly biasVariance: number;
  readonly bias: boolean;
}

/**
 * A fully connected layer. Its kernels: K' = g·K + σ_b²; Θ' = K' + g·Θ in NTK parameterization, and
 * Θ' = in·K + 1 + g·Θ in standard parameterization (the 1 only with a bias), where K is the mean product of the
 * incoming activations and Θ has already been multiplied by E φ'φ' (Jacot et al., 2018; Sohl-Dickstein et al., 2020).
 * In NTK parameterization a bias of variance zero has no effect and is left out.
 */
export function dense(options: DenseOptions): Layer {
  const { fanIn, fanOut, parameterization, initializer, initializerSettings, biasVariance } =
    options;
  const gain = initializer.gain(options, options.weightVariance);
  const ntk = parameterization === 'ntk';
  const bias = options.bias && (biasVariance > 0 || !ntk);
  const spread = Math.sqrt(gain / fanIn);
  const biasSpread = Math.sqrt(biasVariance);
  const drawScale = ntk || initializer.literal ? 1 : spread;
  const weightScale = ntk ? spread : 1;
  const biasScale = ntk ? biasSpread : 1;

  return {
    draw: (stream) => {
      const unit = initializer.unit(stream.fork('W'), { fanIn, fanOut }, initializerSettings);
      const weight = {
        role: 'W',
        shape: [fanIn, fanOut],
        values: scaledValues(unit, drawScale),
      } as const;
      if (!bias) return [weight];
      const values = scaledValues(normals(stream.fork('b'), fanOut), ntk ? 1 : biasSpread);
      return [weight, { role: 'b', shape: [fanOut], values }];
    },
    apply: (ops, next, x) => {
      const weight = next();
      return ops.affine(
        x,
        bias
          ? { weight, bias: next(), weightScale, biasScale }
          : { weight, weightScale, biasScale },
      );
    },
    kernel: (state) => {
      const { nngp, ntk: theta, rowVariance, columnVariance } = state;
      const shift = bias ? biasVariance : 0;
      const forward = affineOf(nngp, gain, shift);
      const own = ntk ? forward : affineOf(nngp, fanIn, bias ? 1 : 0);
      const push = (variance: Float64Array): Float64Array => variance.map((k) => gain * k + shift);
      const after = push(rowVariance);
      return {
        nngp: forward,
        ntk: matrix(
          own.rows,
          own.cols,
          own.data.map((value, i) => value + gain * theta.data[i]!),
        ),
        rowVariance: after,
        columnVariance: ofSameInputs(state) ? after : push(columnVariance),
      };
    },
  };
}

const scaledValues = (values: Float64Array, factor: number): Float64Array =>
  factor === 1 ? values : values.map((value) => value * factor);

const affineOf = (a: Matrix, factor: number, shift: number): Matrix =>
  matrix(
    a.rows,
    a.cols,
    a.data.map((value) => factor * value + shift),
  );
