/** Where a plot's axes cross and end, in pixels, and how many labels they have room for. */
export interface PlotArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly mostX: number;
  readonly mostY: number;
}

/** The area inside the axes' numbers, below a strip of `strip` units of text; never empty, however small the plot. */
export function plotArea(
  size: { readonly width: number; readonly height: number },
  unit: number,
  strip: number,
): PlotArea {
  // "8×10⁻⁴" fits.
  const left = 4.6 * unit;
  const right = Math.max(left + 1, size.width - 0.8 * unit);
  const bottom = Math.max(1, size.height - 2.1 * unit);
  const top = Math.min(bottom - 1, (strip + 0.8) * unit);
  return {
    left,
    right,
    top,
    bottom,
    mostX: Math.max(2, Math.floor((right - left) / (5 * unit))),
    mostY: Math.max(2, Math.min(8, Math.floor((bottom - top) / (2.2 * unit)))),
  };
}
