import type { PositionOps } from './PositionOps.ts';

/** Which of an affine map's arrays are trained; the others stay as drawn and add nothing to the NTK. */
export interface Trained {
  readonly weight: boolean;
  readonly bias: boolean;
}

/** What multiplies the parts of the training kernel of an affine map's arrays; see `AffineWeights.rates`. */
export interface Rates {
  readonly weight: number;
  readonly bias: number;
}

/** The trainable arrays of one affine map as an interpreter holds them, with the factors of the parameterization. */
export interface AffineWeights<T> {
  /** in×out. */
  readonly weight: T;
  /** out; absent when the layer has no bias. */
  readonly bias?: T;
  readonly weightScale: number;
  readonly biasScale: number;
  /** Absent where all that there is trains. */
  readonly trained?: Trained;
  /**
   * How fast the arrays train relative to η, over α² where the output is scaled by α: what their parts of the kernel are times
   * in ḟ = −η·c·Θ·ℓ′. All 1 if absent.
   */
  readonly rates?: Rates;
}

/**
 * The operations that a network is written in; `T` is what an interpreter takes for a tensor (a number, a float64
 * matrix, a tfjs tensor). Element-wise operations keep the shape.
 */
export interface Ops<T> extends PositionOps<T> {
  add(a: T, b: T): T;
  subtract(a: T, b: T): T;
  multiply(a: T, b: T): T;
  scale(a: T, factor: number): T;
  /** a + c at every entry. */
  shift(a: T, c: number): T;
  /** max(x, 0); its derivative at 0 is 0. */
  relu(a: T): T;
  /** x where x > 0, slope·x elsewhere; its derivative at 0 is the slope. */
  leakyRelu(a: T, slope: number): T;
  /** 1 where x > 0, else 0; its derivative is 0 everywhere. */
  step(a: T): T;
  tanh(a: T): T;
  erf(a: T): T;
  exp(a: T): T;
  /** e^x − 1, which keeps its digits near 0. */
  expm1(a: T): T;
  sin(a: T): T;
  cos(a: T): T;
  /** 1/(1 + e^{−x}). */
  sigmoid(a: T): T;
  /** log(1 + e^x). */
  softplus(a: T): T;
  /** weightScale·x·W + biasScale·b with x n×in: the only operation that holds trainable parameters. */
  affine(x: T, weights: AffineWeights<T>): T;
  /** Is told what an activation took in and handed on, by an interpreter that wants to know. */
  activated?(input: T, output: T): void;
}
