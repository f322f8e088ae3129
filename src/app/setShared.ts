import type { Settings } from '../nn/Settings.ts';
import { withShared } from '../state/editing.ts';
import { lab, setExperiment } from '../state/lab.ts';

/**
 * Sets values of what all arms share as its controls do, from within a picture; `settled` is false while a gesture goes on. Settings
 * that the present experiment does not have are passed over: a picture may still show an earlier one. Throws for values that may not be.
 */
export function setShared(values: Settings, settled: boolean): void {
  const { experiment } = lab.getState();
  const changed = Object.entries(values)
    .filter(([key]) => key in experiment.shared)
    .reduce((before, [key, value]) => withShared(before, key, value), experiment);
  setExperiment(changed, { commit: settled });
}
