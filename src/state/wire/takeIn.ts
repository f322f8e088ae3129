import type { FromWorker } from '../../spec/protocol.ts';
import type { Results } from '../../spec/Results.ts';
import { reduce } from '../reduce.ts';

/** The results with one message about the same run taken in. */
export function takeIn(results: Results, message: FromWorker): Results {
  if (message.kind === 'result') return reduce(results, message.result);
  const live =
    results.status !== 'done' && results.status !== 'failed' && results.status !== 'stopped';
  return message.kind === 'paused' && live
    ? { ...results, status: message.paused ? 'paused' : 'running' }
    : results;
}
