import { gaussLegendre } from '../../math/gaussLegendre.ts';
import type { Covariance } from '../Activation.ts';

/**
 * E f(u)f(v) for (u, v) ~ N(0, covariance) by plain two-dimensional quadrature: sixteen Gauss–Legendre nodes on each of many
 * short panels, with a border wherever u or v is zero, so that a kink there costs no accuracy. Slow and certain.
 */
export function pairMean(
  f: (x: number) => number,
  { k11, k12, k22 }: Covariance,
  panel = 0.5,
): number {
  const root = Math.sqrt(k11);
  const lean = k11 > 0 ? k12 / root : 0;
  const spread = Math.sqrt(Math.max(0, k22 - lean * lean));
  const given = (z: number): number => {
    const centre = lean * z;
    if (spread === 0) return f(centre);
    return normalMean((w) => f(centre + spread * w), -centre / spread, panel);
  };
  return normalMean((z) => f(root * z) * given(z), 0, panel);
}

/** E g(z), z ~ N(0, 1), for g smooth on either side of `kink`. */
export function normalMean(g: (z: number) => number, kink: number, panel = 0.5): number {
  const border = Math.max(-reach, Math.min(reach, kink));
  return onPanels(g, -reach, border, panel) + onPanels(g, border, reach, panel);
}

const reach = 9;

function onPanels(g: (z: number) => number, from: number, to: number, panel: number): number {
  const { nodes, weights } = gaussLegendre(16);
  const count = Math.ceil((to - from) / panel);
  const half = (to - from) / count / 2;
  let sum = 0;
  for (let p = 0; p < count; p++) {
    const centre = from + (2 * p + 1) * half;
    for (let k = 0; k < nodes.length; k++) {
      const z = centre + half * nodes[k]!;
      sum += weights[k]! * half * g(z) * Math.exp((-z * z) / 2);
    }
  }
  return sum / Math.sqrt(2 * Math.PI);
}
