import type { Dimensions } from '../nn/partsOf.ts';
import type { Failure } from '../spec/Failure.ts';
import { lossRefusal, type Targets } from '../spec/lossRefusal.ts';
import { refusalOf } from '../spec/refusalOf.ts';
import type { Arm } from '../spec/resolve.ts';
import type { FailureResult } from '../spec/Result.ts';

/** Tells of every arm whose weights cannot be drawn or whose loss cannot be taken as it asks, and returns the others. */
export function* withoutRefused(
  arms: readonly Arm[],
  dimensions: Dimensions & Targets,
): Generator<FailureResult, readonly Arm[]> {
  const fit: Arm[] = [];
  for (const arm of arms) {
    const refusal = refusalOf(arm, dimensions) ?? lossRefusal(arm, dimensions);
    if (refusal === undefined) fit.push(arm);
    else yield { kind: 'failure', failure: failureOf(arm, refusal) };
  }
  return fit;
}

/** What is wrong, then what to do: the first sentence, and the rest. */
function failureOf({ label }: Arm, refusal: string): Failure {
  const [sentence = refusal, action = ''] = refusal.split(/(?<=[.?!]) (?=\p{Lu})(.*)/su);
  return { kind: 'refused', sentence: `${label}: ${sentence}`, action, arm: label, seed: 0 };
}
