/**
 * atan2(s, c) for s ≥ 0, the angle in [0, π], to 1e-15 and in less than half the time: the library's is a call that engines do not
 * inline. The ray (|c|, s) is turned back by the nearest of 33 known rays (1 − t, t), t = k/32, which leaves an angle
 * with a tangent z below 1/30 and five terms of its series z − z³/3 + z⁵/5 − ….
 */
export function angleOf(s: number, c: number): number {
  const side = Math.abs(c);
  const sum = side + s;
  if (!(sum > 0 && sum < Infinity)) return Math.atan2(s, c);
  const k = ((32 * s) / sum + 0.5) | 0;
  const t = k * 0.03125;
  const z = (s * (1 - t) - side * t) / (side * (1 - t) + s * t);
  const w = z * z;
  const rest = z + z * w * (w * (1 / 5 + w * (w * (1 / 9) - 1 / 7)) - 1 / 3);
  const angle = known[k]! + rest;
  return c < 0 ? Math.PI - angle : angle;
}

const known = Float64Array.from({ length: 33 }, (_, k) => Math.atan2(k, 32 - k));
