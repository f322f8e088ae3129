import type { ModesResult } from '../../spec/Result.ts';

/** Modes at the first `count` of their steps. */
export function firstModes(result: ModesResult, count: number): ModesResult {
  const all = result.steps.length;
  const first = (values: Float64Array): Float64Array => values.filter((_, at) => at % all < count);
  return {
    ...result,
    steps: result.steps.slice(0, count),
    measured: first(result.measured),
    predicted: first(result.predicted),
  };
}
