import type { OutputsAt } from '../curves.ts';
import { predictedOutputs } from '../predictedOutputs.ts';
import type { LiveNetwork, Run } from '../Run.ts';

/** What linear theory from Θ_0 says of a network's outputs, step by step. */
export interface TangentOutputs {
  /** Undefined where it says nothing of this step. Steps are best asked for in order. */
  readonly at: (step: number) => Promise<OutputsAt | undefined>;
}

/**
 * The tangent outputs of a network at these steps, which are recorded ones, worked out as they are asked for. Nothing where
 * there is no theory, or from where on it takes too long.
 */
export function tangentOutputs(
  { breathe }: Pick<Run, 'breathe'>,
  tangent: LiveNetwork['tangent'],
  steps: readonly number[],
): TangentOutputs {
  if (!tangent) return { at: () => Promise.resolve(undefined) };
  const { predictor, prediction } = tangent;
  const begin = () => predictedOutputs(predictor, { ...prediction, steps }, breathe);
  let chunks = begin();
  let ready: readonly OutputsAt[] = [];
  return {
    at: async (step) => {
      // Training has gone back.
      if (step < (ready[0]?.step ?? 0)) {
        chunks = begin();
        ready = [];
      }
      while (!ready.some((outputs) => outputs.step >= step)) {
        const next = await chunks.next();
        if (next.done) return undefined;
        ready = next.value;
      }
      return ready.find((outputs) => outputs.step === step);
    },
  };
}
