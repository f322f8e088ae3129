import type { Stream } from '../math/rng.ts';
import type { KernelState } from './KernelState.ts';
import type { Ops } from './Ops.ts';
import type { Parameter } from './Parameter.ts';

/** Hands out a network's parameters one after another, in the order in which `draw` lists them. */
export type NextParameter<T> = () => T;

/**
 * A piece of a network, written once: how its weights are drawn, what it does at finite width, and what it does to the
 * infinite-width kernels (NNGP and NTK).
 */
export interface Layer {
  readonly draw: (stream: Stream) => readonly Parameter[];
  readonly apply: <T>(ops: Ops<T>, next: NextParameter<T>, x: T) => T;
  readonly kernel: (state: KernelState) => KernelState;
}
