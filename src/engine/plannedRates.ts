import type { ArmLabel } from '../spec/Experiment.ts';
import type { RateChange } from '../spec/rateChanges.ts';
import type { Arm } from '../spec/resolve.ts';
import type { AskedRate, RateOf } from './askedRates.ts';

/** Changes of rates by arm, each list in the order of its steps. */
export type RatePlan = ReadonlyMap<ArmLabel, readonly Required<RateChange>[]>;

/** What arms say of their rates at later steps. */
export const ratePlan = (arms: readonly Pick<Arm, 'label' | 'rateChanges'>[]): RatePlan =>
  new Map(arms.map(({ label, rateChanges }) => [label, rateChanges]));

/** The rates of a plan, which may still grow; every arm is asked again at its next change. */
export const plannedRates =
  (plan: () => RatePlan): RateOf =>
  (arm, step) => {
    const changes = plan().get(arm) ?? [];
    const now = changes.findLast((change) => change.step <= step);
    const next = changes.find((change) => change.step > step);
    return answer(now, next?.step);
  };

function answer(now: RateChange | undefined, until: number | undefined): ReturnType<RateOf> {
  const end = until !== undefined && { until };
  if (now) return { value: now.value, unit: now.unit ?? 'limit', ...end } satisfies AskedRate;
  return end || undefined;
}
