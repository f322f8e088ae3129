/**
 * How the modes of a square loss are learned while the kernel stays: given x = ηcλ of a mode, and then a number of steps t, it
 * is q_t(x), so that the share x·q_t of the mode is learned, 1 − x·q_t is left, and other inputs have moved by ηc·q_t times what
 * the kernel says. In gradient descent q_t = Σ_{s<t} (1 − x)^s.
 */
export type Motion = (x: number) => (t: number) => number;

/** Gradient descent: q_t = (1 − (1 − x)^t)/x, which is t at x = 0; beyond x = 2 it grows without bound. */
export const descent: Motion = (x) => (t) =>
  Math.abs(x) < least ? t : (x < 1 ? -Math.expm1(t * Math.log1p(-x)) : 1 - (1 - x) ** t) / x;

/** Gradient flow, the limit of small steps, in units of steps: q_t = (1 − e^{−xt})/x (Lee et al., 2019). */
export const flow: Motion = (x) => (t) => (Math.abs(x) < least ? t : -Math.expm1(-x * t) / x);

/** Below this, x·q_t is zero in float64 for any t. */
const least = 1e-290;
