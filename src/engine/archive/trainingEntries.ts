import type {
  FunctionResult,
  HierarchyResult,
  LazyResult,
  MarkResult,
  ModesResult,
  MovementResult,
  SharpnessResult,
} from '../../spec/Result.ts';
import { joinedModes } from '../../spec/joinedModes.ts';
import type { NpyArray } from './npy.ts';

/** Results that follow a network as it trains, besides its curves and kernels. */
type Followed =
  FunctionResult | HierarchyResult | LazyResult | MarkResult | MovementResult | SharpnessResult;

/** The arrays that an archive keeps of such a result, by their names below the network's. */
export function trainingEntries(
  result: Followed,
): readonly (readonly [name: string, array: NpyArray])[] {
  switch (result.kind) {
    case 'movement':
      return [
        [`weight_change/${result.step}`, vector(result.weights)],
        [`layer_change/${result.step}`, vector(result.kernels)],
        [
          `centred_alignment/${result.step}`,
          vector(Float64Array.of(result.centredStart, result.centredTarget)),
        ],
      ];
    case 'sharpness': {
      const { step, hessian, gaussNewton, limit } = result;
      return [[`sharpness/${step}`, vector(Float64Array.of(hessian, gaussNewton, limit))]];
    }
    case 'lazy':
      return [[`lazy/${result.step}`, vector(Float64Array.of(result.outputs, result.outputsTest))]];
    case 'hierarchy':
      return result.rate === undefined
        ? []
        : [['hierarchy_rate', vector(Float64Array.of(result.rate))]];
    case 'function': {
      const { inputs, dimension } = result.grid;
      const rows = inputs.length / dimension;
      return [
        // The same at every step.
        ...(result.step === 0
          ? [['function/inputs', { shape: [rows, dimension], values: inputs }] as const]
          : []),
        [
          `function/${result.step}`,
          { shape: [rows, result.values.length / rows], values: result.values },
        ],
      ];
    }
    case 'mark':
      return [];
  }
}

/** Modes of all chunks, which come in the order of steps, together. */
export function modesEntries(
  chunks: readonly ModesResult[],
): readonly (readonly [name: string, array: NpyArray])[] {
  const [first, ...rest] = chunks;
  if (!first) return [];
  const { eigenvalues, steps, measured, predicted } = rest.reduce(joinedModes, first);
  const shape = [eigenvalues.length, steps.length];
  return [
    ['modes/steps', vector(steps)],
    ['modes/measured', { shape, values: measured }],
    ['modes/predicted', { shape, values: predicted }],
  ];
}

const vector = (values: NpyArray['values']): NpyArray => ({ shape: [values.length], values });
