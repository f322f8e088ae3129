import { formatNumber } from '../../panels/chart/formatNumber.ts';
import type { Results } from '../../spec/Results.ts';
import { runValues } from '../../spec/values.ts';
import { explainOnApproach } from '../hint.ts';

interface RunCostProps {
  readonly results: Pick<Results, 'experiment' | 'timings' | 'arms'>;
}

/**
 * What several networks cost: "32 networks: about 4.1 s, 32 times 0.13 s", from what steps and kernels of this very run take. Nothing
 * for one network an arm, and before anything has been measured.
 */
export function RunCost({ results: { experiment, timings, arms } }: RunCostProps) {
  const { seeds, steps, snapshots } = runValues(experiment);
  const { step_ms: step, ntk_ms: kernel } = timings;
  if (seeds === 1 || kernel === undefined) return null;
  const networks = seeds * arms.length;
  const each = (steps * (step ?? 0) + (Math.min(steps, snapshots) + 1) * kernel) / 1000;
  const counted =
    step === undefined
      ? `${networks} networks: ${seconds(networks * each)} for their kernels alone`
      : `${networks} networks: about ${seconds(networks * each)}, ${seconds(each)} each`;
  return (
    <p className="phase" {...explainOnApproach(explanation)}>
      {counted}
    </p>
  );
}

const seconds = (value: number): string =>
  value < 90 ? `${formatNumber(value, 2)} s` : `${formatNumber(value / 60, 2)} min`;

const explanation =
  'All networks together, from how long steps and kernels of this run take; curves then show their mean and a band, or each.';
