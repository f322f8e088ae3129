import type { Initializer, Limit, LimitFacts, WeightShape } from '../../nn/Initializer.ts';
import { wordIn, type Settings, type TextParam } from '../../nn/Settings.ts';
import type { Expression } from '../expression/Expression.ts';
import { judged, moments, type Moments } from '../expression/moments.ts';
import { readExpression } from '../expression/readExpression.ts';
import { independentLimit } from './independentLimit.ts';

const formula: TextParam = {
  kind: 'text',
  key: 'expr',
  label: 'Weight =',
  default: 'sqrt(2/fanIn)*normal()',
  maxLength: 200,
  explain:
    'A formula for one weight, drawn anew for each: fanIn, fanOut, pi, normal(), uniform() on ±1, sqrt, exp, log, abs, sign, min, max, pow, sin, cos, tan, tanh, comparisons and a ? b : c.',
};

/**
 * Every weight is the value of a formula. In NTK scaling the factor is the root mean square of its draws, so that what trains is
 * of order one and the effective weight is still the value itself; the factor is taken from a fixed sample, the same for all.
 */
export const custom: Initializer = {
  id: 'custom',
  label: 'your own formula',
  explain: 'Independent weights by a formula of your own, in the fans and standard draws.',
  source: 'a formula of the person who set it',
  params: [formula],
  unit: (stream, shape, settings) => {
    const expression = expressionOf(settings);
    const { fanIn, fanOut } = shape;
    const scope = {
      fanIn,
      fanOut,
      normal: () => stream.normal(),
      uniform: () => 2 * stream.uniform() - 1,
    };
    const factor = Math.sqrt(fanIn / gain(shape, settings));
    return Float64Array.from({ length: fanIn * fanOut }, () => factor * expression(scope));
  },
  gain: (shape, _weightVariance, settings) => gain(shape, settings),
  startsAtZero: ({ fanIn, fanOut }, settings) =>
    momentsOf(settings, fanIn, fanOut).meanSquare === 0,
  fixesVariance: true,
  refusal: ({ maps = [] }, settings) => {
    const reading = readExpression(wordIn(settings, 'expr'));
    if (!reading.ok) return reading.problem;
    const bad = maps.find(
      ({ fanIn, fanOut }) => !Number.isFinite(momentsOf(settings, fanIn, fanOut).meanSquare),
    );
    if (!bad) return undefined;
    const { infinite } = momentsOf(settings, bad.fanIn, bad.fanOut);
    return (
      `The formula gives ${infinite === undefined ? 'numbers too large to square' : String(infinite)} for fan-in ${bad.fanIn} and fan-out ${bad.fanOut}. ` +
      'Keep logarithms and roots to positive numbers, and do not divide by zero.'
    );
  },
  limit,
};

/** fanIn·E w²; 1 where all weights are zero, so that they train, and where the formula cannot be used, which `refusal` tells. */
function gain({ fanIn, fanOut }: WeightShape, settings: Settings): number {
  const { meanSquare } = momentsOf(settings, fanIn, fanOut);
  return meanSquare > 0 && Number.isFinite(meanSquare) ? fanIn * meanSquare : 1;
}

const most = { kept: 64, share: 0.1, errors: 4, growth: 0.01 };

/** Two fan-ins that a hidden layer may have on its way to infinite width. */
const wide = [1024, 4096] as const;

/** Weights of mean zero and a variance that falls as 1/fan-in have the Gaussian limit; a sample tells whether they do. */
function limit(facts: LimitFacts): Limit {
  const settings = facts.settings ?? { expr: formula.default };
  const reading = readExpression(wordIn(settings, 'expr'));
  if (!reading.ok) return { exists: false, reason: reading.problem };
  const [narrow, wider] = wide.map((width) => momentsOf(settings, width, width)) as [
    Moments,
    Moments,
  ];
  const { mean, meanSquare, excessKurtosis, largestShare } = narrow;
  if (meanSquare === 0 && wider.meanSquare === 0) return { exists: true };
  if (Math.abs(mean) > most.errors * Math.sqrt(meanSquare / judged))
    return none(`have mean ${short(mean)}, and what all units share does not average out`);
  if (largestShare > most.share)
    return none('have so heavy tails that a single one outweighs the others');
  const [before, after] = [wide[0] * meanSquare, wide[1] * wider.meanSquare];
  if (Math.abs(after / before - 1) > most.growth)
    return none(
      `have a mean square of ${short(before)}/fan-in at width ${wide[0]} and ${short(after)}/fan-in at width ${wide[1]}`,
    );
  const noise = most.errors * Math.sqrt(24 / judged);
  const kurtosis = Math.abs(excessKurtosis) > noise ? excessKurtosis : 0;
  const first = independentLimit('These', kurtosis, facts);
  if (!first.exists) return first;
  const measured = 'variance of the formula as measured over 4,096 draws';
  return { exists: true, note: first.note === undefined ? measured : `${measured}; ${first.note}` };
}

const none = (why: string): Limit => ({
  exists: false,
  reason: `Weights by this formula ${why}, so wide networks have no Gaussian limit.`,
});

const short = (value: number): string => String(Number(value.toPrecision(3)));

const zero: Expression = () => 0;

/** Zero where the text cannot be read: such an arm is refused before it is drawn, but asked about itself. */
function expressionOf(settings: Settings): Expression {
  const reading = readExpression(wordIn(settings, 'expr'));
  return reading.ok ? reading.expression : zero;
}

const known = new Map<string, Moments>();

function momentsOf(settings: Settings, fanIn: number, fanOut: number): Moments {
  const key = `${fanIn} ${fanOut} ${wordIn(settings, 'expr')}`;
  const before = known.get(key);
  if (before) return before;
  const found = moments(expressionOf(settings), fanIn, fanOut);
  if (known.size >= most.kept) known.clear();
  known.set(key, found);
  return found;
}
