import type { FromWorker } from '../../spec/protocol.ts';
import type { Results } from '../../spec/Results.ts';
import { reduce } from '../reduce.ts';
import { withRateFrom } from '../withRate.ts';

/** The results with one message about the same run taken in. */
export function takeIn(results: Results, message: FromWorker): Results {
  if (message.kind === 'result') return reduce(results, message.result);
  if (message.kind === 'rate') return withAnswer(results, message);
  const live =
    results.status !== 'done' && results.status !== 'failed' && results.status !== 'stopped';
  return message.kind === 'paused' && live
    ? { ...results, status: message.paused ? 'paused' : 'running' }
    : results;
}

/** The rate of the first of the arms from the step on from which it holds; the others take theirs from it. */
function withAnswer(
  results: Results,
  { rates: [first], step }: Extract<FromWorker, { kind: 'rate' }>,
): Results {
  const index = results.arms.findIndex(({ label }) => label === first?.arm);
  if (!first || step === undefined || index < 0) return results;
  return { ...results, experiment: withRateFrom(results.experiment, index, { step, ...first }) };
}
