import { armLabels, type Experiment } from '../spec/Experiment.ts';
import { runValues } from '../spec/values.ts';
import type { Results } from '../spec/Results.ts';

/** What is known of run number `run` before its first message: its arms by name, and how many steps it will take. */
export const emptyResults = (run: number, experiment: Experiment): Results => ({
  run,
  experiment,
  status: 'starting',
  arms: experiment.arms.map((_, index) => ({ label: armLabels[index] ?? 'A', networks: [] })),
  step: 0,
  steps: runValues(experiment).steps,
  timings: {},
});
