import type { ArmLabel } from '../../spec/Experiment.ts';
import { layerOf } from '../../spec/layerOf.ts';
import { resolveArms, resolveShared } from '../../spec/resolve.ts';
import type { Results } from '../../spec/Results.ts';
import { armCalls } from '../armCalls.ts';
import { armFailure } from '../failureWords.ts';
import { partsOf } from '../layers/layersArms.ts';
import { networkPlan, type NetworkPlan } from './networkPlan.ts';

/** One arm's architecture and what each of its maps contributes to tr Θ_0. */
export interface NetworkArm {
  readonly label: ArmLabel;
  /** "A Gaussian" and "A "; both empty for a single arm. */
  readonly name: string;
  readonly letter: string;
  readonly plan: NetworkPlan;
  /** tr Θ_layer/tr Θ_0 for each map in the order of the plan; undefined until it is known. */
  readonly shares: readonly number[] | undefined;
  /** Why there are no shares, if the network failed before. */
  readonly failure: string | undefined;
}

/** Every arm's diagram; none before there are data, whose shape the first layer follows. */
export function networkArms(results: Results): readonly NetworkArm[] {
  const { data, experiment } = results;
  if (!data) return [];
  const calls = armCalls(results);
  const chosen = resolveShared(experiment).data;
  const { grid } = chosen.entry.dimensions(chosen.settings);
  const dimensions = { inputs: data.inputs, outputs: data.outputs, grid };
  return resolveArms(experiment).map((arm, index) => {
    const plan = networkPlan(layerOf(arm, dimensions), data.inputs);
    const [first] = results.arms[index]?.networks ?? [];
    const shares = first?.layers && partsOf(first.layers).map(({ share }) => share);
    return {
      label: arm.label,
      ...calls[index]!,
      plan,
      shares: shares?.length === plan.maps.length ? shares : undefined,
      failure: first && !first.layers ? armFailure([first]) : undefined,
    };
  });
}
