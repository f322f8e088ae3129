import { epochOrder } from './batches.ts';
import { samplesPerStep, type TrainingRule } from './trainingRule.ts';

/** Which of n samples each step of a rule looks at, as training itself takes them; undefined where every step looks at all. */
export function rowsOfStep(
  rule: Pick<TrainingRule, 'batch' | 'order'>,
  n: number,
): ((step: number) => Int32Array) | undefined {
  const size = samplesPerStep(rule, n);
  if (size === n) return undefined;
  const perEpoch = Math.ceil(n / size);
  let latest: { readonly epoch: number; readonly order: Int32Array } | undefined;
  return (step) => {
    const epoch = Math.floor(step / perEpoch);
    if (latest?.epoch !== epoch) latest = { epoch, order: epochOrder(rule.order, epoch, n) };
    const from = (step % perEpoch) * size;
    return latest.order.subarray(from, from + size);
  };
}
