import { normals, stream } from '../../math/rng.ts';
import { chainOf } from '../../nn/chainOf.ts';
import type { MapPlace } from '../../nn/Initializer.ts';
import type { Layer } from '../../nn/Layer.ts';
import { logNormLaw, momentsOf, normSteps } from '../../nn/normSteps.ts';
import type { SignalProbe } from '../../nn/networkSignals.ts';
import { chainKernels, signalTheory } from '../../nn/signalTheory.ts';
import { limitOf } from '../../spec/limitOf.ts';
import type { Arm } from '../../spec/resolve.ts';
import type { Run } from '../Run.ts';
import { initializerAt } from './initializerAt.ts';

/** What theory says of the signals of an arm's networks, as far as it does; `note` says why it does not say more. */
export interface SignalPrediction {
  readonly meanSquare?: Float64Array;
  readonly gradient?: Float64Array;
  readonly correlation?: Float64Array;
  readonly moment?: Float64Array;
  readonly logNorm?: { readonly mean: number; readonly variance: number };
  readonly note: string;
}

/**
 * The mean field of an arm without a mirror (`layer`), and, for normal weights without biases and rectifiers or nothing after
 * them, the exact moments of norms and the normal law that their logarithms come near.
 */
export function signalPrediction(
  run: Pick<Run, 'samples' | 'grid'>,
  arm: Arm,
  layer: Layer,
  probe: SignalProbe,
  { s, biased }: { readonly s: number; readonly biased: boolean },
): SignalPrediction {
  const limit = limitOf(arm, run.samples.x, run.grid);
  if (!limit.exists && !limit.nngpExists) return { note: limit.reason };
  const n = probe.x.rows;
  if ((layer.pairs ?? 1) * n * n > mostEntries) return { note: tooLarge };
  const chain = chainOf(layer);
  const states = chainKernels(chain, probe.x);
  const { meanSquare, firstSquare, gradient, cosine } = signalTheory(chain, states, probe);
  const steps = !biased && drawsNormals(arm) ? normSteps(probe, states) : undefined;
  return {
    meanSquare,
    gradient,
    correlation: cosine,
    moment: steps ? momentsOf(steps, s) : wideMoments(probe, firstSquare, s),
    ...(steps && { logNorm: logNormLaw(steps) }),
    note: [
      meanSquare.some(Number.isNaN) && within,
      !meanSquare.some(Number.isNaN) && gradient.subarray(1).some(Number.isNaN) && noGradient,
      !steps && noLaw,
    ]
      .filter((sentence) => typeof sentence === 'string')
      .join(' '),
  };
}

/** At infinite width a norm is no longer random: (|h|/|x|)^s with |h|² the number of entries times their mean square. */
function wideMoments(
  { trace: { steps }, places }: SignalProbe,
  q: Float64Array,
  s: number,
): Float64Array {
  const squares = places.map((at, k) => steps[at]!.positions * steps[at]!.features * q[k]!);
  return Float64Array.from(squares, (square) => (square / squares[0]!) ** (s / 2));
}

/** Whether the maps before the readout are drawn as independent standard normals: told from a few draws. */
function drawsNormals(arm: Arm): boolean {
  const { activation } = arm;
  const nonlinearity = { activation: activation.entry, settings: activation.settings };
  return (['first', 'inner'] satisfies MapPlace[]).every((place) => {
    const { entry, settings } = initializerAt(arm, place);
    const shape = { fanIn: 4, fanOut: 4, place, nonlinearity };
    const drawn = entry.unit(stream('law'), shape, settings);
    return normals(stream('law'), 16).every((value, k) => value === drawn[k]);
  });
}

/** 2²⁰, as for the kernels themselves. */
const mostEntries = 2 ** 20;

const tooLarge =
  'No theory curves: the kernels of so many positions do not fit beside everything else.';
const within = 'Within a recurrent layer there are no theory curves.';
const noGradient = 'No predicted gradients: with so many positions and layers they take too long.';
const noLaw =
  'Log-norms have a predicted law for normal weights without biases in linear, ReLU and leaky ReLU layers only.';
