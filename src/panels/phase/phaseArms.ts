import { fixedPoint, type MeanField } from '../../nn/meanField.ts';
import type { ArmLabel, Experiment } from '../../spec/Experiment.ts';
import { hiddenLaw } from '../../spec/hiddenLaw.ts';
import { resolveArms } from '../../spec/resolve.ts';
import { armNames } from '../armNames.ts';
import { cached } from '../cached.ts';
import { planeOf, type PhasePlane } from './planeOf.ts';

/** A point of the plane. */
export interface PhasePlace {
  /** σ_w² and σ_b² by their keys in a link. */
  readonly sw2: number;
  readonly sb2: number;
}

/** Where an arm lies in the plane of its activation. */
export interface PhaseArm {
  /** 0 for A. */
  readonly index: number;
  readonly label: ArmLabel;
  /** "A Gaussian" and "A "; both empty for a single arm. */
  readonly name: string;
  readonly letter: string;
  readonly plane: PhasePlane;
  /** Its activation is not the one whose plane is drawn. */
  readonly foreign: boolean;
  /** The hidden layers' gain and the biases' variance. */
  readonly place: PhasePlace;
  readonly field: MeanField;
  /** In which directions it can be moved. */
  readonly moves: { readonly sw2: boolean; readonly sb2: boolean };
  /** "He, normal": what fixes σ_w²; undefined where nothing does. */
  readonly fixedBy: string | undefined;
  /** Why it has no place in the plane, in a sentence; undefined if it has one. */
  readonly absent: string | undefined;
  /** It has shortcuts or feeds states back, so that the plane is not quite its own. */
  readonly plain: boolean;
}

const plainArchitectures: ReadonlySet<string> = new Set(['fc', 'conv', 'linear2']);

/** Every arm of an experiment in the plane of the first one's activation. */
export const phaseArms = cached((experiment: Experiment): readonly PhaseArm[] => {
  const names = armNames(experiment);
  const arms = resolveArms(experiment);
  const single = arms.length === 1;
  return arms.map((arm, index) => {
    const { label, initializer, architecture, bias } = arm;
    const law = hiddenLaw(arm);
    const plane = planeOf(arm);
    const fixed = initializer.entry.fixesVariance === true;
    const place = law.exists
      ? { sw2: law.weightVariance, sb2: law.biasVariance }
      : { sw2: 0, sb2: 0 };
    return {
      index,
      label,
      name: single ? '' : (names[index] ?? label),
      letter: single ? '' : `${label} `,
      plane,
      foreign: plane.key !== planeOf(arms[0]!).key,
      place,
      field: fixedPoint(plane.mean, place.sw2, place.sb2),
      moves: { sw2: !fixed, sb2: bias },
      fixedBy: fixed ? initializer.entry.label : undefined,
      absent: law.exists ? undefined : law.reason,
      plain: plainArchitectures.has(architecture.entry.id),
    };
  });
});

/** The same arm elsewhere, with what the layers come to there. */
export const movedTo = (arm: PhaseArm, place: PhasePlace): PhaseArm => ({
  ...arm,
  place,
  field: fixedPoint(arm.plane.mean, place.sw2, place.sb2),
});
