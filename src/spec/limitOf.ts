import type { Matrix } from '../math/matrix.ts';
import type { Grid } from '../nn/Grid.ts';
import type { LimitFacts } from '../nn/Initializer.ts';
import { mapsOf, trace } from '../nn/trace.ts';
import { layerOf } from './layerOf.ts';
import { nonlinearityOf } from './nonlinearityOf.ts';
import type { Arm } from './resolve.ts';
import { schemesOf } from './schemesOf.ts';

/** Whether an arm's infinite-width kernels say anything of its networks: with what to know of them, or why not. */
export type ArmLimit =
  | { readonly exists: true; readonly note: string }
  | {
      readonly exists: false;
      readonly reason: string;
      /** There is no NTK, but an NNGP kernel. */
      readonly nngpExists?: true;
    };

/** The limit of an arm on inputs x (n×d), for people; `note` is empty where there is nothing to add. */
export function limitOf(arm: Arm, x: Matrix, grid?: Grid): ArmLimit {
  const { architecture, activation, parameterization, layerRates } = arm;
  // A mirrored network is two of its kind, with the same limit.
  const single = layerOf({ ...arm, mirrored: false }, { inputs: x.cols, outputs: 1, grid });
  const steps = trace(single, x.cols);
  const maps = mapsOf(steps);
  const { fanIn: seen, fanOut: width } = maps[0] ?? { fanIn: x.cols, fanOut: 1 };
  // Some architectures have no activation, whatever the arm's is.
  const linear =
    activation.entry.linear === true || steps.every(({ op }) => op === 'input' || op === 'affine');
  const facts: LimitFacts = {
    // A part of a sample may hold a single number that is not zero.
    inputConcentration: seen < x.cols ? 1 : inputConcentration(x),
    linearActivation: linear,
    inputs: seen,
    nonlinearity: nonlinearityOf(arm),
    architecture: architecture.entry.id,
  };
  const limits = schemesOf(arm, maps.length).map(({ scheme, place }) =>
    scheme.entry.limit({ ...facts, settings: scheme.settings, ...(place && { place }) }),
  );
  const none = limits.find(({ exists }) => !exists);
  if (none && !none.exists) return none;
  const { withoutNtk } = activation.entry;
  if (withoutNtk !== undefined && !linear)
    return { exists: false, reason: withoutNtk, nngpExists: true };
  const notes = [
    ...limits.map((limit) => (limit.exists ? limit.note : undefined)),
    parameterization === 'standard' &&
      !layerRates &&
      `standard scaling: the NTK grows with the width; shown is its leading order at width ${width}`,
    architecture.entry.followsWidth &&
      `the weights' variances depend on the width; taken at width ${width}`,
    gainFollowsWidth(arm, seen, width) &&
      `the first layer's weight variance depends on the width; taken at width ${width}`,
  ];
  // Two places may have a fact in common.
  const told = new Set(notes.flatMap((note) => (typeof note === 'string' ? note.split('; ') : [])));
  return { exists: true, note: [...told].join('; ') };
}

/** The largest Σx⁴/(Σx²)² over the rows of x that are not zero: 1/d for a row spread evenly over d entries, 1 for one. */
export function inputConcentration({ rows, cols, data }: Matrix): number {
  const concentrations = Array.from({ length: rows }, (_, i) => {
    const row = data.subarray(i * cols, (i + 1) * cols);
    // Relative to the largest entry, so that fourth powers neither overflow nor vanish.
    const largest = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const squares = row.map((value) => (value / largest) ** 2);
    const sum = squares.reduce((total, square) => total + square, 0);
    return largest > 0 ? squares.reduce((total, s) => total + s * s, 0) / sum ** 2 : 0;
  });
  return concentrations.reduce((most, value) => Math.max(most, value), 0);
}

/** Glorot: the first layer has as many inputs as the data, however wide it is, so its variance falls with the width. */
const gainFollowsWidth = (arm: Arm, inputs: number, width: number): boolean => {
  const { weightVariance } = arm;
  const { entry, settings } = arm.overrides.first ?? arm.initializer;
  const shape = {
    fanIn: inputs,
    place: 'first',
    nonlinearity: nonlinearityOf(arm),
  } as const;
  const gain = (fanOut: number): number =>
    entry.gain({ ...shape, fanOut }, weightVariance, settings);
  return gain(width) !== gain(2 * width);
};
