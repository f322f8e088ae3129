import type { Stream } from '../math/rng.ts';
import type { Initializer, WeightShape } from './Initializer.ts';
import type { Settings } from './Settings.ts';
import { centreOf, type Window } from './Window.ts';

/**
 * Which matrix of a convolution a joint initializer draws: all taps as one (q·C_in)×C_out, each tap by itself, or the centre
 * tap alone, the others being zero (delta; Xiao et al., 2018).
 */
export type TapArrangement = 'reshape' | 'tap' | 'delta';

/**
 * An initializer for the (q·C_in)×C_out weights of a convolution, tap after tap. Entries have mean square one in each
 * arrangement, if those of a matrix alone do; what is for the centre only stands there in every arrangement. The gain follows fans that count every tap (Glorot & Bengio, 2010).
 */
export function tapped(
  initializer: Initializer,
  window: Window,
  arrangement: TapArrangement,
): Initializer {
  const count = window.taps.length;
  const draw = (stream: Stream, whole: WeightShape, settings: Settings): Float64Array => {
    const { fanIn, fanOut } = whole;
    const shape = { ...whole, fanIn: fanIn / count };
    const result = new Float64Array(fanIn * fanOut);
    const put = (tap: number, values: Float64Array): void =>
      result.set(values, tap * shape.fanIn * fanOut);
    if (centred(initializer, arrangement)) {
      const centre = initializer.unit(stream, shape, settings);
      put(
        centreOf(window),
        centre.map((value) => Math.sqrt(count) * value),
      );
      return result;
    }
    for (let tap = 0; tap < count; tap++)
      put(tap, initializer.unit(stream.fork(String(tap)), shape, settings));
    return result;
  };
  return {
    ...initializer,
    ...((centred(initializer, arrangement) || (initializer.joint && arrangement === 'tap')) && {
      unit: draw,
    }),
    gain: (shape, weightVariance, settings) =>
      initializer.gain({ ...shape, fanOut: shape.fanOut * count }, weightVariance, settings),
  };
}

/** Whether all taps of a convolution are zero but the centre. */
export const centred = ({ joint, centreOnly }: Initializer, arrangement: TapArrangement): boolean =>
  centreOnly === true || (joint === true && arrangement === 'delta');
