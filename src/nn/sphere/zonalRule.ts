import { gaussLegendre } from '../../math/gaussLegendre.ts';
import type { GaussRule } from '../../math/gaussRule.ts';

/**
 * Angles in (0, π), ascending, and weights with ∫₀^π f(θ) dθ ≈ Σ weights·f(nodes): 24 Gauss–Legendre nodes on each of 84
 * panels, no wider than π/64 and halved ten times towards either end. A network's kernel has a kink where inputs are
 * equal or opposite, and the deeper the network, the closer to it everything happens.
 */
export function zonalRule(): GaussRule {
  rule ??= onPanels();
  return rule;
}

let rule: GaussRule | undefined;

const widest = Math.PI / 64;
const halvings = 10;

function onPanels(): GaussRule {
  const { nodes, weights } = gaussLegendre(24);
  const starts = borders();
  const angles = new Float64Array(2 * (starts.length - 1) * nodes.length);
  const measures = new Float64Array(angles.length);
  starts.slice(1).forEach((end, panel) => {
    const half = (end - starts[panel]!) / 2;
    nodes.forEach((x, k) => {
      const at = panel * nodes.length + k;
      const mirror = angles.length - 1 - at;
      angles[at] = starts[panel]! + half * (1 + x);
      angles[mirror] = Math.PI - angles[at];
      measures[at] = measures[mirror] = half * weights[k]!;
    });
  });
  return { nodes: angles, weights: measures };
}

/** From 0 to π/2; the other half is its mirror image, so that even and odd functions keep their parity exactly. */
const borders = (): readonly number[] => [
  0,
  ...Array.from({ length: halvings }, (_, j) => widest / 2 ** (halvings - j)),
  ...Array.from({ length: 32 }, (_, j) => (j + 1) * widest),
];
