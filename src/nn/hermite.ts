/**
 * Hermite coefficients of a function under the standard normal: a_j(q) = E φ(√q z) h_j(z), h_j orthonormal.
 * By the trapezoidal rule on [−13, 13], which converges geometrically for a smooth φ: the integrand vanishes at both
 * ends to 1e-18.
 */
export function hermiteCoefficients(
  f: (x: number) => number,
  variance: number,
  count: number,
): Float64Array {
  const { nodes, rows } = table(count);
  const root = Math.sqrt(variance);
  const weighted = Float64Array.from(
    nodes,
    (z, k) => f(root * z) * (halfDensity[k] ?? 0) * spacing,
  );
  return Float64Array.from({ length: count }, (_, j) => inner(rows[j] ?? weighted, weighted));
}

/** E f(√q z)² by the same rule: what Σ a_j² must reach, so the difference is the mass left out by truncation. */
export function meanSquare(f: (x: number) => number, variance: number): number {
  const root = Math.sqrt(variance);
  return nodes.reduce(
    (sum, z, k) => sum + f(root * z) ** 2 * (halfDensity[k] ?? 0) ** 2 * spacing,
    0,
  );
}

const reach = 13;
const spacing = 0.05;
const nodes = Float64Array.from(
  { length: Math.round((2 * reach) / spacing) + 1 },
  (_, k) => k * spacing - reach,
);
/** Square root of the normal density: splitting it over both factors keeps Hermite functions of high order finite. */
const halfDensity = nodes.map((z) => Math.exp((-z * z) / 4) / (2 * Math.PI) ** 0.25);

let known: Float64Array[] = [];

/** Rows j = 0 … count−1 of h_j(z)·√density(z) on the nodes; z h_j = √(j+1) h_{j+1} + √j h_{j−1}. */
function table(count: number): { nodes: Float64Array; rows: readonly Float64Array[] } {
  if (known.length === 0) known = [halfDensity, halfDensity.map((v, k) => v * (nodes[k] ?? 0))];
  while (known.length < count) {
    const j = known.length - 1;
    const last = known[j] ?? halfDensity;
    const before = known[j - 1] ?? halfDensity;
    known.push(
      last.map(
        (v, k) => ((nodes[k] ?? 0) * v - Math.sqrt(j) * (before[k] ?? 0)) / Math.sqrt(j + 1),
      ),
    );
  }
  return { nodes, rows: known };
}

const inner = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
};
