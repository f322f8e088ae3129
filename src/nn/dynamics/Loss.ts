import type { Matrix } from '../../math/matrix.ts';

/** Losses by the words that a link uses. */
export const lossIds = ['mse', 'mse-sum', 'mse-mean', 'softmax', 'logistic'] as const;

/** One of the losses. */
export type LossId = (typeof lossIds)[number];

/** Those that are squares of the residual, beyond whose limit of the rate a model that is linear in its weights diverges. */
export const squareLosses: ReadonlySet<unknown> = new Set<LossId>(['mse', 'mse-sum', 'mse-mean']);

/**
 * What people read of a loss: its name, how it is written, the largest curvature that the kernel allows it, and 2 over that, the
 * rate beyond which gradient descent is unstable.
 */
export interface LossWords {
  readonly label: string;
  readonly formula: string;
  readonly curvature: string;
  readonly limit: string;
}

/** The words of every loss. */
export const lossWords: Readonly<Record<LossId, LossWords>> = {
  mse: {
    label: 'mean square, 1/2n',
    formula: '(1/2n)Σ‖f − y‖²',
    curvature: 'λ_max/n',
    limit: '2n/λ_max',
  },
  'mse-sum': {
    label: 'sum of squares, 1/2',
    formula: '½Σ‖f − y‖²',
    curvature: 'λ_max',
    limit: '2/λ_max',
  },
  // As Huang, Du & Xu (2021) train: twice the rate of the first.
  'mse-mean': {
    label: 'mean square, 1/n',
    formula: '(1/n)Σ‖f − y‖²',
    curvature: '2λ_max/n',
    limit: 'n/λ_max',
  },
  softmax: {
    label: 'softmax cross-entropy',
    formula: '(1/n)Σ −log softmax(f)_y',
    curvature: 'λ_max/2n',
    limit: '4n/λ_max',
  },
  logistic: {
    label: 'logistic',
    formula: '(1/n)Σ log(1 + e^{−yf})',
    curvature: 'λ_max/4n',
    limit: '8n/λ_max',
  },
};

/** What the derivatives of losses are written in; rows are samples. Run on float64 matrices and on tensors. */
export interface LossOps<T> {
  subtract(a: T, b: T): T;
  multiply(a: T, b: T): T;
  scale(a: T, factor: number): T;
  shift(a: T, c: number): T;
  /** 1 where x > 0, else 0. */
  step(a: T): T;
  /** 1/(1 + e^{−x}), of any size of x. */
  sigmoid(a: T): T;
  /** e^x over the sum of its row, of any size of x. */
  softmax(a: T): T;
  /** The sum of each row, at every entry of the row or as a column that stands for them. */
  rowSums(a: T): T;
}

/**
 * What training makes small: c·Σ_i ℓ(f(x_i), y_i) with outputs f and targets y, n×K. Targets are as data sets give them: ±1 in one
 * column for two classes, one-hot − 1/K for more, any numbers for a regression.
 */
export interface Loss {
  readonly id: LossId;
  /** Whether ℓ = ½‖f − y‖², so that training with a constant kernel has a closed form. */
  readonly isSquare: boolean;
  /** c for n samples: what multiplies Θ in ḟ = −η·c·Θ·ℓ′(f, y). */
  readonly normalization: (n: number) => number;
  /** The most that an eigenvalue of ℓ's Hessian by f can be: 1 for squares, 1/2 for softmax, 1/4 for logistic. */
  readonly curvature: number;
  /** The whole loss, c included, in float64. */
  readonly value: (f: Matrix, y: Matrix) => number;
  /** ∂ℓ/∂f of every sample, n×K: without c. */
  readonly slope: <T>(ops: LossOps<T>, f: T, y: T) => T;
}
