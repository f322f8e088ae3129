import type { Experiment } from '../spec/Experiment.ts';
import type { BackendId } from '../spec/Result.ts';
import { sampleCountOf } from '../spec/sampleCountOf.ts';
import { sharedValues } from '../spec/values.ts';

/** Light, dark, or what the system says. */
export const themes = ['system', 'light', 'dark'] as const;

/** One of the themes. */
export type Theme = (typeof themes)[number];

/**
 * The page's sets of panels: how networks learn, what they are before they do, what their initializers do to signals, and where
 * training leaves the theory.
 */
export const sheets = ['training', 'network', 'initialization', 'dynamics'] as const;

/** One of the sets. */
export type Sheet = (typeof sheets)[number];

/**
 * What a person has chosen to look at, and how. Changing it recomputes nothing, but for `backend`: another machine
 * computes the same experiment again.
 */
export interface View {
  /** The step that pictures of Θ_t show. */
  readonly step: number | 'last';
  readonly theme: Theme;
  /** Which panels are on the page. */
  readonly sheet: Sheet;
  /** Place of the arm that is in front; 0 is A. */
  readonly selectedArm: number;
  /** Two training samples that the pointer or the keyboard is on. */
  readonly highlight: { readonly i: number; readonly j: number } | undefined;
  /** What panels show of what they can, by their ids; the first of a panel's options where there is nothing. */
  readonly options: Readonly<Record<string, string | undefined>>;
  /** The panel that fills the page, by its id. */
  readonly enlarged: string | undefined;
  /** The backend asked for by name; otherwise the best that works. */
  readonly backend: BackendId | undefined;
}

/** The view of someone who has not touched anything. */
export const defaultView: View = {
  step: 'last',
  theme: 'system',
  sheet: 'training',
  selectedArm: 0,
  highlight: undefined,
  options: {},
  enlarged: undefined,
  backend: undefined,
};

/** The same view, but for an arm or samples that this experiment does not have. */
export function viewOf(experiment: Experiment, view: View): View {
  const { selectedArm, highlight } = view;
  const lastArm = experiment.arms.length - 1;
  const n = sampleCountOf(sharedValues(experiment));
  const lost = highlight !== undefined && !(Math.max(highlight.i, highlight.j) < n);
  if (selectedArm <= lastArm && !lost) return view;
  return {
    ...view,
    selectedArm: Math.min(selectedArm, lastArm),
    highlight: lost ? undefined : highlight,
  };
}
