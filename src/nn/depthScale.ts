import type { MeanField } from './meanField.ts';

/**
 * ξ = 1/|ln χ₁|, in layers: a gradient's mean square shrinks (χ₁ < 1) or grows (χ₁ > 1) by a factor e over so many. In the ordered
 * phase inputs become alike at the same rate, ξ_c = −1/ln χ₁ (Schoenholz et al., 2017); in the chaotic phase, where their
 * correlation settles below one, near inputs part at it. Infinity on the critical line.
 */
export const depthScale = ({ slope }: MeanField): number => 1 / Math.abs(Math.log(slope));
