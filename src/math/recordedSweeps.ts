/** Sweeps of plane rotations of neighbouring columns, put off so that many are carried out in one pass. */
export interface RecordedSweeps {
  /** Starts a sweep over columns low to high; rotations of (low, low + 1), (low + 1, low + 2), … follow. */
  begin(low: number, high: number): void;
  /** Rotates the sweep's next two columns: (x, y) becomes (s·y + c·x, c·y − s·x). */
  rotate(c: number, s: number): void;
  /** Carries out what is recorded. */
  apply(): void;
}

/**
 * Sweeps over `rows`, which holds whole rows of length n. A row stays in the first-level cache for all
 * recorded sweeps, which makes the eigenvectors of a large matrix several times faster.
 */
export function recordedSweeps(rows: Float64Array, n: number): RecordedSweeps {
  const capacity = Math.max(n, 8192);
  const turns = new Float64Array(2 * capacity);
  let count = 0;
  let spans: { first: number; low: number }[] = [];

  function apply(): void {
    const bounds = spans.map(({ first, low }, k) => ({
      first,
      low,
      length: (spans[k + 1]?.first ?? count) - first,
    }));
    const height = rows.length / n;
    let row = 0;
    for (; row + 3 < height; row += 4) {
      for (const { first, low, length } of bounds)
        turnFour(rows, n, row, low, turns, first, length);
    }
    for (; row < height; row++) {
      for (const { first, low, length } of bounds) turnOne(rows, n, row, low, turns, first, length);
    }
    spans = [];
    count = 0;
  }

  return {
    begin(low, high) {
      if (count + high - low > capacity) apply();
      spans.push({ first: count, low });
    },
    rotate(c, s) {
      turns[2 * count] = c;
      turns[2 * count + 1] = s;
      count++;
    },
    apply,
  };
}

/** One sweep on four rows: their chains of dependent operations run side by side. */
function turnFour(
  rows: Float64Array,
  n: number,
  row: number,
  low: number,
  turns: Float64Array,
  first: number,
  length: number,
): void {
  let i0 = row * n + low;
  let i1 = i0 + n;
  let i2 = i1 + n;
  let i3 = i2 + n;
  let x0 = rows[i0]!;
  let x1 = rows[i1]!;
  let x2 = rows[i2]!;
  let x3 = rows[i3]!;
  for (let k = 2 * first; k < 2 * (first + length); k += 2) {
    const c = turns[k]!;
    const s = turns[k + 1]!;
    const y0 = rows[i0 + 1]!;
    const y1 = rows[i1 + 1]!;
    const y2 = rows[i2 + 1]!;
    const y3 = rows[i3 + 1]!;
    rows[i0++] = s * y0 + c * x0;
    rows[i1++] = s * y1 + c * x1;
    rows[i2++] = s * y2 + c * x2;
    rows[i3++] = s * y3 + c * x3;
    x0 = c * y0 - s * x0;
    x1 = c * y1 - s * x1;
    x2 = c * y2 - s * x2;
    x3 = c * y3 - s * x3;
  }
  rows[i0] = x0;
  rows[i1] = x1;
  rows[i2] = x2;
  rows[i3] = x3;
}

function turnOne(
  rows: Float64Array,
  n: number,
  row: number,
  low: number,
  turns: Float64Array,
  first: number,
  length: number,
): void {
  let i = row * n + low;
  let x = rows[i]!;
  for (let k = 2 * first; k < 2 * (first + length); k += 2) {
    const y = rows[i + 1]!;
    rows[i++] = turns[k + 1]! * y + turns[k]! * x;
    x = turns[k]! * y - turns[k + 1]! * x;
  }
  rows[i] = x;
}
