import type { ArmLabel } from '../../spec/Experiment.ts';
import type { FunctionGrid, FunctionResult, PosteriorResult } from '../../spec/Result.ts';
import type { ArmResults, NetworkResults, Results } from '../../spec/Results.ts';
import { armCalls } from '../armCalls.ts';
import { armFailure } from '../failureWords.ts';
import type { PanelView } from '../Panel.ts';
import { latestAt, stepShown } from '../shown.ts';
import { functionOption, lawOf } from './functionOptions.ts';

/** What infinitely wide networks come to. */
export type FunctionLaw = Extract<PosteriorResult, { exists: true }>;

/** The functions of one arm's networks at the step that is shown. */
export interface FunctionArm {
  readonly label: ArmLabel;
  /** "A Gaussian" and "A "; both empty for a single arm. */
  readonly name: string;
  readonly letter: string;
  /** Of all networks at one and the same step; empty until one is known. */
  readonly functions: readonly FunctionResult[];
  /** Infinite width, where the option asks for it and it is known. */
  readonly law: FunctionLaw | undefined;
  /** Why it is not there, as a sentence. */
  readonly withoutLaw: string | undefined;
  readonly failure: string | undefined;
}

/** The functions of every arm, and infinite width where the view's option asks for it. */
export function functionArms(results: Results, view: PanelView): readonly FunctionArm[] {
  const calls = armCalls(results);
  const step = stepShown(results, view);
  return results.arms.map((arm, index) => ({
    label: arm.label,
    ...calls[index]!,
    functions: atOneStep(arm.networks, step),
    ...lawShown(arm, step, view),
    failure: armFailure(arm.networks),
  }));
}

/** Where the functions are known, by the first that is. */
export const gridOf = (arms: readonly FunctionArm[]): FunctionGrid | undefined =>
  arms.find(({ functions }) => functions.length > 0)?.functions[0]?.grid;

/** The step that the functions are of: the latest of any arm. */
export const functionStep = (arms: readonly FunctionArm[]): number | undefined => {
  const steps = arms.flatMap(({ functions }) => functions[0]?.step ?? []);
  return steps.length === 0 ? undefined : Math.max(...steps);
};

/** Networks come one by one: as long as one is behind, the others are shown where it is. Those that failed hold nobody up. */
function atOneStep(networks: readonly NetworkResults[], step: number): readonly FunctionResult[] {
  const sound = networks.filter(({ failure }) => failure === undefined);
  const followed = (sound.length > 0 ? sound : networks).flatMap(({ functions = [] }) =>
    functions.length > 0 ? [functions] : [],
  );
  const common = Math.min(...followed.flatMap((list) => latestAt(list, step)?.step ?? []));
  return followed.flatMap((list) => list.find((result) => result.step === common) ?? []);
}

function lawShown(
  { posteriors = [] }: ArmResults,
  step: number,
  view: PanelView,
): Pick<FunctionArm, 'law' | 'withoutLaw'> {
  const option = functionOption(view);
  const of = lawOf(option);
  const known = posteriors.filter((posterior) => posterior.of === of);
  const missing = known.find((posterior) => !posterior.exists);
  const laws = known.filter((posterior) => posterior.exists);
  const atEnd = laws.find((law) => law.step === undefined);
  const onTheWay = laws
    .filter((law) => law.step !== undefined && law.step <= step)
    .sort((a, b) => (a.step ?? 0) - (b.step ?? 0))
    .at(-1);
  return {
    law: option === 'ntk' ? (onTheWay ?? atEnd) : atEnd,
    withoutLaw: laws.length === 0 && missing ? missing.reason : undefined,
  };
}
