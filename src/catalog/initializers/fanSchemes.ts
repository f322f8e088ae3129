import { normals } from '../../math/rng.ts';
import type { Initializer, WeightShape } from '../../nn/Initializer.ts';
import { gaussianLimit } from './gaussianLimit.ts';
import { uniformLimit, uniformUnit } from './uniformUnit.ts';

interface Scheme {
  readonly id: string;
  readonly name: string;
  readonly rule: string;
  readonly source: string;
  /** fanIn × variance of a weight. */
  readonly gain: (shape: WeightShape) => number;
}

/** A scheme that fixes the variance from the fans, once with normal and once with uniform weights. */
export const fanScheme = ({
  id,
  name,
  rule,
  source,
  gain,
}: Scheme): readonly [Initializer, Initializer] => {
  const common = { source, params: [], gain, fixesVariance: true } as const;
  return [
    {
      ...common,
      id: `${id}-normal`,
      label: `${name}, normal`,
      explain: `Independent normal weights of variance ${rule}; σ_w² is not used.`,
      unit: (stream, { fanIn, fanOut }) => normals(stream, fanIn * fanOut),
      limit: () => gaussianLimit,
    },
    {
      ...common,
      id: `${id}-uniform`,
      label: `${name}, uniform`,
      explain: `Independent uniform weights of variance ${rule}; σ_w² is not used.`,
      unit: uniformUnit,
      limit: uniformLimit,
    },
  ];
};
