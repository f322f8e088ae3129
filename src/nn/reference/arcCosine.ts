/** κ₀(u) = (π − arccos u)/π = 2·E φ'φ' for ReLU and unit variances; u is held to [−1, 1] (Cho & Saul, 2009). */
export const kappa0 = (u: number): number => (Math.PI - Math.acos(held(u))) / Math.PI;

/** κ₁(u) = (u(π − arccos u) + √(1−u²))/π = 2·E φφ for ReLU and unit variances (Cho & Saul, 2009). */
export function kappa1(u: number): number {
  const t = held(u);
  return (t * (Math.PI - Math.acos(t)) + Math.sqrt((1 - t) * (1 + t))) / Math.PI;
}

const held = (u: number): number => Math.max(-1, Math.min(1, u));
