import type { FailureKind } from '../spec/Failure.ts';
import type { NetworkResults } from '../spec/Results.ts';

/** A failure in a word or two, to stand inside a picture; the page has the whole sentence. */
export const failureWords: Readonly<Record<FailureKind, string>> = {
  diverged: 'diverged',
  'out-of-memory': 'out of memory',
  'device-lost': 'device lost',
  'no-backend': 'no backend',
  'bad-data': 'bad data',
  'no-gradient': 'no gradient',
  refused: 'cannot be drawn',
  internal: 'failed',
};

/** What became of an arm's networks that failed: "diverged at step 31", "2 of 5 diverged"; undefined if none did. */
export function armFailure(networks: readonly NetworkResults[]): string | undefined {
  const failures = networks.flatMap(({ failure }) => failure ?? []);
  const [first] = failures;
  if (!first) return undefined;
  const words = failureWords[first.kind];
  if (networks.length > 1) return `${failures.length} of ${networks.length} ${words}`;
  return first.step === undefined ? words : `${words} at step ${first.step}`;
}
