import { predictable } from '../spec/predictable.ts';
import { trackOf, type AtStart } from './course/track.ts';
import { crossKernel } from './crossKernel.ts';
import { lossBound, type OutputsAt } from './curves.ts';
import type { Layer } from '../nn/Layer.ts';
import { mapsOf, trace } from '../nn/trace.ts';
import { changeResult, outputsResult } from './measures.ts';
import { noGradient, nothingTrains, overflowAtStart, survivable } from './networkFailures.ts';
import { release } from './openNetwork.ts';
import { predictionOf } from './predictionOf.ts';
import { predictedCurve, predictionResult } from './predictions.ts';
import { rateOf } from './rate.ts';
import type { LiveNetwork, OpenNetwork, Results, Run, RunArm } from './Run.ts';
import { eighTiming, spectrumResult } from './spectra.ts';

/**
 * Shows what the start of a network tells: its alignment, spectrum and rate, and what its own kernel and the limit predict of
 * its training. Returns nothing where it cannot train.
 */
export async function* prepareNetwork(
  run: Run,
  runArm: RunArm,
  opened: OpenNetwork,
): Results<LiveNetwork | undefined> {
  try {
    return yield* prepared(run, runArm, opened);
  } catch (error) {
    yield { kind: 'failure', failure: survivable(error, opened.ref) };
    release(run, opened);
    return undefined;
  }
}

async function* prepared(run: Run, runArm: RunArm, opened: OpenNetwork): Results<LiveNetwork> {
  const { arm, layer, limit } = runArm;
  const { samples } = run;
  const { ref, rule, theta0, trainer, decomposition } = opened;
  await run.breathe();
  const { value: kernel, ms } = await decomposition;
  yield eighTiming(ms);
  yield changeResult(ref, 0, theta0, theta0, samples.y);
  // A copy: the prediction still needs the values when the result may have been transferred.
  yield spectrumResult(ref, 0, kernel.values.slice());

  const start = await trainer.outputs();
  if (![start.f, start.fTest].every(isFinite)) throw overflowAtStart(ref);
  yield outputsResult(ref, start);
  if (!((kernel.values[0] ?? 0) > 0))
    throw anyTrains(layer, samples.x.cols) ? noGradient(ref) : nothingTrains(ref);

  const rate = await rateOf(run, arm, opened, kernel.values[0]!);
  yield rate;
  const live = { ...opened, rate, bound: lossBound(start, samples, rule.loss) };
  const tracked = async function* (network: AtStart): Results<LiveNetwork> {
    const track = await trackOf(run, runArm, network, start);
    yield* track.measured(theta0, rate.eta);
    return { ...network, track };
  };
  if (!predictable(arm).exists) return yield* tracked(live);
  const prediction = predictionOf(run, live, start);
  const own = { theta: theta0, kernel, cross: await crossKernel(run, opened) };
  yield predictionResult(ref, 'network', await predictedCurve(own, prediction, run.breathe));
  if (limit)
    yield predictionResult(ref, 'limit', await predictedCurve(limit, prediction, run.breathe));
  return yield* tracked({ ...live, tangent: { predictor: own, prediction } });
}

const anyTrains = (layer: Layer, inputs: number): boolean =>
  mapsOf(trace(layer, inputs)).some(({ trained }) => trained.weight || trained.bias);

const isFinite = ({ data }: OutputsAt['f']): boolean => data.every(Number.isFinite);
