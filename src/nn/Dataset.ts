import type { Matrix } from '../math/matrix.ts';
import type { Stream } from '../math/rng.ts';
import type { Grid } from './Grid.ts';
import type { Entry, Settings } from './Settings.ts';

/** Samples as drawn, training first, in the order in which the heat map shows them (by class or by angle). */
export interface Samples {
  /** n×d and n_test×d. */
  readonly x: Matrix;
  readonly xTest: Matrix;
  /** n×K and n_test×K: ±1 for two classes (K = 1), one-hot − 1/K for more, the target itself for a regression. */
  readonly y: Matrix;
  readonly yTest: Matrix;
  /** Class of each sample as an index into `classes`; absent for a regression. */
  readonly labels?: Int32Array;
  readonly labelsTest?: Int32Array;
  readonly classes?: readonly string[];
  /** A picture of each training sample, if it is one: side×side grey values 0 (paper) to 1 (ink), row-major. */
  readonly images?: { readonly side: number; readonly pixels: Float32Array };
  /** Place of each training sample on the circle or line, in radians or input units, if it has one. */
  readonly position?: Float64Array;
  /** What orders the samples: "by class", "by angle". */
  readonly order: string;
  /** How inputs were scaled, in words: "zero mean and unit variance over all training pixels". */
  readonly standardization: string;
}

/** A source of samples. `files` are fetched before `draw` and handed over by name. */
export interface Dataset extends Entry {
  readonly files: readonly string[];
  /** Throws a RangeError with a sentence if the settings ask for more than there is. */
  readonly draw: (
    settings: Settings,
    stream: Stream,
    files: ReadonlyMap<string, Uint8Array>,
  ) => Samples;
  /** Width of x and of y for these settings, without drawing, and how inputs lie if not in a line of single numbers. */
  readonly dimensions: (settings: Settings) => {
    readonly inputs: number;
    readonly outputs: number;
    readonly grid?: Grid;
  };
  /** The line or circle that samples lie on, for these settings, where `position` says where on it: the input at every place. */
  readonly along?: (settings: Settings) => {
    readonly shape: 'line' | 'circle';
    readonly input: (place: number) => readonly number[];
  };
  /** How many outputs there are, by the value of one setting, where it is not one: what `dimensions` says, as data. */
  readonly manyOutputs?: {
    readonly key: string;
    readonly counts: Readonly<Record<string, number>>;
  };
  readonly credit?: string;
}
