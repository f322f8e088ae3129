import type { ArmLabel } from '../../spec/Experiment.ts';
import type { ProfileResult } from '../../spec/Result.ts';
import type { ArmResults, Results } from '../../spec/Results.ts';
import { armCalls } from '../armCalls.ts';
import { cached } from '../cached.ts';
import { overRuns, type Series } from '../chart/Series.ts';
import { armFailure } from '../failureWords.ts';

/** k(angle)/k(0) of one arm over the angle in degrees. */
export interface ProfileArm {
  readonly label: ArmLabel;
  /** "A Gaussian" and "A "; both empty for a single arm. */
  readonly name: string;
  readonly letter: string;
  /** Over the arm's networks; empty until one is known. */
  readonly network: Series;
  /** The mean over the networks, and that of Θ_∞. */
  readonly spikiness: number;
  readonly limit: Series;
  readonly limitSpikiness: number;
  /** Θ_∞ at other depths. */
  readonly depths: readonly { readonly depth: number; readonly series: Series }[];
  /** Why there is no network's, if they failed before. */
  readonly failure: string | undefined;
}

/** The profiles of every arm. */
export function profileArms(results: Results): readonly ProfileArm[] {
  const calls = armCalls(results);
  return results.arms.map((arm, index) => {
    const { label, networks, limitProfile } = arm;
    const profiles = networks.flatMap(({ profile }) => profile ?? []);
    return {
      label,
      ...calls[index]!,
      network: overNetworks(profiles),
      spikiness: mean(profiles.map(({ spikiness }) => spikiness)),
      ...limitOf(arm),
      limitSpikiness: limitProfile?.spikiness ?? NaN,
      failure: profiles.length === 0 ? armFailure(networks) : undefined,
    };
  });
}

const overNetworks = (profiles: readonly ProfileResult[]): Series =>
  overRuns(profiles.map(({ angles, values }) => ({ x: inDegrees(angles), values })));

function limitOf({ limitProfile }: ArmResults): Pick<ProfileArm, 'limit' | 'depths'> {
  if (!limitProfile) return { limit: overRuns([]), depths: [] };
  const x = inDegrees(limitProfile.angles);
  return {
    limit: overRuns([{ x, values: limitProfile.values }]),
    depths: limitProfile.depths.map(({ depth, values }) => ({
      depth,
      series: overRuns([{ x, values }]),
    })),
  };
}

/** The same object for the same angles, so that curves keep still. */
const inDegrees = cached((angles: Float64Array) => angles.map((angle) => (angle * 180) / Math.PI));

const mean = (values: readonly number[]): number =>
  values.length === 0 ? NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
