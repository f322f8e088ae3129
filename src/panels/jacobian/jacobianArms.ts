import { isometry } from '../../math/isometry.ts';
import type { ArmLabel } from '../../spec/Experiment.ts';
import type { JacobianResult, JacobianStage } from '../../spec/Result.ts';
import type { Results } from '../../spec/Results.ts';
import { armCalls } from '../armCalls.ts';
import { cached } from '../cached.ts';
import { subscript } from '../chart/digits.ts';
import { armFailure } from '../failureWords.ts';

/** Mean and variance of s². */
export interface SquareMoments {
  readonly mean: number;
  readonly variance: number;
}

/** An arm's Jacobians as its first network has them. */
export interface JacobianArm {
  readonly label: ArmLabel;
  /** "A Gaussian" and "A "; both empty for a single arm. */
  readonly name: string;
  readonly letter: string;
  /** Undefined until they are known. */
  readonly result: JacobianResult | undefined;
  /** The deepest hidden Jacobian ∂h_L/∂h_1; ∂h_L/∂x if it is asked for, layers differ in size or there is one alone. */
  readonly deepest: JacobianStage | undefined;
  /** "∂h₁₀/∂h₁"; empty without a deepest one. */
  readonly called: string;
  /** (mean s)²/(mean s²) of it. */
  readonly isometry: number | undefined;
  /** Of the deepest Jacobian, and what theory says of it where it does. */
  readonly measured: SquareMoments | undefined;
  readonly predicted: SquareMoments | undefined;
  /** Why there is nothing to draw for it: it failed, or would take too long. */
  readonly reason: string | undefined;
}

/** The Jacobians of every arm, summed up by the one from the inputs if `option` is about these. */
export function jacobianArms(results: Results, option?: string): readonly JacobianArm[] {
  const calls = armCalls(results);
  return results.arms.map(({ label, networks: [first] }, index) => {
    const result = first?.jacobian;
    const among = option === 'inputs' ? undefined : result?.hidden.at(-1);
    const deepest = among ?? result?.fromInputs.at(-2);
    return {
      label,
      ...calls[index]!,
      result,
      deepest,
      called: deepest ? nameOf(deepest.depth, among !== undefined) : '',
      isometry: deepest && isometry(deepest.singular),
      measured: deepest && squareMoments(deepest),
      predicted: result && among && predictedOf(result),
      reason: result ? result.unknown : first && armFailure([first]),
    };
  });
}

/** Mean and variance of the squares of a Jacobian's singular values. */
export const squareMoments = cached(({ singular }: JacobianStage): SquareMoments => {
  const squares = singular.map((s) => s * s);
  const mean = squares.reduce((sum, square) => sum + square, 0) / squares.length;
  const variance = squares.reduce((sum, square) => sum + (square - mean) ** 2, 0) / squares.length;
  return { mean, variance };
});

const nameOf = (depth: number, hidden: boolean): string =>
  hidden ? `∂h${subscript(depth + 1)}/∂h₁` : `∂h${subscript(depth)}/∂x`;

function predictedOf({ theory }: JacobianResult): SquareMoments | undefined {
  if (!theory.exists) return undefined;
  return { mean: theory.meanSquare.at(-1) ?? NaN, variance: theory.variance.at(-1) ?? NaN };
}
