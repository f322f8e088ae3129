import type { ArmLabel } from '../../spec/Experiment.ts';
import type { SignalsArm } from './signalsArms.ts';

/** A pair of numbers of one map of one arm, or of all its maps. */
export interface CurvatureMark {
  readonly arm: ArmLabel;
  /** What the arm is called; empty for a single one. */
  readonly called: string;
  /** "dense 1", "all weights". */
  readonly name: string;
  readonly hessian: number;
  readonly gaussNewton: number;
}

/** What stands for all weights of a network together. */
export const allWeights = 'all weights';

/** All pairs of all arms, map by map. */
export const curvatureMarks = (arms: readonly SignalsArm[]): readonly CurvatureMark[] =>
  arms.flatMap(({ label: arm, name: called, curvature }) =>
    curvature && curvature.unknown === undefined
      ? [
          ...curvature.layers.map(({ label: name, ...numbers }) => ({
            ...{ arm, called, name },
            ...numbers,
          })),
          { arm, called, name: allWeights, ...curvature.whole },
        ]
      : [],
  );

/** The names of maps in the order of the longest network, what only others have after them, and all weights last. */
export function curvatureNames(arms: readonly SignalsArm[]): readonly string[] {
  const lists = arms
    .flatMap(({ curvature }) => (curvature ? [curvature.layers.map(({ label }) => label)] : []))
    .sort((a, b) => b.length - a.length);
  return [...new Set(lists.flat()), allWeights];
}

/** A map's name where there is room for a few letters: "3" for dense 3, "out" for the readout, "all". */
export const shortName = (name: string): string =>
  name === allWeights
    ? 'all'
    : name.startsWith('readout')
      ? 'out'
      : (/\d+/.exec(name)?.[0] ?? name);
