import { frobenius, gram, subtract, type Matrix } from '../math/matrix.ts';
import { conditionNumber, effectiveRank, noiseFloor } from '../math/spectrumMeasures.ts';
import { stacked } from '../nn/dynamics/outputMajor.ts';
import type { ChangeResult, NetworkRef, OutputsResult, SpectrumResult } from '../spec/Result.ts';
import type { OutputsAt } from './curves.ts';

/** ‖Θ_t − Θ_0‖_F / ‖Θ_0‖_F; 0 where both are zero. */
export function kernelChange(theta: Matrix, theta0: Matrix): number {
  const moved = frobenius(subtract(theta, theta0));
  return moved === 0 ? 0 : moved / frobenius(theta0);
}

/**
 * ⟨Θ, YYᵀ⟩_F / (‖Θ‖_F ‖YYᵀ‖_F), from −1 to 1 (Cristianini et al., 2001), for an n×n kernel and targets n×K; for the
 * full nK×nK kernel with the stacked targets. 0 where Θ or Y is zero: nothing is aligned with nothing.
 */
export function alignment(theta: Matrix, y: Matrix): number {
  const target = gram(stacked(y, theta.rows / y.rows));
  const scale = frobenius(theta) * frobenius(target);
  return scale === 0 ? 0 : inner(theta, target) / scale;
}

const inner = (a: Matrix, b: Matrix): number =>
  a.data.reduce((sum, value, p) => sum + value * b.data[p]!, 0);

/** What eigenvalues (descending, of a positive semi-definite kernel) sum up to. */
export const spectrumMeasures = (
  eigenvalues: Float64Array,
  precision: 'float32' | 'float64',
): Pick<SpectrumResult, 'conditionNumber' | 'effectiveRank' | 'trace' | 'noiseFloor'> => ({
  conditionNumber: conditionNumber(eigenvalues),
  // The rank of the zero matrix, where the entropy is not defined.
  effectiveRank: (eigenvalues[0] ?? 0) > 0 ? effectiveRank(eigenvalues) : 0,
  trace: eigenvalues.reduce((sum, value) => sum + value, 0),
  noiseFloor:
    precision === 'float32'
      ? noiseFloor(eigenvalues)
      : 1e-14 * Math.max(0, eigenvalues[0] ?? 0) * eigenvalues.length,
});

/** How far a kernel has moved by `step`, and how it is aligned with the targets. */
export const changeResult = (
  { arm, seed }: NetworkRef,
  step: number,
  theta: Matrix,
  theta0: Matrix,
  y: Matrix,
): ChangeResult => ({
  kind: 'change',
  arm,
  seed,
  step,
  change: kernelChange(theta, theta0),
  alignment: alignment(theta, y),
});

/** Outputs as a result; its arrays are copies, free to be transferred. */
export const outputsResult = (
  { arm, seed }: NetworkRef,
  { step, f, fTest }: OutputsAt,
): OutputsResult => ({
  kind: 'outputs',
  arm,
  seed,
  step,
  f: f.data.slice(),
  fTest: fTest.data.slice(),
});
