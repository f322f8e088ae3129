import type { BackendId } from '../spec/Result.ts';

/** Light, dark, or what the system says. */
export type Theme = 'system' | 'light' | 'dark';

/** What a person has chosen to look at, and how; changing it recomputes nothing (but for `backend`, which starts anew). */
export interface View {
  /** The step that pictures of Θ_t show. */
  readonly step: number | 'last';
  readonly theme: Theme;
  /** Place of the arm whose kernel and settings are in front; 0 is A. */
  readonly selectedArm: number;
  /** Two training samples that the pointer or the keyboard is on. */
  readonly highlight: { readonly i: number; readonly j: number } | undefined;
  /** The panel that fills the page, by its id. */
  readonly enlarged: string | undefined;
  /** The backend asked for by name; otherwise the best that works. */
  readonly backend: BackendId | undefined;
}

/** The view of someone who has not touched anything. */
export const defaultView: View = {
  step: 'last',
  theme: 'system',
  selectedArm: 0,
  highlight: undefined,
  enlarged: undefined,
  backend: undefined,
};
