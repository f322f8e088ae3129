import type { ArmLabel } from '../../spec/Experiment.ts';
import type { Results } from '../../spec/Results.ts';
import { armCalls } from '../armCalls.ts';
import { overRuns, type Series } from '../chart/Series.ts';
import { armFailure } from '../failureWords.ts';
import { slopeOf, type FittedSlope } from './fittedSlope.ts';

/** The eigenvalues of one arm on one sphere, by degree k = 0, 1, …. */
export interface HarmonicsArm {
  readonly label: ArmLabel;
  /** "A Gaussian" and "A "; both empty for a single arm. */
  readonly name: string;
  readonly letter: string;
  /** μ_k of Θ_∞; undefined until known, or where there are none. */
  readonly eigenvalues: Float64Array | undefined;
  readonly fit: FittedSlope | undefined;
  /** Why there are none. */
  readonly reason: string | undefined;
  /** On the circle, the same of the networks, over k; empty elsewhere. */
  readonly network: Series;
  /** Why there is no network's, if they failed before. */
  readonly failure: string | undefined;
}

/** The eigenvalues of every arm on S^{d−1}. */
export function harmonicsArms(results: Results, d: number): readonly HarmonicsArm[] {
  const calls = armCalls(results);
  return results.arms.map(({ label, harmonics, networks }, index) => {
    const sphere = harmonics?.exists
      ? harmonics.spheres.find((candidate) => candidate.d === d)
      : undefined;
    const circles = networks.flatMap(({ profile }) => profile ?? []);
    return {
      label,
      ...calls[index]!,
      eigenvalues: sphere?.eigenvalues,
      fit: sphere && slopeOf(sphere.eigenvalues),
      reason: harmonics?.exists === false ? harmonics.reason : undefined,
      network: overRuns(
        d === 2
          ? circles.map(({ circle }) => ({ x: circle.map((_, k) => k), values: circle }))
          : [],
      ),
      failure: circles.length === 0 ? armFailure(networks) : undefined,
    };
  });
}
