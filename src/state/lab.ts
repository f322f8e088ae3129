import { createStore } from 'zustand/vanilla';
import { repaired } from '../spec/checks.ts';
import { defaultExperiment } from '../spec/defaults.ts';
import type { Experiment } from '../spec/Experiment.ts';
import type { Results } from '../spec/Results.ts';
import { emptyResults } from './emptyResults.ts';
import { toLink } from './link/toLink.ts';
import { defaultView, type View } from './View.ts';

/** Everything that the page knows. */
export interface Lab {
  readonly experiment: Experiment;
  /** What in the link could not be used, or what had to be changed, one sentence each. */
  readonly problems: readonly string[];
  /** False while a slider is being dragged: one drag is one step of undo. */
  readonly committed: boolean;
  /** What panels draw; it may still be of the experiment before this one, until the new one has something to show. */
  readonly results: Results;
  readonly view: View;
  /** Training is to wait: this run, and those that start meanwhile. */
  readonly paused: boolean;
}

/** The page's one store. React reads it through `useLab`; history and wire are tied to it by subscription. */
export const lab = createStore<Lab>()(() => ({
  experiment: defaultExperiment,
  problems: [],
  committed: true,
  results: emptyResults(0, defaultExperiment),
  view: defaultView,
  paused: false,
}));

/** The store's type, for what is tied to it. */
export type LabStore = typeof lab;

/**
 * Takes a changed experiment, repairs what does not fit together and says so. `commit: false` while a control is still
 * being dragged. One that means the same leaves the old object in place, so that nothing is computed again.
 */
export function setExperiment(next: Experiment, { commit = true } = {}): void {
  const { experiment, problems } = repaired(next);
  const before = lab.getState().experiment;
  const same = toLink(experiment) === toLink(before);
  lab.setState({ experiment: same ? before : experiment, problems, committed: commit });
}

/** Changes what is looked at, and how. */
export const setView = (change: Partial<View>): void =>
  lab.setState(({ view }) => ({ view: { ...view, ...change } }));
