import sin from '@stdlib/math-base-special-sin';

/** A function on [−1, 1] to be learned; `k` is the number of full waves, where it has waves. */
export interface Curve {
  readonly label: string;
  readonly at: (x: number, k: number) => number;
}

/** Curves by their word in a link. */
export const curves: Readonly<Record<string, Curve>> = {
  sine: { label: 'sin πkx', at: (x, k) => sin(Math.PI * k * x) },
  sines: {
    label: 'sin πkx + ½ sin 3πkx',
    at: (x, k) => sin(Math.PI * k * x) + 0.5 * sin(3 * Math.PI * k * x),
  },
  step: { label: 'step', at: (x) => (x >= 0 ? 1 : -1) },
  abs: { label: '|x|', at: (x) => Math.abs(x) },
  cubic: { label: 'cubic 4x³ − 3x', at: (x) => x * (4 * x * x - 3) },
};
