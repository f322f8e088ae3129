/** A grid of values, row by row from the top, at places on two axes. */
export interface Field {
  readonly values: ArrayLike<number>;
  readonly columns: ArrayLike<number>;
  readonly rows: ArrayLike<number>;
}

type Place = readonly [x: number, y: number];

/**
 * Where a field is zero, as pieces of straight lines that each cross one cell between four neighbouring values, along whose
 * sides the field is taken as straight (marching squares; where two opposite corners are positive, the mean decides).
 */
export function zeroLines({ values, columns, rows }: Field): readonly (readonly [Place, Place])[] {
  const pieces: (readonly [Place, Place])[] = [];
  const width = columns.length;
  for (let i = 0; i + 1 < rows.length; i++) {
    for (let j = 0; j + 1 < width; j++) {
      // Corners around the cell, beginning at the upper left.
      const corners = [
        [j, i],
        [j + 1, i],
        [j + 1, i + 1],
        [j, i + 1],
      ] as const;
      const heights = corners.map(([c, r]) => values[r * width + c]!);
      if (!heights.every(Number.isFinite)) continue;
      const crossings = corners.flatMap(([c, r], k): Place[] => {
        const [a, b] = [heights[k]!, heights[(k + 1) % 4]!];
        if (a > 0 === b > 0) return [];
        const [nextColumn, nextRow] = corners[(k + 1) % 4]!;
        const share = a / (a - b);
        return [
          [
            columns[c]! + share * (columns[nextColumn]! - columns[c]!),
            rows[r]! + share * (rows[nextRow]! - rows[r]!),
          ],
        ];
      });
      const [p, q, r, s] = crossings;
      if (!p || !q) continue;
      if (!r || !s) {
        pieces.push([p, q]);
        continue;
      }
      const middle = heights.reduce((sum, height) => sum + height, 0) / 4;
      // The sides' crossings in order: top, right, bottom, left.
      pieces.push(
        ...(middle > 0 === heights[0]! > 0
          ? ([
              [p, q],
              [r, s],
            ] as const)
          : ([
              [s, p],
              [q, r],
            ] as const)),
      );
    }
  }
  return pieces;
}
