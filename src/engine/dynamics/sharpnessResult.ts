import { largestGaussNewton } from '../../nn/dynamics/gaussNewton.ts';
import { topOutputs } from '../../nn/dynamics/topOutputs.ts';
import { mostFullRows } from '../../spec/checks.ts';
import type { SharpnessResult } from '../../spec/Result.ts';
import { empiricalNtk } from '../empiricalNtk.ts';
import { EngineFailure } from '../EngineFailure.ts';
import type { OpenNetwork, Run } from '../Run.ts';
import { stabilityFactor } from '../stability.ts';
import { sharpness } from './sharpness.ts';

/**
 * How curved the loss is where a network now is, beside what the rate η that it goes on with bears. Undefined where its numbers have
 * left float32.
 */
export async function sharpnessResult(
  run: Run,
  { ref, rule, trainer }: Pick<OpenNetwork, 'ref' | 'rule' | 'trainer'>,
  eta: number,
): Promise<SharpnessResult | undefined> {
  const { rows: n, cols: outputs } = run.samples.y;
  const form = outputs > 1 && n * outputs <= mostFullRows ? 'full' : 'mean';
  try {
    const theta = await empiricalNtk(trainer.network(), run.batch.x, { outputs, form });
    const { f } = await trainer.outputs();
    const gaussNewton = await largestGaussNewton(theta, rule.loss, f);
    const found = await sharpness(run, rule, trainer.network(), topOutputs(theta, n, outputs));
    if (found && !Number.isFinite(found.value)) return undefined;
    const factor = stabilityFactor(rule);
    return {
      kind: 'sharpness',
      ...ref,
      step: trainer.step(),
      hessian: found?.value ?? NaN,
      residual: found?.residual ?? NaN,
      gaussNewton,
      limit: factor === undefined ? NaN : (2 * factor) / eta,
      ...(!found && { note: tooLarge }),
    };
  } catch (error) {
    if (error instanceof EngineFailure && error.failure.kind === 'diverged') return undefined;
    throw error;
  }
}

const tooLarge = 'The Hessian of so large a network on so many samples would take too long.';
