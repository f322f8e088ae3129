import { matrix, type Matrix } from '../../math/matrix.ts';

/** Targets for labels 0 … classes−1: −1 and +1 in one column for two classes, else one-hot − 1/K in K columns. */
export function classTargets(labels: Int32Array, classes: number): Matrix {
  if (classes === 2)
    return matrix(
      labels.length,
      1,
      Float64Array.from(labels, (c) => 2 * c - 1),
    );
  const targets = matrix(labels.length, classes);
  targets.data.fill(-1 / classes);
  labels.forEach((label, i) => (targets.data[i * classes + label]! += 1));
  return targets;
}
