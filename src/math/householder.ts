/** H = I − τ·v·vᵀ with v₀ = 1, and the number β in H·x = β·e₀. */
export interface Reflection {
  readonly tau: number;
  readonly beta: number;
}

/**
 * The Householder reflection that maps x = data[start..end) to a multiple of its first axis
 * (Golub & Van Loan 2013, §5.1); v replaces x in place. τ = 0, no reflection, where x already lies there.
 */
export function reflection(data: Float64Array, start: number, end: number): Reflection {
  const alpha = data[start]!;
  let largest = 0;
  for (let i = start + 1; i < end; i++) largest = Math.max(largest, Math.abs(data[i]!));
  data[start] = 1;
  if (largest === 0) return { tau: 0, beta: alpha };

  // Everything is measured in units of the largest entry, so no square over- or underflows.
  const unit = Math.max(largest, Math.abs(alpha));
  const first = alpha / unit;
  let squares = first * first;
  for (let i = start + 1; i < end; i++) {
    // Not ** 2: engines may round powers differently, and these numbers make the weights of a link.
    const x = data[i]! / unit;
    squares += x * x;
  }
  const beta = first > 0 ? -Math.sqrt(squares) : Math.sqrt(squares);
  for (let i = start + 1; i < end; i++) data[i] = data[i]! / unit / (first - beta);
  return { tau: (beta - first) / beta, beta: beta * unit };
}
