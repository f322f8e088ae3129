import { largestRitz, type Ritz } from './ritz.ts';

/** What Lanczos iteration does with vectors, wherever they are. What `combined` returns is freed by who asked for it. */
export interface VectorSpace<V> {
  /** ⟨u, v⟩ for each u. */
  readonly overlaps: (us: readonly V[], v: V) => Promise<readonly number[]>;
  /** factor·v − Σ_k c_k·u_k, a new vector. */
  readonly combined: (v: V, factor: number, us: readonly V[], cs: readonly number[]) => V;
  readonly free: (v: V) => void;
}

/** How far to go: products at most (default 20), and the residual norm, relative to the eigenvalue, that is small enough (10⁻³). */
export interface LanczosOptions {
  readonly products?: number;
  readonly tolerance?: number;
}

/** The largest eigenvalue as far as it is known, NaN where the product is not finite. */
export interface Largest extends Ritz {
  /** Products taken. */
  readonly products: number;
}

/**
 * The largest eigenvalue (not the largest magnitude) of a symmetric operator of which only products are known, by Lanczos
 * iteration with full reorthogonalization (Golub & Van Loan 2013, §10.1, §10.3), and the residual norm of its eigenpair. Where it
 * stops at `products` the value is a lower bound. `start` is consumed; what `product` returns is freed here.
 */
export async function lanczos<V>(
  { overlaps, combined, free }: VectorSpace<V>,
  product: (v: V) => V | Promise<V>,
  start: V,
  { products = 20, tolerance = 1e-3 }: LanczosOptions = {},
): Promise<Largest> {
  const basis: V[] = [];
  const diagonal: number[] = [];
  const offDiagonal: number[] = [];
  const add = (v: V, norm: number): void => {
    basis.push(combined(v, 1 / norm, [], []));
    free(v);
  };
  const [square = NaN] = await overlaps([start], start);
  add(start, Math.sqrt(square));
  try {
    for (let k = 0; ; k++) {
      const image = await product(basis[k]!);
      const first = await overlaps(basis, image);
      diagonal.push(first[k]!);
      const once = combined(image, 1, basis, first);
      free(image);
      // Twice is enough (Parlett 1998, §6.9): the second pass removes what rounding left of the first.
      const second = await overlaps([...basis, once], once);
      const left = second.slice(0, -1);
      const rest = combined(once, 1, basis, left);
      free(once);
      const beta = Math.sqrt(Math.max(0, second.at(-1)! - sumOfSquares(left)));
      if (!Number.isFinite(diagonal[k]) || !Number.isFinite(beta)) {
        free(rest);
        return { value: NaN, residual: NaN, error: NaN, products: k + 1 };
      }
      const ritz = largestRitz(diagonal, offDiagonal, beta);
      const size = Math.max(...diagonal.map(Math.abs), ...offDiagonal);
      // Beyond this, what is left is rounding: the vectors so far span all that the operator can reach.
      const exhausted = beta <= 1e-7 * size || k + 1 === products;
      if (exhausted || ritz.residual <= tolerance * Math.abs(ritz.value)) {
        free(rest);
        return { ...ritz, products: k + 1 };
      }
      offDiagonal.push(beta);
      add(rest, beta);
    }
  } finally {
    basis.forEach(free);
  }
}

const sumOfSquares = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value * value, 0);
