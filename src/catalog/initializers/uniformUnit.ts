import type { Stream } from '../../math/rng.ts';
import type { Limit, LimitFacts, WeightShape } from '../../nn/Initializer.ts';
import { independentLimit } from './independentLimit.ts';

/** fanIn×fanOut entries uniform on (−√3, √3), so of variance one. */
export const uniformUnit = (stream: Stream, { fanIn, fanOut }: WeightShape): Float64Array =>
  Float64Array.from({ length: fanIn * fanOut }, () => Math.sqrt(3) * (2 * stream.uniform() - 1));

/** The limit of uniform weights, whose excess kurtosis is −1.2. */
export const uniformLimit = (facts: LimitFacts): Limit => independentLimit('Uniform', -1.2, facts);
