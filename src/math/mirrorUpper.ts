/** Copies the upper triangle of an n×n matrix to the lower one, in tiles, since either side strides through memory. */
export function mirrorUpper(values: Float64Array, n: number): void {
  const tile = 16;
  for (let top = 0; top < n; top += tile)
    for (let left = top; left < n; left += tile)
      for (let i = top; i < Math.min(n, top + tile); i++)
        for (let j = Math.max(left, i + 1); j < Math.min(n, left + tile); j++)
          values[j * n + i] = values[i * n + j]!;
}
