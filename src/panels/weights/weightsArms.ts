import type { ArmLabel } from '../../spec/Experiment.ts';
import type { MatrixPortrait } from '../../spec/Result.ts';
import type { Settings } from '../../nn/Settings.ts';
import { sameAsHidden } from '../../spec/families.ts';
import type { Results } from '../../spec/Results.ts';
import { armValues } from '../../spec/values.ts';
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
  /** There is a second copy of the network with the same weights, which is left out. */
  readonly mirrored: boolean;
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
  return results.arms.map(({ label, networks: [first] }, index) => {
    const all = first?.matrices?.matrices ?? [];
    const matrices = all.filter((matrix) => !isCopy(matrix));
    return {
      label,
      ...calls[index]!,
      matrices,
      schemes: schemesOf(armValues(results.experiment, index), matrices),
      mirrored: matrices.length < all.length,
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

const schemesOf = (
  { init, initFirst, initLast }: Settings,
  matrices: readonly MatrixPortrait[],
): readonly string[] =>
  matrices.map(({ label }, place) => {
    const own = place === 0 ? initFirst : label === 'readout' ? initLast : undefined;
    return String(own === undefined || own === sameAsHidden ? init : own);
  });

/** The second copy of a mirrored network has the weights of the first. */
const isCopy = ({ label }: MatrixPortrait): boolean => label.endsWith('′');
