import type { ReactNode } from 'react';
import type { Settings } from '../nn/Settings.ts';
import type { Results } from '../spec/Results.ts';

/** What a person has chosen to look at; changing it recomputes nothing. */
export interface PanelView {
  /** The step that pictures of Θ_t show: the nearest kernel at or before it. */
  readonly step: number | 'last';
  /** Two training samples (row i, column j of a kernel) that the pointer or the keyboard is on. */
  readonly highlight: SamplePair | undefined;
  /** For canvases, which cannot read custom properties as they paint. */
  readonly dark: boolean;
  /** Which of the panel's `options` is shown; absent for a panel without any. */
  readonly option?: string;
}

/** One of several pictures that a panel can draw of the same results. */
export interface PanelOption {
  /** The word in a link. */
  readonly value: string;
  readonly label: string;
}

/** Two training samples by index. */
export interface SamplePair {
  readonly i: number;
  readonly j: number;
}

/** What a plot is given. It draws itself at any size from these alone. */
export interface PlotProps {
  readonly results: Results;
  readonly view: PanelView;
  /** In CSS pixels, the area that the plot fills. */
  readonly size: { readonly width: number; readonly height: number };
  readonly onHighlight: (pair: SamplePair | undefined) => void;
  /**
   * Sets values of an arm (0 is A), keyed as in a link; `settled` is false while a gesture goes on. Absent where the experiment
   * cannot be changed.
   */
  readonly onSet?: (arm: number, values: Settings, settled: boolean) => void;
  /** Likewise, of what all arms share. */
  readonly onSetShared?: (values: Settings, settled: boolean) => void;
}

/** A picture's numbers, for reading instead of seeing. Cells are already in words and rounded figures. */
export interface PanelTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Words that answer "what am I looking at?". */
export interface PanelExplanation {
  /** Two sentences. */
  readonly sentences: readonly [string, string];
  readonly formula: ReactNode;
  /** Author and year of where the formula comes from. */
  readonly source: string;
}

/** A picture of the results with everything that surrounds it. */
export interface PanelDefinition {
  readonly id: string;
  readonly title: string;
  /** All pictures that a link may ask for. */
  readonly options?: readonly PanelOption[];
  /** Those of them that there are of these results; `options` if absent. The first is shown unless another is chosen. */
  readonly choices?: (results: Results) => readonly PanelOption[];
  readonly subtitle: (results: Results, view: PanelView) => string;
  readonly Plot: (props: PlotProps) => ReactNode;
  /** What is shown, in truth: which step, width, scaling, seed, mean of how many, what is noise. */
  readonly caption: (results: Results, view: PanelView) => string;
  readonly table: (results: Results, view: PanelView) => PanelTable;
  readonly explain: PanelExplanation;
}
