import { createStore } from 'zustand/vanilla';
import { repaired } from '../spec/checks.ts';
import { defaultExperiment } from '../spec/defaults.ts';
import type { Experiment } from '../spec/Experiment.ts';
import type { Results } from '../spec/Results.ts';
import { emptyResults } from './emptyResults.ts';
import { toLink } from './link/toLink.ts';
import type { AskedRate } from './presentRate.ts';
import { defaultView, viewOf, type View } from './View.ts';

/** Everything that the page knows. */
export interface Lab {
  readonly experiment: Experiment;
  /** What in the link could not be used, or what had to be changed, one sentence each. */
  readonly problems: readonly string[];
  /** False while a control is being dragged: one drag is one step of undo. */
  readonly committed: boolean;
  /**
   * What panels draw. While a new run has nothing to show this is still the one before it, with its own experiment and
   * the status 'starting'.
   */
  readonly results: Results;
  readonly view: View;
  /** Training is to wait: this run, and those that start meanwhile. */
  readonly paused: boolean;
  /** A rate that is being set while networks train, until the worker has said from which step it holds. */
  readonly askedRate: AskedRate | undefined;
}

/** A store of what the page knows; the page has one, `lab`. */
export const createLab = () =>
  createStore<Lab>()(() => ({
    experiment: defaultExperiment,
    problems: [],
    committed: true,
    results: emptyResults(0, defaultExperiment),
    view: defaultView,
    paused: false,
    askedRate: undefined,
  }));

/** The store's type, for what is tied to it by subscription: history and wire. */
export type LabStore = ReturnType<typeof createLab>;

/** The page's store. React reads it through `useLab`. */
export const lab = createLab();

/** What goes with a new experiment. */
export interface Taken {
  readonly problems: readonly string[];
  readonly committed: boolean;
}

/**
 * Puts a valid experiment in place. One that means what the present one means leaves the old object there, so that
 * nothing is computed again. The view lets go of arms and samples that are no more.
 */
export const takeExperiment = (
  store: LabStore,
  next: Experiment,
  { problems, committed }: Taken,
): void =>
  store.setState(({ experiment: before, view }) => {
    const experiment = toLink(next) === toLink(before) ? before : next;
    return { experiment, problems, committed, view: viewOf(experiment, view) };
  });

/**
 * Takes an experiment that a person has changed; repairs what does not fit together and says so, until the next change.
 * `commit: false` while a control is still being dragged; what has been said in the drag stays until it ends.
 */
export function setExperiment(changed: Experiment, { commit = true } = {}): void {
  const { committed, problems: said } = lab.getState();
  const { experiment, problems } = repaired(changed);
  takeExperiment(lab, experiment, {
    problems: committed ? problems : [...new Set([...said, ...problems])],
    committed: commit,
  });
}

/** Changes what is looked at, and how. */
export const setView = (change: Partial<View>): void =>
  lab.setState(({ view }) => ({ view: { ...view, ...change } }));
