import { kappa0, kappa1 } from './arcCosine.ts';

/**
 * ResNTK r^{(L)}(u) between unit vectors with x·x' = u, with r(1) = 1: the NTK of x_ℓ = x_{ℓ−1} + α·√(1/m) V relu(√(2/m) W x_{ℓ−1})
 * over `blocks` = L blocks of which V and W train, the first and last maps being fixed (Huang et al., 2020; Belfer et al.,
 * 2024). For L = 1 it is `sphereFcNtk(u, 1)` whatever α.
 */
export function sphereResNtk(u: number, blocks: number, alpha: number): number {
  const square = alpha * alpha;
  // K_ℓ over its value at u = 1, (1+α²)^ℓ, so that depth cannot overflow; B likewise.
  const cosines = [u];
  for (let block = 1; block < blocks; block++) {
    const before = cosines[block - 1]!;
    cosines.push((before + square * kappa1(before)) / (1 + square));
  }
  let back = 1;
  let sum = 0;
  for (const cosine of cosines.reverse()) {
    sum += back * (kappa1(cosine) + cosine * kappa0(cosine));
    back *= (1 + square * kappa0(cosine)) / (1 + square);
  }
  return sum / (2 * blocks);
}
