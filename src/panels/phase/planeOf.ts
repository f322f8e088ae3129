import { linear } from '../../catalog/activations/linear.ts';
import { criticalSet, type CriticalSet } from '../../nn/criticalLine.ts';
import { meanSquaresOf, tabulated, type MeanSquares } from '../../nn/meanSquares.ts';
import type { Arm } from '../../spec/resolve.ts';

/** What is known of the plane of one activation, whoever's settings lie in it. */
export interface PhasePlane {
  /** The activation's id and settings, in one word. */
  readonly key: string;
  readonly id: string;
  /** "tanh", "leaky ReLU". */
  readonly name: string;
  readonly mean: MeanSquares;
  readonly critical: CriticalSet;
}

const known = new Map<string, PhasePlane>();

/** The plane of an arm's activation; computed once for each. An architecture without activations has that of a linear one. */
export function planeOf({ activation, architecture }: Arm): PhasePlane {
  const { entry, settings } =
    architecture.entry.id === 'linear2' ? { entry: linear, settings: {} } : activation;
  const key = JSON.stringify([entry.id, settings]);
  const found = known.get(key);
  if (found) return found;
  const exact = meanSquaresOf(entry, settings);
  // A closed form is as fast as a table.
  const mean = entry.dual ? exact : tabulated(exact);
  const plane = { key, id: entry.id, name: entry.label, mean, critical: criticalSet(mean) };
  known.set(key, plane);
  return plane;
}
