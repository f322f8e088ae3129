import { affine, matrix, plusScaled } from '../math/matrix.ts';
import type { Initializer, WeightShape } from './Initializer.ts';
import { ofSameInputs, type KernelState } from './KernelState.ts';
import type { Layer } from './Layer.ts';
import type { Rates, Trained } from './Ops.ts';
import type { ParameterShape } from './Parameter.ts';
import type { Settings } from './Settings.ts';
import { startingBias } from './startingBias.ts';

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
  /** In standard parameterization: train as in NTK parameterization, weights at gain/in and biases at σ_b² times η. */
  readonly layerRates?: boolean;
  /** What trains; everything if absent. */
  readonly trained?: Trained;
}

/**
 * A fully connected layer. Its kernels: K' = g·K + σ_b²; Θ' = K' + g·Θ in NTK parameterization, and
 * Θ' = in·K + 1 + g·Θ in standard parameterization (the 1 only with a bias), where K is the mean product of the
 * incoming activations and Θ has already been multiplied by E φ'φ' (Jacot et al., 2018; Sohl-Dickstein et al., 2020).
 * Rates by layer make the second the first. What does not train leaves only g·Θ of Θ'. Weights that start at zero pass nothing, so that only their own part is left, and
 * biases that start from a fixed value give the mean of what follows instead of a part of K'.
 */
export function dense(options: DenseOptions): Layer {
  const { fanIn, fanOut, parameterization, initializer, initializerSettings } = options;
  const gain = initializer.gain(options, options.weightVariance, initializerSettings);
  const ntk = parameterization === 'ntk';
  const bias = startingBias(options);
  const spread = Math.sqrt(gain / fanIn);
  const drawScale = ntk || initializer.literal ? 1 : spread;
  const weightScale = ntk ? spread : 1;
  const biasScale = bias?.scale ?? 1;

  const weightShape = { role: 'W', shape: [fanIn, fanOut] } as const;
  const biasShape = { role: 'b', shape: [fanOut] } as const;
  const shapes: readonly ParameterShape[] = bias ? [weightShape, biasShape] : [weightShape];
  const trained =
    bias && !bias.trains
      ? { weight: options.trained?.weight ?? true, bias: false }
      : options.trained;
  const passed = initializer.startsAtZero?.(options, initializerSettings) ? 0 : gain;
  const shift = bias?.variance ?? 0;
  const rates: Rates | undefined =
    !ntk && options.layerRates ? { weight: gain / fanIn, bias: options.biasVariance } : undefined;
  const ownFactor = trained?.weight === false ? 0 : ntk || rates ? gain : fanIn;
  const ownShift = trained?.bias === false ? 0 : (bias?.own ?? 0) * (rates?.bias ?? 1);

  return {
    shapes,
    draw: (stream) => {
      const unit = initializer.unit(stream.fork('W'), options, initializerSettings);
      const weight = { ...weightShape, values: scaledValues(unit, drawScale) };
      return bias ? [weight, { ...biasShape, values: bias.draw(stream.fork('b')) }] : [weight];
    },
    apply: (ops, next, x) => {
      const weight = next();
      const rest = {
        weightScale,
        biasScale,
        ...(trained && { trained }),
        ...(rates && { rates }),
      };
      return ops.affine(x, bias ? { weight, bias: next(), ...rest } : { weight, ...rest });
    },
    kernel: (state) => {
      const { nngp, ntk: theta, rowVariance, columnVariance, positions } = withMean(state);
      const forward = affine(nngp, passed, shift);
      const own =
        ownFactor === passed && ownShift === shift ? forward : affine(nngp, ownFactor, ownShift);
      const push = (variance: Float64Array): Float64Array =>
        variance.map((k) => passed * k + shift);
      const after = push(rowVariance);
      return {
        nngp: forward,
        ntk: plusScaled(own, theta, passed),
        rowVariance: after,
        columnVariance: ofSameInputs(state) ? after : push(columnVariance),
        ...(bias?.mean && { mean: bias.mean }),
        ...(positions && { positions }),
      };
    },
  };
}

/** Second moments of what comes in, its mean included. */
function withMean(state: KernelState): KernelState {
  const { nngp, rowVariance, columnVariance, mean } = state;
  if (!mean) return state;
  const lifted = (values: Float64Array): Float64Array => values.map((k) => k + mean * mean);
  return {
    ...state,
    nngp: matrix(nngp.rows, nngp.cols, lifted(nngp.data)),
    rowVariance: lifted(rowVariance),
    columnVariance: lifted(columnVariance),
  };
}

const scaledValues = (values: Float64Array, factor: number): Float64Array =>
  factor === 1 ? values : values.map((value) => value * factor);
