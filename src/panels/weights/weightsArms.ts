import type { ArmLabel } from '../../spec/Experiment.ts';
import type { MatrixPortrait } from '../../spec/Result.ts';
import { resolveArms, type Arm } from '../../spec/resolve.ts';
import type { Results } from '../../spec/Results.ts';
import { armCalls } from '../armCalls.ts';
import { armFailure } from '../failureWords.ts';

/** An arm's weight matrices as its first network draws them. */
export interface WeightsArm {
  readonly label: ArmLabel;
  /** "A Gaussian" and "A "; both empty for a single arm. */
  readonly name: string;
  readonly letter: string;
  /** In the order of the forward pass; empty until they are known. */
  readonly matrices: readonly MatrixPortrait[];
  /** The id of the scheme that drew each of them. */
  readonly schemes: readonly string[];
  /** Why there are none, if the network failed before. */
  readonly failure: string | undefined;
}

/** A place in the networks with the matrix of each arm that stands there. */
export interface WeightsCell {
  readonly layer: number;
  readonly label: string;
  readonly drawn: readonly {
    readonly arm: WeightsArm;
    readonly matrix: MatrixPortrait;
    readonly scheme: string;
  }[];
}

/** The weight matrices of every arm. */
export function weightsArms(results: Results): readonly WeightsArm[] {
  const calls = armCalls(results);
  const settings = resolveArms(results.experiment);
  return results.arms.map(({ label, networks: [first] }, index) => {
    const matrices = first?.matrices?.matrices ?? [];
    return {
      label,
      ...calls[index]!,
      matrices,
      schemes: schemesOf(settings[index], matrices.length),
      failure: first && !first.matrices ? armFailure([first]) : undefined,
    };
  });
}

/** Matrices that stand in the same place of each network: readouts together, however many layers come before. */
export function weightsCells(arms: readonly WeightsArm[]): readonly WeightsCell[] {
  const longest = arms.reduce((a, b) => (b.matrices.length > a.matrices.length ? b : a), arms[0]!);
  const count = longest.matrices.length;
  return longest.matrices.map(({ label }, layer) => ({
    layer,
    label,
    drawn: arms.flatMap((arm) => {
      const last = arm.matrices.length - 1;
      const place = layer === count - 1 ? last : layer < last ? layer : -1;
      const matrix = arm.matrices[place];
      return matrix ? [{ arm, matrix, scheme: arm.schemes[place] ?? '' }] : [];
    }),
  }));
}

const schemesOf = (arm: Arm | undefined, count: number): readonly string[] =>
  Array.from({ length: count }, (_, place) => {
    const { first, readout } = arm?.overrides ?? {};
    const own = place === 0 ? first : place === count - 1 ? readout : undefined;
    return (own ?? arm?.initializer)?.entry.id ?? '';
  });
