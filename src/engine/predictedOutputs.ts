import type { Eigh } from '../math/eigh.ts';
import type { Matrix } from '../math/matrix.ts';
import type { Samples } from '../nn/Dataset.ts';
import { linearized } from '../nn/dynamics/linearized.ts';
import { linearMotion } from '../nn/dynamics/linearMotion.ts';
import { flow, type Motion } from '../nn/dynamics/Motion.ts';
import { tangentFlow } from '../nn/dynamics/tangentFlow.ts';
import { tangentSteps, type Trajectory } from '../nn/dynamics/tangentSteps.ts';
import type { OutputsAt } from './curves.ts';
import { rowsOfStep } from './rowsOfStep.ts';
import type { TrainingRule } from './trainingRule.ts';

/** A kernel to predict with: Θ(X, X), the same decomposed, and Θ(x, X) of the test inputs. */
export interface Predictor {
  readonly theta: Matrix;
  readonly kernel: Eigh;
  readonly cross: Matrix;
}

/** What to predict: from these outputs on, with this rule and rate, at these steps (in order, none before the start's). */
export interface Prediction {
  readonly start: OutputsAt;
  readonly rule: TrainingRule;
  readonly eta: number;
  readonly steps: readonly number[];
  readonly samples: Samples;
  /** Predict gradient flow where the rule is plain gradient descent on all samples. */
  readonly flow: boolean;
  /** Multiplications that may be spent where there is no closed form. */
  readonly most: number;
}

/** Steps predicted at a time in closed form, which bounds memory and how long the thread is held. */
const some = 50;

/** Multiplications, and steps, between two chances for others. */
const atOnce = 2e7;
const stepsAtOnce = 1000;

/**
 * Outputs of linearized training at the steps asked for, a few at a time: in closed form for squares on all samples, else step by
 * step (or by integration, for flow) in function space. Ends early, and returns the step at which it would have gone on, where that
 * takes too many multiplications. Calls `between` now and then, so that messages are heard. Throws a RangeError for a rule whose steps
 * are not linear in the gradients, or with weight decay.
 */
export async function* predictedOutputs(
  predictor: Predictor,
  prediction: Prediction,
  between: () => Promise<void>,
): AsyncGenerator<readonly OutputsAt[], number | undefined, undefined> {
  const { start, rule, steps, samples } = prediction;
  if (rule.decay > 0) throw new RangeError('Weight decay is not a matter of the kernel alone');
  const motion = motionOf(prediction);
  if (motion && rule.loss.isSquare) {
    const predict = linearized({ ...modelOf(predictor, prediction), ...predictor, motion });
    for (let from = 0; from < steps.length; from += some) {
      const wanted = steps.slice(from, from + some);
      const outputs = predict(wanted.map((step) => step - start.step));
      yield outputs.map(({ f, fTest = start.fTest }, k) => ({ step: wanted[k]!, f, fTest }));
      await between();
    }
    return undefined;
  }
  const path = pathOf(predictor, prediction);
  let breathed = 0;
  let now = start.step;
  for (const step of steps) {
    while (now < step) {
      if (path.spent() > prediction.most) return now;
      path.advance(++now);
      if (path.spent() - breathed < atOnce && (now - start.step) % stepsAtOnce > 0) continue;
      breathed = path.spent();
      await between();
    }
    const { f, fTest = samples.yTest } = path.outputs();
    yield [{ step, f, fTest }];
  }
  return undefined;
}

/** How modes of a square loss move under a rule that looks at all samples; undefined with mini-batches. */
export function motionOf({
  rule,
  flow: asFlow,
  samples,
}: Pick<Prediction, 'rule' | 'flow'> & {
  readonly samples: Pick<Samples, 'y'>;
}): Motion | undefined {
  if (rowsOfStep(rule, samples.y.rows)) return undefined;
  const { entry, settings } = rule.optimizer;
  return asFlow && entry.memory === 0 ? flow : linearMotion(entry, settings);
}

function pathOf(predictor: Predictor, prediction: Prediction): Trajectory {
  const { rule, samples, start } = prediction;
  const model = { ...modelOf(predictor, prediction), loss: rule.loss };
  if (motionOf(prediction) === flow) return withClock(tangentFlow(model), start.step);
  const { entry: optimizer, settings } = rule.optimizer;
  const batch = rowsOfStep(rule, samples.y.rows);
  return tangentSteps(model, { optimizer, settings, ...(batch && { batch }) }, start.step);
}

/** A path whose own time starts at zero, at a step. */
const withClock = (path: Trajectory, from: number): Trajectory => ({
  ...path,
  advance: (to) => path.advance(to - from),
});

const modelOf = ({ theta, cross }: Predictor, { start, rule, eta, samples }: Prediction) => ({
  theta,
  cross,
  f0: start.f,
  fTest0: start.fTest,
  y: samples.y,
  eta,
  factor: rule.loss.normalization(samples.y.rows),
});
