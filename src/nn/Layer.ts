import type { Stream } from '../math/rng.ts';
import type { KernelState } from './KernelState.ts';
import type { Ops } from './Ops.ts';
import type { Parameter, ParameterShape } from './Parameter.ts';

/** Hands out a network's parameters one after another, in the order in which `draw` lists them. */
export type NextParameter<T> = () => T;

/**
 * A piece of a network, written once: how its weights are drawn, what it does at finite width, and what it does to the
 * infinite-width kernels (NNGP and NTK).
 */
export interface Layer {
  /** What `draw` will draw, in its order. */
  readonly shapes: readonly ParameterShape[];
  /** Entries that the kernels hold on their way for each pair of samples; 1 if absent, P or P² with P positions. */
  readonly pairs?: number;
  /** The layers that it is a chain of, where it is one: all that it does, they do one after another. */
  readonly parts?: readonly Layer[];
  readonly draw: (stream: Stream) => readonly Parameter[];
  readonly apply: <T>(ops: Ops<T>, next: NextParameter<T>, x: T) => T;
  readonly kernel: (state: KernelState) => KernelState;
}
