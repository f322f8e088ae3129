import type { VectorOps } from '../../nn/Optimizer.ts';

/** Update rules on plain numbers, in float64. */
export const numberVectorOps: VectorOps<number> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  scale: (a, factor) => a * factor,
  shift: (a, c) => a + c,
  sqrt: Math.sqrt,
};
