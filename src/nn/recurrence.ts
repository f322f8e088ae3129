import type { Grid } from './Grid.ts';
import type { Layer, NextParameter } from './Layer.ts';
import type { Ops } from './Ops.ts';
import { presence } from './presence.ts';
import { recurrentKernel } from './recurrentKernel.ts';

/** One layer of a recurrent network. */
export interface Cell {
  /** W, from this layer's state a step before; it has no bias. */
  readonly fromBefore: Layer;
  /** U, from the layer below or the inputs. */
  readonly fromBelow: Layer;
  /** From a whole sample to the state before its first step; zero if absent. */
  readonly start?: Layer;
}

/** What a recurrent network is made of. */
export interface RecurrenceOptions {
  /** One row, T columns, the numbers of a step as channels. */
  readonly grid: Grid;
  readonly cells: readonly Cell[];
  readonly activation: Layer;
  /** The last state only, n×width, or the states of all steps side by side, n×(T·width). */
  readonly states: 'last' | 'all';
}

/**
 * An Elman network: g^{(ℓ,t)} = W^ℓ h^{(ℓ,t−1)} + U^ℓ h^{(ℓ−1,t)} + b^ℓ, h = φ(g), h^{(0,t)} = x_t, with the same weights at every step.
 * Sequences end together: steps before a sequence's first number that is not zero are not there, and its states are zero
 * until it begins. Kernels: see `recurrentKernel` (Alemohammad et al., 2021).
 */
export function recurrence(options: RecurrenceOptions): Layer {
  const { grid, states } = options;
  // A single step from nothing has no use for W.
  const cells = options.cells.map((cell) =>
    grid.columns === 1 && !cell.start ? { ...cell, fromBefore: nothing } : cell,
  );
  const parts = cells.map(({ start = nothing, fromBefore, fromBelow }) => [
    fromBelow,
    fromBefore,
    start,
  ]);
  return {
    shapes: parts.flat().flatMap(({ shapes }) => shapes),
    ...(states === 'all' && { pairs: grid.columns }),
    draw: (stream) =>
      parts.flatMap((maps, place) =>
        maps.flatMap((map, part) => map.draw(stream.fork(`${place}/${part}`))),
      ),
    apply: (ops, next, x) => run({ ...options, cells }, ops, next, x),
    kernel: ({ inputs }) => {
      if (!inputs) throw new Error('a recurrent network must be the first of its layers');
      return recurrentKernel({ ...options, cells }, inputs.rows, inputs.columns);
    },
  };
}

const nothing: Layer = {
  shapes: [],
  draw: () => [],
  apply: (_ops, _next, x) => x,
  kernel: (state) => state,
};

function run<T>(
  { grid, cells, activation, states }: RecurrenceOptions,
  ops: Ops<T>,
  next: NextParameter<T>,
  x: T,
): T {
  const { columns: steps, channels } = grid;
  const present = presence(ops, x, grid);
  let below = Array.from({ length: steps }, (_, t) =>
    ops.columns(x, t * channels, (t + 1) * channels),
  );
  for (const cell of cells) {
    const fresh = below.map(held(cell.fromBelow, ops, next));
    const fromBefore = held(cell.fromBefore, ops, next);
    const start = cell.start?.apply(ops, next, x);
    let before = start;
    below = fresh.map((input, t) => {
      const sum = before === undefined ? input : ops.add(fromBefore(before), input);
      const state = ops.weighRows(activation.apply(ops, next, sum), present[t]!);
      before = start === undefined ? state : ops.add(state, absentStart(ops, start, present[t]!));
      return state;
    });
  }
  return states === 'all' ? ops.join(below) : below.at(-1)!;
}

/** A layer with its parameters taken once, to be applied at every step. */
function held<T>(layer: Layer, ops: Ops<T>, next: NextParameter<T>): (x: T) => T {
  const parameters = layer.shapes.map(() => next());
  return (x) => {
    let place = 0;
    return layer.apply(ops, () => parameters[place++]!, x);
  };
}

/** The start where a sequence has not begun yet, else zero. */
const absentStart = <T>(ops: Ops<T>, start: T, present: T): T =>
  ops.weighRows(start, ops.shift(ops.scale(present, -1), 1));
