import { add, matrix, type Matrix } from '../math/matrix.ts';
import { dense, type DenseOptions } from './dense.ts';
import type { WeightShape } from './Initializer.ts';
import type { KernelState } from './KernelState.ts';
import type { Layer } from './Layer.ts';
import { patches, patchesKernel } from './patches.ts';
import { serial } from './serial.ts';
import { centred, tapped, type TapArrangement } from './tapped.ts';
import type { Window } from './Window.ts';

/** What decides a convolution besides its window: channels in and out, and how a joint initializer fills the taps. */
export interface ConvolutionShape extends WeightShape {
  readonly window: Window;
  readonly arrangement: TapArrangement;
}

/**
 * A convolution of `fanIn` to `fanOut` channels: its window's patches through one affine map, z = √(gain/(q·C_in))·patch·W + b.
 * The kernels are those of `patches` and `dense`, but for delta-orthogonal weights: their forward and backward maps see the
 * centre alone and do not average, while the weights' own part of the NTK does, all taps being trained:
 * K' = g·K + σ_b², Θ' = g·A(K) + σ_b² + g·Θ (Xiao et al., 2018, for K).
 */
export function convolution(
  { window, arrangement, ...map }: ConvolutionShape,
  options: Omit<DenseOptions, keyof WeightShape>,
): Layer {
  const whole = {
    ...options,
    ...map,
    fanIn: map.fanIn * window.taps.length,
    initializer: tapped(options.initializer, window, arrangement),
  };
  const affine = dense(whole);
  const layer = serial(patches(window), affine);
  if (!centred(options.initializer, arrangement)) return layer;
  const fixed = dense({ ...whole, trained: { weight: false, bias: false } });
  const { shapes, draw, apply } = layer;
  return {
    shapes,
    draw,
    apply,
    kernel: (state) => {
      const passed = fixed.kernel(state);
      const own = affine.kernel(patchesKernel(window, withoutNtk(state)));
      return { ...passed, ntk: add(passed.ntk, own.ntk) };
    },
  };
}

const withoutNtk = (state: KernelState): KernelState => ({ ...state, ntk: zeroLike(state.ntk) });

const zeroLike = ({ rows, cols }: Matrix): Matrix => matrix(rows, cols);
