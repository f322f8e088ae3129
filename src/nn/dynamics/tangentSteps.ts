import { add, hadamard, matrix, scaled, subtract, type Matrix } from '../../math/matrix.ts';
import { entrywise } from '../matrixOps.ts';
import type { Optimizer, VectorOps } from '../Optimizer.ts';
import type { Settings } from '../Settings.ts';
import type { Outputs } from './linearized.ts';
import { isLinear } from './linearMotion.ts';
import {
  costOfStep,
  outputSlope,
  tangentOutputs,
  trainOutputs,
  type TangentModel,
} from './tangentModel.ts';

/** A tangent model on its way. */
export interface Trajectory {
  /** Goes on to a later time, in steps. */
  readonly advance: (to: number) => void;
  readonly outputs: () => Outputs;
  /** Multiplications so far. */
  readonly spent: () => number;
}

/** How steps are taken. */
export interface StepRule {
  readonly optimizer: Optimizer;
  readonly settings: Settings;
  /** Which rows the step after `step` steps looks at; all if absent. */
  readonly batch?: (step: number) => Int32Array;
}

/**
 * Training of a tangent model, step by step, as the network itself takes them but in function space: an optimizer whose steps
 * are linear in the gradients does to the coefficients a of w_t = w_0 − Jᵀa what it does to weights. Exact for the linearized
 * network on any loss, with any mini-batches. Starts at step `from`, at rest. Throws a RangeError for other optimizers.
 */
export function tangentSteps(
  model: TangentModel,
  { optimizer, settings, batch }: StepRule,
  from = 0,
): Trajectory {
  if (!isLinear(optimizer))
    throw new RangeError(`Steps of ${optimizer.label} are not linear in the gradients`);
  let a = matrix(model.f0.rows, model.f0.cols);
  let memory: readonly Matrix[] = Array.from({ length: optimizer.memory }, () => a);
  let step = from;
  return {
    advance: (to) => {
      for (; step < to; step++) {
        const slope = outputSlope(model, trainOutputs(model, a), batch?.(step));
        const update = optimizer.update(vectorOps, slope, memory, settings, step - from + 1);
        memory = update.memory;
        a = add(a, scaled(update.direction, model.eta));
      }
    },
    outputs: () => tangentOutputs(model, a),
    spent: () => (step - from) * costOfStep(model),
  };
}

const vectorOps: VectorOps<Matrix> = {
  add,
  subtract,
  multiply: hadamard,
  divide: (a, b) =>
    matrix(
      a.rows,
      a.cols,
      a.data.map((value, p) => value / b.data[p]!),
    ),
  scale: scaled,
  shift: (a, c) => entrywise(a, (value) => value + c),
  sqrt: (a) => entrywise(a, Math.sqrt),
};
