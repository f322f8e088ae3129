import type { WeightShape } from '../../nn/Initializer.ts';

/** Trainable values that at gain 1 make these very weights (fanIn×fanOut, row-major): √fanIn times as large. */
export const unitOf = (weights: Float64Array, { fanIn }: WeightShape): Float64Array =>
  weights.map((w) => Math.sqrt(fanIn) * w);

/** Ones on the diagonal, else zeros. */
export function partialIdentity({ fanIn, fanOut }: WeightShape): Float64Array {
  const result = new Float64Array(fanIn * fanOut);
  for (let i = 0; i < Math.min(fanIn, fanOut); i++) result[i * fanOut + i] = 1;
  return result;
}

/** The map is the last one of a residual branch. */
export const endsBranch = ({ branch }: WeightShape): boolean =>
  branch ? branch.map === branch.maps - 1 : false;
