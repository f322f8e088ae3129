/** Labels of two equal classes in order; the first has one more where the count is odd. */
export const halves = (count: number): Int32Array =>
  Int32Array.from({ length: count }, (_, i) => (2 * i < count ? 0 : 1));
