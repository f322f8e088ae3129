import { plainOps } from './plainOps.ts';

/** φ'(x) of an element-wise operation from x and y = φ(x), given the constant that the operation takes, if it does. */
export type EntrySlope = (x: number, y: number, constant: number) => number;

/** The derivatives of the operations that apply one function to every entry, by their names in `Ops`; 0 where φ jumps. */
export const entrySlopes: Readonly<Record<string, EntrySlope>> = {
  scale: (_x, _y, factor) => factor,
  shift: () => 1,
  relu: (x) => (x > 0 ? 1 : 0),
  leakyRelu: (x, _y, slope) => (x > 0 ? 1 : slope),
  step: () => 0,
  tanh: (_x, y) => 1 - y * y,
  erf: (x) => (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x),
  exp: (_x, y) => y,
  expm1: (_x, y) => y + 1,
  sin: (x) => Math.cos(x),
  cos: (x) => -Math.sin(x),
  sigmoid: (x, y) => y * plainOps.sigmoid(-x),
  softplus: (x) => plainOps.sigmoid(x),
};
