import stdlibErf from '@stdlib/math-base-special-erf';

/** erf x = (2/√π)·∫₀ˣ exp(−t²) dt in float64, to within an ulp or so, with the same bits in every engine. */
export function erf(x: number): number {
  return stdlibErf(x);
}
