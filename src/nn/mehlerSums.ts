/** Coefficients of several inputs, each a row of groups of four, and how much of the series lies beyond each group. */
export interface MehlerRows {
  readonly groups: number;
  /** inputs×(4·groups). */
  readonly coefficients: Float64Array;
  /** inputs×(groups + 1): √(Σ a_m² from group g on), as a share of that of all; the last is zero. */
  readonly tails: Float64Array;
}

/** Rows of `terms` coefficients in groups. */
export function mehlerRows(values: Float64Array, terms: number): MehlerRows {
  const groups = Math.ceil(terms / 4);
  const inputs = values.length / terms;
  const coefficients = new Float64Array(inputs * 4 * groups);
  const tails = new Float64Array(inputs * (groups + 1));
  for (let i = 0; i < inputs; i++) {
    coefficients.set(values.subarray(i * terms, (i + 1) * terms), i * 4 * groups);
    const first = i * (groups + 1);
    for (let g = groups - 1; g >= 0; g--) {
      tails[first + g] = tails[first + g + 1]!;
      for (let m = 4 * (i * groups + g); m < 4 * (i * groups + g + 1); m++)
        tails[first + g]! += coefficients[m]! ** 2;
    }
    const whole = tails[first]!;
    for (let g = 0; g < groups; g++)
      tails[first + g] = whole > 0 ? Math.sqrt(tails[first + g]! / whole) : 0;
  }
  return { groups, coefficients, tails };
}

/** Below this share, which is a thirtieth of what float64 can tell, what is left of a series is left out. */
const negligible = 3e-18;

/** Columns whose coefficients stay in the cache while all rows pass over them. */
const tile = 16;

/**
 * Adds Σ_m a_m b_m ρ^{2m}, times ρ where `odd`, for every pair of rows; only where column ≥ row if `upper`. A series ends
 * where what is left of it, at most ρ^{2m} times both tails (Cauchy–Schwarz), is negligible.
 */
export function addMehlerSums(
  into: Float64Array,
  rho: Float64Array,
  left: MehlerRows,
  right: MehlerRows,
  odd: boolean,
  upper: boolean,
): void {
  const { groups, coefficients: a, tails: above } = left;
  const { coefficients: b, tails: beside } = right;
  const rows = above.length / (groups + 1);
  const columns = beside.length / (groups + 1);
  for (let start = 0; start < columns; start += tile) {
    const end = Math.min(columns, start + tile);
    for (let i = 0; i < rows; i++)
      for (let j = upper ? Math.max(i, start) : start; j < end; j++) {
        const r = rho[i * columns + j]!;
        const x = r * r;
        const x4 = x * x * x * x;
        let m = 4 * i * groups;
        let n = 4 * j * groups;
        let g = i * (groups + 1);
        let h = j * (groups + 1);
        let power = 1;
        let sum = 0;
        do {
          const low = a[m]! * b[n]! + x * a[m + 1]! * b[n + 1]!;
          const high = a[m + 2]! * b[n + 2]! + x * a[m + 3]! * b[n + 3]!;
          sum += power * (low + x * x * high);
          power *= x4;
          m += 4;
          n += 4;
          g += 1;
          h += 1;
        } while (power * above[g]! * beside[h]! > negligible);
        into[i * columns + j]! += odd ? r * sum : sum;
      }
  }
}
