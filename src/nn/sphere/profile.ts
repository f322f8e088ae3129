import type { Layer } from '../Layer.ts';
import { infiniteKernel } from '../infiniteKernel.ts';
import { arc, type Plane } from './arc.ts';

/** A kernel between one input and others, by their angle to it, in shares of its value at angle 0. */
export interface Profile {
  readonly nngp: Float64Array;
  readonly ntk: Float64Array;
}

/**
 * k(θ)/k(0) of a network's infinite-width NNGP and NTK, between the input √d·first and those at `angles` (radians) from it in
 * the plane. Where k(0) is zero the shares are not numbers.
 */
export function profile(layer: Layer, plane: Plane, angles: Float64Array): Profile {
  const { nngp, ntk } = infiniteKernel(layer, arc(plane, [0]), arc(plane, [0, ...angles]));
  return { nngp: sharesOfFirst(nngp.data), ntk: sharesOfFirst(ntk.data) };
}

/** All but the first of `row`, divided by the first: what a kernel's row of an `arc` that starts at angle 0 makes of it. */
export const sharesOfFirst = (row: Float64Array): Float64Array =>
  row.slice(1).map((value) => value / row[0]!);
