import type { Settings } from '../nn/Settings.ts';
import { withArm } from '../state/editing.ts';
import { lab, setExperiment } from '../state/lab.ts';

/**
 * Sets values of an arm (0 is A) as its controls do, from within a picture; `settled` is false while a gesture goes on. Without
 * effect on an arm that is no more: a picture may still show an earlier experiment. Throws for values that may not be.
 */
export function setArm(arm: number, values: Settings, settled: boolean): void {
  const { experiment } = lab.getState();
  if (!(arm in experiment.arms)) return;
  const changed = Object.entries(values).reduce(
    (before, [key, value]) => withArm(before, arm, key, value),
    experiment,
  );
  setExperiment(changed, { commit: settled });
}
