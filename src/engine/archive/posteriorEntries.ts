import type { PosteriorResult } from '../../spec/Result.ts';
import type { Entry } from './entriesOf.ts';
import type { NpyArray } from './npy.ts';

/**
 * `A/posterior_ntk/end/mean_test` and so on: by what it is of and when (a step, or `end`), means rows×K and deviations on the test
 * samples, with their covariance, and, as `mean` and `deviation`, on the grid where there is one. Nothing of what does not exist.
 */
export function posteriorEntries(result: PosteriorResult): readonly Entry[] {
  if (!result.exists) return [];
  const { arm, of, step, jitter, grid } = result;
  const name = `${arm}/posterior_${of}${of === 'ntk' ? `/${step ?? 'end'}` : ''}`;
  const law = (suffix: string, mean: Float64Array, deviation: Float64Array): readonly Entry[] => [
    [
      `${name}/mean${suffix}`,
      { shape: [deviation.length, mean.length / deviation.length], values: mean },
    ],
    [`${name}/deviation${suffix}`, vector(deviation)],
  ];
  return [
    [`${name}/jitter`, vector(Float64Array.of(jitter))],
    ...(grid ? law('', result.mean, result.deviation) : []),
    ...(result.deviationTest.length > 0 ? law('_test', result.meanTest, result.deviationTest) : []),
    ...covarianceEntry(`${name}/covariance_test`, result.covarianceTest),
  ];
}

const covarianceEntry = (name: string, values: Float64Array | undefined): readonly Entry[] => {
  if (!values) return [];
  const rows = Math.sqrt(values.length);
  return [[name, { shape: [rows, rows], values }]];
};

const vector = (values: NpyArray['values']): NpyArray => ({ shape: [values.length], values });
