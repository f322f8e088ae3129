import type { Eigh } from '../../math/eigh.ts';
import { frobenius, type Matrix } from '../../math/matrix.ts';
import type { Loss } from '../../nn/dynamics/Loss.ts';
import { matrixLossOps } from '../../nn/dynamics/matrixLossOps.ts';
import { modeSizes } from '../../nn/dynamics/modeSizes.ts';
import type { ModesResult, NetworkRef } from '../../spec/Result.ts';
import type { OutputsAt } from '../curves.ts';
import type { TangentOutputs } from './tangentOutputs.ts';

/** As many as can be told apart in a picture; those with the largest eigenvalues, which are learned first. */
const most = 64;

/** Whose residuals, along which eigenvectors, beside which theory. */
export interface ModesOf {
  readonly ref: NetworkRef;
  /** Of Θ_0. */
  readonly kernel: Eigh;
  readonly loss: Pick<Loss, 'slope'>;
  readonly y: Matrix;
  readonly start: Matrix;
  readonly tangent: TangentOutputs;
}

/** Residuals of recorded outputs along the modes of Θ_0, with theory where `predicted` says that it holds. */
export type Modes = (records: readonly OutputsAt[], predicted: boolean) => Promise<ModesResult>;

/**
 * Follows a network's residual ∂ℓ/∂f (f − y for squares) along the eigenvectors of its kernel at the start, relative to the
 * residual's norm there, and what the tangent outputs have left of it at the same steps: NaN where there is no theory.
 */
export function modes({ ref, kernel, loss, y, start, tangent }: ModesOf): Modes {
  const count = Math.min(most, kernel.values.length);
  const residual = (f: Matrix): Matrix => loss.slope(matrixLossOps, f, y);
  const unit = frobenius(residual(start)) || 1;
  const sizes = (f: Matrix): Float64Array => modeSizes(kernel.vectors, residual(f), count);
  return async (records, predicted) => {
    const result = {
      kind: 'modes' as const,
      ...ref,
      eigenvalues: kernel.values.slice(0, count),
      steps: Int32Array.from(records, ({ step }) => step),
      measured: new Float64Array(count * records.length),
      predicted: new Float64Array(count * records.length).fill(NaN),
    };
    const put = (to: Float64Array, values: Float64Array, place: number): void =>
      values.forEach((value, mode) => (to[mode * records.length + place] = value / unit));
    for (const [place, { step, f }] of records.entries()) {
      put(result.measured, sizes(f), place);
      const theory = predicted ? await tangent.at(step) : undefined;
      if (theory) put(result.predicted, sizes(theory.f), place);
    }
    return result;
  };
}
