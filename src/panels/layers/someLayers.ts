/** At most `most` of `count` places, the first and the last among them and the others at even distances. */
export function someLayers(count: number, most: number): readonly number[] {
  const shown = Math.min(count, Math.max(2, most));
  if (shown < 2) return Array.from({ length: shown }, (_, k) => k);
  return Array.from({ length: shown }, (_, k) => Math.round((k * (count - 1)) / (shown - 1)));
}
