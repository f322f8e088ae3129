import type { OutputsResult } from '../spec/Result.ts';
import type { NetworkResults } from '../spec/Results.ts';
import { inStepOrder } from './inStepOrder.ts';

/** What the outputs of a network on all samples may take in the page. */
const mostBytes = 2 ** 23;

/**
 * The outputs of an arm's first network with those of one more step, in order; the latest ones where there is
 * no room for all.
 */
export function keptOutputs(
  list: NonNullable<NetworkResults['outputs']>,
  { step, f, fTest }: OutputsResult,
): NonNullable<NetworkResults['outputs']> {
  const all = inStepOrder(list, { step, f, fTest });
  return all.slice(-Math.max(1, Math.floor(mostBytes / (f.byteLength + fTest.byteLength))));
}
