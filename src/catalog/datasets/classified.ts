import type { Samples } from '../../nn/Dataset.ts';
import { classTargets } from './classTargets.ts';

/** What labels 0 and 1 say of samples of two classes, −1 and +1, that are ordered by class unless told otherwise. */
export const classified = (
  labels: Int32Array,
  labelsTest: Int32Array,
): Omit<Samples, 'standardization' | 'x' | 'xTest'> => ({
  y: classTargets(labels, 2),
  yTest: classTargets(labelsTest, 2),
  labels,
  labelsTest,
  classes: ['−1', '+1'],
  order: 'by class',
});
