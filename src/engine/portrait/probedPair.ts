import type { Samples } from '../../nn/Dataset.ts';

/**
 * Two training samples whose angle is followed: the first, and the first of another class; without classes the one that is
 * farthest in angle. The same one twice if there is no other.
 */
export function probedPair({
  x,
  labels,
}: Pick<Samples, 'x' | 'labels'>): readonly [number, number] {
  const other = labels?.findIndex((label) => label !== labels[0]) ?? -1;
  if (other > 0) return [0, other];
  const row = (i: number): Float64Array => x.data.subarray(i * x.cols, (i + 1) * x.cols);
  const product = (a: Float64Array, b: Float64Array): number =>
    a.reduce((sum, value, k) => sum + value * b[k]!, 0);
  let [farthest, least] = [0, Infinity];
  for (let i = 1; i < x.rows; i++) {
    const size = Math.sqrt(product(row(i), row(i)));
    // Over the size of the first, which is the same for all; a sample of zeros has no angle.
    const cosine = size > 0 ? product(row(0), row(i)) / size : Infinity;
    if (cosine < least) [farthest, least] = [i, cosine];
  }
  return [0, farthest];
}
