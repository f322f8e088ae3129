/** A rectangle inside row-major storage: entry (i, j) is data[offset + i·stride + j]. */
export interface Block {
  readonly data: Float64Array;
  readonly offset: number;
  readonly stride: number;
}

/**
 * C += A·B for blocks of shape m×k, k×n and m×n; with `lower`, C must be square and only entries
 * that matter for its lower triangle are sure to be computed. C may not overlap A or B.
 */
export function accumulateProduct(
  c: Block,
  a: Block,
  b: Block,
  m: number,
  k: number,
  n: number,
  lower = false,
): void {
  const B = b.data;
  const C = c.data;
  // Slabs of B this thick stay in the second-level cache while every row of A passes over them.
  const slab = Math.max(8, 4 * Math.floor(16_384 / Math.max(n, 1)));
  for (let start = 0; start < k; start += slab) {
    const end = Math.min(k, start + slab);
    let i = 0;
    for (; i + 1 < m; i += 2) {
      const columns = lower ? i + 2 : n;
      const c0 = c.offset + i * c.stride;
      pairOfRows(C, c0, c0 + c.stride, a, i, B, b.offset, b.stride, start, end, columns);
    }
    if (i < m) lastRow(C, c.offset + i * c.stride, a, i, B, b.offset, b.stride, start, end, n);
  }
}

/** Two rows of C take four rows of B at a time: eight products per ten memory accesses. */
function pairOfRows(
  C: Float64Array,
  c0: number,
  c1: number,
  a: Block,
  i: number,
  B: Float64Array,
  bOffset: number,
  bStride: number,
  start: number,
  end: number,
  columns: number,
): void {
  const A = a.data;
  const a0 = a.offset + i * a.stride;
  const a1 = a0 + a.stride;
  let l = start;
  for (; l + 3 < end; l += 4) {
    const p0 = A[a0 + l]!;
    const p1 = A[a0 + l + 1]!;
    const p2 = A[a0 + l + 2]!;
    const p3 = A[a0 + l + 3]!;
    const q0 = A[a1 + l]!;
    const q1 = A[a1 + l + 1]!;
    const q2 = A[a1 + l + 2]!;
    const q3 = A[a1 + l + 3]!;
    const b0 = bOffset + l * bStride;
    const b1 = b0 + bStride;
    const b2 = b1 + bStride;
    const b3 = b2 + bStride;
    for (let j = 0; j < columns; j++) {
      const w = B[b0 + j]!;
      const x = B[b1 + j]!;
      const y = B[b2 + j]!;
      const z = B[b3 + j]!;
      C[c0 + j]! += p0 * w + p1 * x + p2 * y + p3 * z;
      C[c1 + j]! += q0 * w + q1 * x + q2 * y + q3 * z;
    }
  }
  for (; l < end; l++) {
    const p = A[a0 + l]!;
    const q = A[a1 + l]!;
    const b0 = bOffset + l * bStride;
    for (let j = 0; j < columns; j++) {
      const w = B[b0 + j]!;
      C[c0 + j]! += p * w;
      C[c1 + j]! += q * w;
    }
  }
}

function lastRow(
  C: Float64Array,
  c0: number,
  a: Block,
  i: number,
  B: Float64Array,
  bOffset: number,
  bStride: number,
  start: number,
  end: number,
  columns: number,
): void {
  const A = a.data;
  const a0 = a.offset + i * a.stride;
  for (let l = start; l < end; l++) {
    const p = A[a0 + l]!;
    const b0 = bOffset + l * bStride;
    for (let j = 0; j < columns; j++) C[c0 + j]! += p * B[b0 + j]!;
  }
}
