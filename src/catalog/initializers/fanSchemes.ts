import { normals } from '../../math/rng.ts';
import type { Initializer, Limit, LimitFacts, WeightShape } from '../../nn/Initializer.ts';
import { wordIn, type Param, type Settings } from '../../nn/Settings.ts';
import { gaussianLimit } from './gaussianLimit.ts';
import { uniformLimit, uniformUnit } from './uniformUnit.ts';

type Fan = 'in' | 'out' | 'average';

interface Scheme {
  readonly id: string;
  readonly name: string;
  /** The variance at the defaults, for people. */
  readonly rule: string;
  readonly source: string;
  /** Which fan the variance is over unless another is chosen. */
  readonly fan: Fan;
  readonly params?: readonly Param[];
  /** That fan × variance of a weight. */
  readonly factor: (shape: WeightShape, settings: Settings) => number;
}

/** A scheme that fixes the variance from a fan, once with normal and once with uniform weights. */
export const fanScheme = (scheme: Scheme): readonly [Initializer, Initializer] => {
  const { id, name, rule, source, fan, params = [], factor } = scheme;
  const common = {
    source,
    params: [...params, fanParam(fan)],
    gain: (shape: WeightShape, _weightVariance: number, settings: Settings) =>
      factor(shape, settings) * ratios[wordIn(settings, 'fan') as Fan](shape),
    fixesVariance: true,
  } as const;
  return [
    {
      ...common,
      id: `${id}-normal`,
      label: `${name}, normal`,
      explain: `Independent normal weights of variance ${rule}; σ_w² is not used.`,
      unit: (stream, { fanIn, fanOut }) => normals(stream, fanIn * fanOut),
      limit: ({ settings }) => noted(settings, gaussianLimit),
    },
    {
      ...common,
      id: `${id}-uniform`,
      label: `${name}, uniform`,
      explain: `Independent uniform weights of variance ${rule}; σ_w² is not used.`,
      unit: uniformUnit,
      limit: (facts: LimitFacts) => noted(facts.settings, uniformLimit(facts)),
    },
  ];
};

/** fanIn over the chosen fan. */
const ratios: Readonly<Record<Fan, (shape: WeightShape) => number>> = {
  in: () => 1,
  out: ({ fanIn, fanOut }) => fanIn / fanOut,
  average: ({ fanIn, fanOut }) => (2 * fanIn) / (fanIn + fanOut),
};

const fanParam = (fan: Fan): Param => ({
  kind: 'choice',
  key: 'fan',
  label: 'Fan',
  default: fan,
  options: [
    { value: 'in', label: 'in' },
    { value: 'out', label: 'out' },
    { value: 'average', label: 'average of both' },
  ],
  explain: 'What the variance is over: fan-in keeps signals, fan-out gradients.',
});

/** With fan-out the readout's variance does not fall with the width, so that kernels grow with it. */
function noted(settings: Settings | undefined, limit: Limit): Limit {
  if (settings?.fan !== 'out' || !limit.exists) return limit;
  const note = 'with fan-out the kernels grow with the width';
  return { exists: true, note: limit.note === undefined ? note : `${limit.note}; ${note}` };
}
