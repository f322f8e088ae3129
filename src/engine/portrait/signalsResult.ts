import { histogram } from '../../math/histogram.ts';
import { matrix, rowRange, type Matrix } from '../../math/matrix.ts';
import { stream } from '../../math/rng.ts';
import { mean } from '../../math/summary.ts';
import { chainOf } from '../../nn/chainOf.ts';
import { asMatrix } from '../../nn/matrixOps.ts';
import { networkSignals, type NetworkSignals, type SignalProbe } from '../../nn/networkSignals.ts';
import { numberIn } from '../../nn/Settings.ts';
import { stagesOf } from '../../nn/stagesOf.ts';
import { mapsOf, traceChain } from '../../nn/trace.ts';
import { layerOf, weightStream } from '../../spec/layerOf.ts';
import type { Arm } from '../../spec/resolve.ts';
import type { SignalsResult } from '../../spec/Result.ts';
import type { Run } from '../Run.ts';
import { drawCount } from './drawCount.ts';
import { layerSeries } from './layerSeries.ts';
import { probedPair } from './probedPair.ts';
import { sameUnits } from './sameUnits.ts';
import { signalPrediction, type SignalPrediction } from './signalPrediction.ts';

/** What `signalsResult` uses of a run. */
export type SignalRun = Pick<Run, 'samples' | 'grid' | 'shared' | 'breathe'>;

/**
 * What an arm's start does to signals, over many networks of its kind drawn from streams of their own, in float64: each on the
 * pair of samples whose angle is followed and up to two more; equal and dead units in the run's own first network, on as many
 * samples as there is time for. Of a mirrored arm it is one of the two copies, and of α·f it is f. `draws` is for tests.
 */
export async function signalsResult(
  run: SignalRun,
  mirroredArm: Arm,
  draws?: number,
): Promise<SignalsResult> {
  const arm = { ...mirroredArm, mirrored: false, outputScale: 1 };
  const { x, y } = run.samples;
  const layer = layerOf(arm, { inputs: x.cols, outputs: y.cols, grid: run.grid });
  const chain = traceChain(chainOf(layer), x.cols);
  const stages = stagesOf(chain.steps);
  const pair = probedPair(run.samples);
  const { entry: activation, settings } = arm.activation;
  const probe: SignalProbe = {
    trace: chain,
    places: [0, ...stages.map(({ at }) => at)],
    x: probedSamples(x, pair),
    nonlinearity: { activation, settings },
  };
  const first = layer.draw(weightStream(run.shared.seed, 0));
  const biased = first.some(({ role, values }) => role === 'b' && values.some((b) => b !== 0));
  const s = momentOf(arm);
  await run.breathe();
  const theory = signalPrediction(run, arm, layer, probe, { s, biased });
  await run.breathe();
  const many = { ...probe, x: rowRange(x, 0, Math.min(x.rows, samplesOfFirst(probe))) };
  const units = sameUnits(many, first.map(asMatrix));

  const all: NetworkSignals[] = [];
  const source = stream(run.shared.seed).fork('signals');
  const affordable = drawCount(arm, layer, probe);
  const count = draws ?? affordable.draws;
  for (let draw = 0; draw < count; draw++) {
    if (draw % affordable.together === 0) await run.breathe();
    const parameters = layer.draw(source.fork(String(draw))).map(asMatrix);
    all.push(networkSignals(probe, parameters));
  }
  return {
    kind: 'signals',
    arm: arm.label,
    draws: count,
    stages: ['input', ...stages.map(({ label }) => label)],
    widths: probe.places.map((at) => chain.steps[at]!.features),
    ...seriesOf(all, theory, s, activation.linear === true),
    correlation: { ...seriesOfCosine(all, theory), pair },
    logNorm: logNormOf(all, theory),
    ...units,
    note: theory.note,
  };
}

/** The s of the fractional scheme where hidden maps are drawn so, else 1: 2 would be the mean square once more. */
const momentOf = ({ initializer: { entry, settings } }: Arm): number =>
  entry.id === 'fractional' ? numberIn(settings, 's') : 1;

/** The pair, then others in their order, up to four. */
function probedSamples(x: Matrix, [one, other]: readonly [number, number]): Matrix {
  const rest = Array.from({ length: x.rows }, (_, i) => i).filter((i) => i !== one && i !== other);
  const rows = [...new Set([one, other]), ...rest].slice(0, 4);
  const result = matrix(rows.length, x.cols);
  rows.forEach((row, i) => result.data.set(rowRange(x, row, row + 1).data, i * x.cols));
  return result;
}

/** Samples that the first network may look at: for 10⁸ multiplications, at least 8 and at most 512. */
function samplesOfFirst({ trace: { steps } }: SignalProbe): number {
  const maps = mapsOf(steps);
  const each = maps.reduce(
    (sum, { positions, fanIn, fanOut }) => sum + positions * fanIn * fanOut,
    1,
  );
  return Math.max(8, Math.min(512, Math.floor(1e8 / each)));
}

function seriesOf(
  all: readonly NetworkSignals[],
  theory: SignalPrediction,
  s: number,
  linear: boolean,
): Pick<SignalsResult, 'meanSquare' | 'gradient' | 'moment' | 'active'> {
  const draws = (of: (signals: NetworkSignals) => Float64Array): Float64Array[] => all.map(of);
  const moments = draws(({ norm }) => norm.map((value) => (value / norm[0]!) ** s));
  return {
    meanSquare: layerSeries(
      draws(({ meanSquare }) => meanSquare),
      theory.meanSquare,
    ),
    gradient: layerSeries(
      draws(({ gradient }) => gradient),
      theory.gradient,
    ),
    moment: { ...layerSeries(moments, theory.moment), s },
    active: layerSeries(linear ? [] : draws(({ active }) => active)),
  };
}

const seriesOfCosine = (all: readonly NetworkSignals[], theory: SignalPrediction) =>
  layerSeries(
    all.map(({ cosine }) => cosine),
    theory.correlation,
  );

/** ln(|h_L|/|x|) over the draws, but for those in which nothing came through or too much. */
function logNormOf(
  all: readonly NetworkSignals[],
  theory: SignalPrediction,
): SignalsResult['logNorm'] {
  const values = Float64Array.from(all, ({ norm }) => Math.log(norm.at(-1)! / norm[0]!)).filter(
    Number.isFinite,
  );
  if (values.length === 0)
    return { edges: new Float64Array(1), counts: new Float64Array(), mean: NaN, variance: NaN };
  const centre = mean(values);
  return {
    ...histogram(values),
    mean: centre,
    variance: mean(values.map((value) => (value - centre) ** 2)),
    ...(theory.logNorm && { predicted: theory.logNorm }),
  };
}
