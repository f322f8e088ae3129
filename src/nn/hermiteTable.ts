/** Hermite functions on the nodes z ≥ 0 of the trapezoidal rule, with the rule's weights in them. */
export interface HermiteTable {
  readonly nodes: Float64Array;
  /**
   * Row j: h_j(z)·√density(z)·√weight with h_j orthonormal under the standard normal, so even rows are orthonormal among
   * themselves, and so are odd ones. Row 0 is also the root of the weights that E f(z)² takes.
   */
  readonly rows: readonly Float64Array[];
}

/**
 * At least `count` rows on nodes up to 13, where the density is 1e-37. Splitting the density over both factors of a product
 * keeps rows of high order finite. Kept between calls, because every layer asks again.
 */
export function hermiteTable(count: number, spacing: number): HermiteTable {
  const { nodes, rows } = tables.get(spacing) ?? begun(spacing);
  while (rows.length < count) {
    const j = rows.length - 1;
    const [before, last] = [rows[j - 1]!, rows[j]!];
    // z h_j = √(j+1) h_{j+1} + √j h_{j−1}
    rows.push(last.map((v, k) => (nodes[k]! * v - Math.sqrt(j) * before[k]!) / Math.sqrt(j + 1)));
  }
  return { nodes, rows };
}

interface Growing extends HermiteTable {
  readonly rows: Float64Array[];
}

const reach = 13;
const tables = new Map<number, Growing>();

function begun(spacing: number): Growing {
  const length = Math.round(reach / spacing) + 1;
  const nodes = Float64Array.from({ length }, (_, k) => k * spacing);
  // Every node but 0 stands for itself and its mirror image.
  const first = nodes.map(
    (z) => Math.sqrt((z > 0 ? 2 : 1) * spacing) * Math.exp((-z * z) / 4) * (2 * Math.PI) ** -0.25,
  );
  const table = { nodes, rows: [first, first.map((v, k) => v * nodes[k]!)] };
  tables.set(spacing, table);
  return table;
}
