import { affine, plusScaled } from '../math/matrix.ts';
import { normals } from '../math/rng.ts';
import type { Initializer, WeightShape } from './Initializer.ts';
import { ofSameInputs } from './KernelState.ts';
import type { Layer } from './Layer.ts';
import type { Trained } from './Ops.ts';
import type { ParameterShape } from './Parameter.ts';
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
  /** What trains; everything if absent. */
  readonly trained?: Trained;
}

/**
 * A fully connected layer. Its kernels: K' = g·K + σ_b²; Θ' = K' + g·Θ in NTK parameterization, and
 * Θ' = in·K + 1 + g·Θ in standard parameterization (the 1 only with a bias), where K is the mean product of the
 * incoming activations and Θ has already been multiplied by E φ'φ' (Jacot et al., 2018; Sohl-Dickstein et al., 2020).
 * In NTK parameterization a bias of variance zero has no effect and is left out. What does not train leaves only g·Θ of Θ'.
 */
export function dense(options: DenseOptions): Layer {
  const { fanIn, fanOut, parameterization, initializer, initializerSettings } = options;
  const { biasVariance, trained } = options;
  const gain = initializer.gain(options, options.weightVariance);
  const ntk = parameterization === 'ntk';
  const bias = options.bias && (biasVariance > 0 || !ntk);
  const spread = Math.sqrt(gain / fanIn);
  const biasSpread = Math.sqrt(biasVariance);
  const drawScale = ntk || initializer.literal ? 1 : spread;
  const weightScale = ntk ? spread : 1;
  const biasScale = ntk ? biasSpread : 1;

  const weightShape = { role: 'W', shape: [fanIn, fanOut] } as const;
  const biasShape = { role: 'b', shape: [fanOut] } as const;
  const shapes: readonly ParameterShape[] = bias ? [weightShape, biasShape] : [weightShape];
  const shift = bias ? biasVariance : 0;
  const { weight: weightTrains, bias: biasTrains } = trained ?? { weight: true, bias: true };
  const ownFactor = weightTrains ? (ntk ? gain : fanIn) : 0;
  const ownShift = biasTrains && bias ? (ntk ? shift : 1) : 0;

  return {
    shapes,
    draw: (stream) => {
      const unit = initializer.unit(stream.fork('W'), { fanIn, fanOut }, initializerSettings);
      const weight = { ...weightShape, values: scaledValues(unit, drawScale) };
      if (!bias) return [weight];
      const values = scaledValues(normals(stream.fork('b'), fanOut), ntk ? 1 : biasSpread);
      return [weight, { ...biasShape, values }];
    },
    apply: (ops, next, x) => {
      const weight = next();
      const rest = { weightScale, biasScale, ...(trained && { trained }) };
      return ops.affine(x, bias ? { weight, bias: next(), ...rest } : { weight, ...rest });
    },
    kernel: (state) => {
      const { nngp, ntk: theta, rowVariance, columnVariance, positions } = state;
      const forward = affine(nngp, gain, shift);
      const own =
        ownFactor === gain && ownShift === shift ? forward : affine(nngp, ownFactor, ownShift);
      const push = (variance: Float64Array): Float64Array => variance.map((k) => gain * k + shift);
      const after = push(rowVariance);
      return {
        nngp: forward,
        ntk: plusScaled(own, theta, gain),
        rowVariance: after,
        columnVariance: ofSameInputs(state) ? after : push(columnVariance),
        ...(positions && { positions }),
      };
    },
  };
}

const scaledValues = (values: Float64Array, factor: number): Float64Array =>
  factor === 1 ? values : values.map((value) => value * factor);
