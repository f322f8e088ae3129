import { eigenvalues, eigh } from '../../math/eigh.ts';
import {
  frobenius,
  gram,
  matrix,
  product,
  productTransposed,
  scaled,
  subtract,
} from '../../math/matrix.ts';
import type { Matrix } from '../../math/matrix.ts';
import { normals, stream } from '../../math/rng.ts';
import { conditionNumber, effectiveRank, noiseFloor } from '../../math/spectrumMeasures.ts';
import type { Samples } from '../../nn/Dataset.ts';
import { accuracy, meanSquaredLoss } from '../../nn/dynamics/fit.ts';
import { linearized, type Outputs } from '../../nn/dynamics/linearized.ts';
import type { ArmLabel } from '../../spec/Experiment.ts';
import type { Arm } from '../../spec/resolve.ts';
import type { LimitResult, NetworkRef, SpectrumResult } from '../../spec/Result.ts';
import type { NetworkResults } from '../../spec/Results.ts';

interface Course {
  readonly place: number;
  readonly step: number;
  readonly steps: number;
  readonly limit?: LimitResult & { readonly exists: true };
}

const hidden = 24;

/**
 * Results of a network of one hidden layer of which only the readout trains: its tangent kernel is the Gram matrix of
 * its features, and moves as the hidden weights are made to grow. Arms differ by their weight variance and letter.
 */
export function smallNetwork(
  arm: Arm,
  samples: Samples,
  { place, step, steps, limit }: Course,
): NetworkResults {
  const ref: NetworkRef = { arm: arm.label, seed: place };
  const weights = stream(`${arm.label}${place}`).fork('weights');
  const drawn = scaled(
    matrix(samples.x.cols, hidden, normals(weights, samples.x.cols * hidden)),
    Math.sqrt(arm.weightVariance),
  );
  const features = (x: Matrix, t: number): Matrix => {
    const z = product(x, drawn);
    return matrix(
      z.rows,
      z.cols,
      z.data.map((value) => Math.tanh(value * (1 + t / 40)) / Math.sqrt(hidden)),
    );
  };
  const thetaAt = (t: number): Matrix => gram(features(samples.x, t));
  const crossAt = (t: number): Matrix =>
    productTransposed(features(samples.xTest, t), features(samples.x, t));
  const theta0 = thetaAt(0);
  const stability = (2 * samples.x.rows) / eigenvalues(theta0)[0]!;
  const eta = 0.5 * stability;
  const run = (kernel: Matrix, cross: Matrix | undefined, until: number) =>
    curveOf(samples, { kernel, cross, eta }, until);
  const measured = Array.from({ length: 5 }, (_, k) => (k * steps) / 4).filter((at) => at <= step);
  const predicted = limit && matrix(samples.x.rows, samples.x.rows, limit.ntk);
  return {
    seed: place,
    kernels: measured.map((at) => ({
      kind: 'kernel',
      ...ref,
      step: at,
      size: samples.x.rows,
      values: Float32Array.from(thetaAt(at).data),
    })),
    spectra: measured.map((at) => spectrumOf(thetaAt(at).data, arm.label, place, at, 'network')),
    curve: { kind: 'curve', ...ref, ...run(thetaAt(steps), crossAt(steps), step) },
    predictions: {
      network: { kind: 'prediction', ...ref, source: 'network', ...run(theta0, crossAt(0), steps) },
      ...(predicted && {
        limit: { kind: 'prediction', ...ref, source: 'limit', ...run(predicted, undefined, steps) },
      }),
    },
    changes: measured.map((at) => ({
      kind: 'change',
      ...ref,
      step: at,
      change: frobenius(subtract(thetaAt(at), theta0)) / frobenius(theta0),
      alignment: aligned(thetaAt(at), samples.y),
    })),
    rate: { kind: 'rate', ...ref, eta, stabilityLimit: stability, approximate: false },
  };
}

/** The spectrum of a kernel given row by row. */
export function spectrumOf(
  entries: Float64Array,
  arm: ArmLabel,
  seed: number,
  step: number,
  source: 'network' | 'limit',
): SpectrumResult {
  const n = Math.round(Math.sqrt(entries.length));
  const values = eigenvalues(matrix(n, n, entries));
  return {
    kind: 'spectrum',
    arm,
    seed,
    source,
    step,
    eigenvalues: values,
    conditionNumber: conditionNumber(values),
    effectiveRank: effectiveRank(values),
    trace: values.reduce((sum, value) => sum + value, 0),
    noiseFloor: noiseFloor(values),
  };
}

function curveOf(
  { y, yTest }: Samples,
  { kernel, cross, eta }: { kernel: Matrix; cross: Matrix | undefined; eta: number },
  until: number,
) {
  const steps = Array.from({ length: until + 1 }, (_, t) => t);
  const start = { f0: matrix(y.rows, y.cols), fTest0: matrix(yTest.rows, yTest.cols) };
  const outputs = linearized({ kernel: eigh(kernel), y, eta, ...start, ...(cross && { cross }) })(
    steps,
  );
  const over = (value: (outputs: Outputs) => number): Float64Array =>
    Float64Array.from(outputs, value);
  const onTest = (measure: (f: Matrix, y: Matrix) => number) =>
    over(({ fTest }) => measure(fTest ?? start.fTest0, yTest));
  return {
    steps: Int32Array.from(steps),
    lossTrain: over(({ f }) => meanSquaredLoss(f, y)),
    lossTest: onTest(meanSquaredLoss),
    accuracyTrain: over(({ f }) => accuracy(f, y)),
    accuracyTest: onTest(accuracy),
  };
}

/** ⟨Θ, yyᵀ⟩_F / (‖Θ‖_F ‖yyᵀ‖_F). */
const aligned = (theta: Matrix, y: Matrix): number => {
  const target = gram(y);
  const inner = theta.data.reduce((sum, value, k) => sum + value * target.data[k]!, 0);
  return inner / (frobenius(theta) * frobenius(target));
};
