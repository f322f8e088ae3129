import { kappa0, kappa1 } from './arcCosine.ts';

/**
 * The NTK of a fully connected ReLU network with He scaling and no biases between unit vectors with x·x' = u, divided by its
 * value at u = 1; `hidden` counts the nonlinear layers: T ← Tκ₀(Σ) + κ₁(Σ), Σ ← κ₁(Σ) from T = Σ = u, then T/(hidden + 1)
 * (Bietti & Bach, 2021).
 */
export function sphereFcNtk(u: number, hidden: number): number {
  let [covariance, tangent] = [u, u];
  for (let layer = 0; layer < hidden; layer++) {
    const next = kappa1(covariance);
    tangent = tangent * kappa0(covariance) + next;
    covariance = next;
  }
  return tangent / (hidden + 1);
}
