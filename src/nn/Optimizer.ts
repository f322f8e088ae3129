import type { Entry, Settings } from './Settings.ts';

/** What update rules are written in, entry by entry: run on plain numbers in float64 and on tensors in float32. */
export interface VectorOps<T> {
  add(a: T, b: T): T;
  subtract(a: T, b: T): T;
  multiply(a: T, b: T): T;
  divide(a: T, b: T): T;
  scale(a: T, factor: number): T;
  /** a + c at every entry. */
  shift(a: T, c: number): T;
  sqrt(a: T): T;
}

/** What one step does to one array of weights: w ← w − η·direction, and what is remembered for the next. */
export interface Update<T> {
  readonly direction: T;
  readonly memory: readonly T[];
}

/**
 * How weights follow their gradient. All rules leave η out of what they remember, so that a rate that changes on the way takes
 * effect at once and changes nothing else.
 */
export interface Optimizer extends Entry {
  /** Where the rule is from. */
  readonly source: string;
  /** How many arrays it remembers for each array of weights; zero at the start. */
  readonly memory: number;
  /** The `count`-th step (from 1) along `gradient`, from what is remembered. */
  readonly update: <T>(
    ops: VectorOps<T>,
    gradient: T,
    memory: readonly T[],
    settings: Settings,
    count: number,
  ) => Update<T>;
  /**
   * s in η < 2s/h, the rates at which the rule converges on a quadratic loss whose largest curvature is h: 1 for gradient
   * descent. Absent of adaptive rules.
   */
  readonly stability?: (settings: Settings) => number;
  /** The same factor in a formula: '', '(1 + β)·'. */
  readonly stabilityWords?: string;
  /** The length of a step does not follow that of the gradient, so that curvature alone sets no limit to η. */
  readonly adaptive?: true;
}
