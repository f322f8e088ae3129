/** The largest f(x, i); NaN if there is one. */
export function largest(values: ArrayLike<number>, f: (x: number, i: number) => number): number {
  return Math.max(...Array.from(values, f));
}
