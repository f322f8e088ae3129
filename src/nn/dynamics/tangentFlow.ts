import { dormandPrince } from '../../math/dormandPrince.ts';
import { matrix, scaled } from '../../math/matrix.ts';
import {
  costOfStep,
  outputSlope,
  tangentOutputs,
  trainOutputs,
  type TangentModel,
} from './tangentModel.ts';
import type { Trajectory } from './tangentSteps.ts';

/**
 * Gradient flow of a tangent model on any loss, ḟ = −ηΘ ∂L/∂f with time in steps, integrated in the coefficients a of
 * w_t = w_0 − Jᵀa to a local error of 1e-10, relative to the largest of them.
 */
export function tangentFlow(model: TangentModel): Trajectory {
  const { rows, cols } = model.f0;
  let evaluations = 0;
  const integration = dormandPrince(
    (a) => {
      evaluations++;
      const f = trainOutputs(model, matrix(rows, cols, a));
      return scaled(outputSlope(model, f), model.eta).data;
    },
    new Float64Array(rows * cols),
    tolerance,
  );
  return {
    advance: integration.advance,
    outputs: () => tangentOutputs(model, matrix(rows, cols, integration.state())),
    spent: () => evaluations * costOfStep(model),
  };
}

const tolerance = 1e-10;
