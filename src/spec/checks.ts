import type { Experiment } from './Experiment.ts';
import { outputsOf } from './outputsOf.ts';
import { sampleCountOf } from './sampleCountOf.ts';
import { runValues, sharedValues } from './values.ts';

/** An experiment that can be run, and what had to be changed for it, in sentences. */
export interface Repaired {
  readonly experiment: Experiment;
  readonly problems: readonly string[];
}

/** Rows that a full kernel may have: 8 MiB in float64, and an eigen-decomposition of seconds. */
export const mostFullRows = 1024;

/**
 * Holds settings against each other that are valid one by one. A full kernel of more than `mostFullRows` rows becomes
 * the mean of its diagonal blocks. What only drawing can find, such as too few samples of a class, is left to that.
 */
export function repaired(experiment: Experiment): Repaired {
  const values = sharedValues(experiment);
  const { kernel } = runValues(experiment);
  const outputs = outputsOf(values);
  const n = sampleCountOf(values);
  const rows = n * outputs;
  if (kernel === 'mean' || rows <= mostFullRows) return { experiment, problems: [] };
  return {
    experiment: { ...experiment, shared: { ...experiment.shared, kernel: 'mean' } },
    problems: [
      `kernel=full would have ${rows} rows (n = ${n} times K = ${outputs} outputs), more than ${mostFullRows}; ` +
        `kernel=mean is used instead.`,
    ],
  };
}
