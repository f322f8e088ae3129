import { hill } from '../../math/hill.ts';
import { histogram } from '../../math/histogram.ts';
import { matrix, productTransposed, transpose, type Matrix } from '../../math/matrix.ts';
import { singularValues } from '../../math/singularValues.ts';
import { mean } from '../../math/summary.ts';
import type { Samples } from '../../nn/Dataset.ts';
import { activationMoments, squaredSingularLaw } from '../../nn/jacobianLaw.ts';
import { plainOps } from '../../nn/plainOps.ts';
import { mapsOf, trace } from '../../nn/trace.ts';
import { layerOf, weightStream } from '../../spec/layerOf.ts';
import type { Arm } from '../../spec/resolve.ts';
import type { JacobianResult, JacobianStage, MatricesResult } from '../../spec/Result.ts';

/** Which network of which run, and the samples that it sees. */
interface Start {
  readonly samples: Samples;
  /** The run's own seed. */
  readonly seed: number;
  readonly place: number;
}

/** A map of a network as it starts: W (fan-in × fan-out) and b as they act. */
interface StartedMap {
  readonly weights: Matrix;
  readonly biases: Float64Array;
}

/** The weight matrices of an arm's network, drawn as a run draws them. Fully connected networks only. */
export function smallMatrices(arm: Arm, start: Start): MatricesResult {
  const maps = startedMaps(arm, start);
  return {
    kind: 'matrices',
    arm: arm.label,
    seed: start.place,
    matrices: maps.map(({ weights }, k) => {
      const { data, rows: fanIn, cols: fanOut } = weights;
      const centre = mean(data);
      const singular = singularValues(weights);
      const floor = Math.max(fanIn, fanOut) * Number.EPSILON * singular[0]!;
      return {
        label: k === maps.length - 1 ? 'readout' : `dense ${k + 1}`,
        fanIn,
        fanOut,
        mean: centre,
        variance: mean(data.map((value) => (value - centre) ** 2)),
        histogram: histogram(data),
        singular,
        rank: singular.filter((value) => value > floor).length,
        tail: hill(data),
        heavy: arm.initializer.entry.heavy === true,
      };
    }),
  };
}

/** The Jacobians of an arm's network at the first sample by the chain rule; theory only where all weights are Gaussian. */
export function smallJacobian(arm: Arm, start: Start): JacobianResult {
  const { entry, settings } = arm.activation;
  const maps = startedMaps(arm, start);
  let h = start.samples.x.data.slice(0, start.samples.x.cols);
  let fromInput: Matrix | undefined;
  let fromFirst: Matrix | undefined;
  const hidden: JacobianStage[] = [];
  const fromInputs: JacobianStage[] = [];
  maps.forEach(({ weights, biases }, k) => {
    const last = k === maps.length - 1;
    const z = biases.map((bias, j) =>
      h.reduce((sum, value, i) => sum + value * weights.data[i * weights.cols + j]!, bias),
    );
    const slopes = z.map((value) => (last ? 1 : entry.df(plainOps, value, settings)));
    // Rows are what a layer hands on.
    const own = matrix(
      weights.cols,
      weights.rows,
      transpose(weights).data.map((w, at) => slopes[Math.floor(at / weights.rows)]! * w),
    );
    const after = (before: Matrix | undefined): Matrix =>
      before ? productTransposed(own, transpose(before)) : own;
    fromInput = after(fromInput);
    fromInputs.push(stageOf(fromInput, last ? 'outputs' : `layer ${k + 1}`, k + 1));
    if (k > 0 && !last) {
      fromFirst = after(fromFirst);
      hidden.push(stageOf(fromFirst, `layer ${k + 1}`, k));
    }
    h = z.map((value) => (last ? value : entry.f(plainOps, value, settings)));
  });
  const deepest = hidden.at(-1)?.singular ?? Float64Array.of();
  const squares = deepest.map((s) => s * s);
  return {
    kind: 'jacobian',
    arm: arm.label,
    seed: start.place,
    sample: 0,
    hidden,
    fromInputs,
    isometry: deepest.length === 0 ? NaN : mean(deepest) ** 2 / mean(squares),
    theory: theoryOf(arm, start.samples, hidden.length),
  };
}

/** Free probability's law from the second hidden layer to each later one, for Gaussian and orthogonal weights. */
function theoryOf(arm: Arm, { x }: Samples, stages: number): JacobianResult['theory'] {
  const { activation, initializer, weightVariance: gain, biasVariance } = arm;
  const s1 = { gaussian: -1, orthogonal: 0 }[initializer.entry.id];
  if (s1 === undefined)
    return { exists: false, reason: 'Its weights are neither independent nor orthogonal.' };
  const onward = (meanSquare: number): number => gain * meanSquare + (arm.bias ? biasVariance : 0);
  let q = onward(mean(x.data.slice(0, x.cols).map((value) => value * value)));
  const laws = Array.from({ length: stages + 1 }, () => {
    const { value, mu1, mu2 } = activationMoments(activation.entry, activation.settings, q);
    q = onward(value);
    return { gain, mu1, mu2, s1 };
  })
    .slice(1)
    .map((_, k, later) => squaredSingularLaw(later.slice(0, k + 1)));
  return {
    exists: true,
    meanSquare: Float64Array.from(laws, ({ meanSquare }) => meanSquare),
    variance: Float64Array.from(laws, ({ variance }) => variance),
  };
}

const stageOf = (jacobian: Matrix, label: string, depth: number): JacobianStage => ({
  label,
  depth,
  rows: jacobian.rows,
  columns: jacobian.cols,
  singular: singularValues(jacobian),
});

function startedMaps(arm: Arm, { samples: { x, y }, seed, place }: Start): readonly StartedMap[] {
  const layer = layerOf(arm, { inputs: x.cols, outputs: y.cols });
  const drawn = layer.draw(weightStream(seed, place));
  return mapsOf(trace(layer, x.cols)).map(
    ({ weight, bias, weightScale, biasScale, fanIn, fanOut }) => ({
      weights: matrix(
        fanIn,
        fanOut,
        drawn[weight]!.values.map((value) => weightScale * value),
      ),
      biases:
        bias === undefined
          ? new Float64Array(fanOut)
          : drawn[bias]!.values.map((value) => biasScale * value),
    }),
  );
}
