import type { Layer } from '../../nn/Layer.ts';
import type { SignalProbe } from '../../nn/networkSignals.ts';
import { mapsOf } from '../../nn/trace.ts';
import type { Arm } from '../../spec/resolve.ts';
import { initializerAt } from './initializerAt.ts';

/** Multiplications that all draws may take together: a second or two. */
const budget = 2e9;
const [fewest, most] = [8, 1000];

const places = ['first', 'inner', 'readout'] as const;

/** A drawn number takes as long as so many multiplications, and one with heavy tails some more. */
const [perNumber, perHeavyNumber] = [100, 400];

/** And so does an entry on the way, beside the products that it is a sum of. */
const perEntry = 10;

/** Multiplications without a chance for others: some ten milliseconds. */
const inOneGo = 2e7;

/** How many networks are drawn, and how many of them without a chance for others. */
export interface DrawCount {
  readonly draws: number;
  readonly together: number;
}

/**
 * How many networks of an arm there is time to draw, run and differentiate; it depends on sizes alone, so that the same link
 * gives the same numbers.
 */
export function drawCount(arm: Arm, layer: Layer, { trace: { steps }, x }: SignalProbe): DrawCount {
  const outputs = steps.at(-1)!.features;
  const entries = places.map((place) => initializerAt(arm, place).entry);
  const joint = entries.some((entry) => entry.joint);
  const each = entries.some(({ heavy }) => heavy) ? perHeavyNumber : perNumber;
  const running = mapsOf(steps).reduce(
    (sum, { positions, fanIn, fanOut }) => sum + positions * fanIn * fanOut,
    0,
  );
  const size = steps.reduce((sum, { positions, features }) => sum + positions * features, 0);
  const drawing = layer.shapes.reduce((sum, { shape: [rows = 1, cols = 1] }) => {
    const decomposition = joint ? 1.5 * rows * cols * Math.min(rows, cols) : 0;
    return sum + each * rows * cols + decomposition;
  }, 0);
  const cost = drawing + (running + perEntry * size) * x.rows * (1 + outputs);
  return {
    draws: Math.max(fewest, Math.min(most, Math.floor(budget / cost))),
    together: Math.max(1, Math.floor(inOneGo / cost)),
  };
}
