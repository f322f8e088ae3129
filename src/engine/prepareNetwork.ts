import * as tf from '@tensorflow/tfjs-core';
import { matrix, type Matrix } from '../math/matrix.ts';
import { lossBound, type OutputsAt } from './curves.ts';
import type { Layer } from '../nn/Layer.ts';
import { mapsOf, trace } from '../nn/trace.ts';
import { empiricalNtk } from './empiricalNtk.ts';
import { changeResult, outputsResult } from './measures.ts';
import { noGradient, nothingTrains, overflowAtStart, survivable } from './networkFailures.ts';
import { release } from './openNetwork.ts';
import { predictedCurve, predictionResult, type Predictor } from './predictions.ts';
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

async function* prepared(
  run: Run,
  { arm, layer, limit }: RunArm,
  opened: OpenNetwork,
): Results<LiveNetwork> {
  const { samples, recorded } = run;
  const { ref, theta0, trainer, decomposition } = opened;
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
  const predict = { start, eta: rate.eta, steps: recorded, samples };
  const own = { kernel, cross: await crossKernel(run, opened) };
  const predicted = await predictedCurve(own, predict, run.breathe);
  yield predictionResult(ref, 'network', predicted);
  if (limit) {
    const curve = await predictedCurve(limit, predict, run.breathe);
    yield predictionResult(ref, 'limit', curve);
  }
  return { ...opened, rate, bound: lossBound(start, samples) };
}

/** Θ_0(x, X) of the test inputs: n_test×n, or n_test·K×n·K in full, output-major. */
async function crossKernel(
  { batch, samples, form }: Run,
  { trainer }: OpenNetwork,
): Promise<Predictor['cross']> {
  const { rows: n, cols: outputs } = samples.y;
  const both = tf.concat<tf.Tensor2D>([batch.x, batch.xTest], 0);
  try {
    const options = { outputs, form, columns: n };
    return testRows(await empiricalNtk(trainer.network(), both, options), n, samples.yTest.rows);
  } finally {
    both.dispose();
  }
}

/** Of the rows k·(n + m) + i those with i ≥ n. */
function testRows(theta: Matrix, n: number, m: number): Matrix {
  const blocks = theta.rows / (n + m);
  const result = matrix(blocks * m, theta.cols);
  for (let k = 0; k < blocks; k++) {
    const from = (k * (n + m) + n) * theta.cols;
    result.data.set(theta.data.subarray(from, from + m * theta.cols), k * m * theta.cols);
  }
  return result;
}

const anyTrains = (layer: Layer, inputs: number): boolean =>
  mapsOf(trace(layer, inputs)).some(({ trained }) => trained.weight || trained.bias);

const isFinite = ({ data }: OutputsAt['f']): boolean => data.every(Number.isFinite);
