import type { Failure } from '../../spec/Failure.ts';
import type { Results } from '../../spec/Results.ts';

/** A failure as the page reports it: the first of its arm, and of how many networks it speaks. */
export interface ReportedFailure {
  readonly failure: Failure;
  readonly failed: number;
  readonly networks: number;
}

/** What went wrong in a run: the failure that ended it, then one per arm. */
export function failuresOf({ failure, arms }: Results): readonly ReportedFailure[] {
  const whole = failure ? [{ failure, failed: 1, networks: 1 }] : [];
  const single = arms.flatMap(({ networks }) => {
    const failures = networks.flatMap((network) => network.failure ?? []);
    const [first] = failures;
    return first ? [{ failure: first, failed: failures.length, networks: networks.length }] : [];
  });
  return [...whole, ...single];
}
