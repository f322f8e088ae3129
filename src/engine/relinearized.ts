import type { Matrix } from '../math/matrix.ts';
import type { Result } from '../spec/Result.ts';
import { relinearizable } from '../spec/predictable.ts';
import { crossKernel } from './crossKernel.ts';
import { predictionOf } from './predictionOf.ts';
import { predictedCurve, predictionResult } from './predictions.ts';
import type { LiveNetwork, Run } from './Run.ts';
import { eighTiming } from './spectra.ts';
import type { TrainingRule } from './trainingRule.ts';

/** Whether a network that trains by a rule is to be predicted anew from where it is at a step. */
export const isTangentStep = (
  { shared }: Pick<Run, 'shared'>,
  rule: Pick<TrainingRule, 'optimizer' | 'decay'>,
  step: number,
): boolean => step > 0 && step === shared.relinearize && relinearizable(rule).exists;

/**
 * Reads off a network where it is now, `theta` being its kernel there, what the rest of its training is predicted from. Returns the
 * prediction, which is made beside training: its kernel is decomposed on another thread where there is one.
 */
export async function relinearized(
  run: Run,
  network: Pick<LiveNetwork, 'ref' | 'rule' | 'rate' | 'trainer'>,
  theta: Matrix,
): Promise<{ readonly answer: Promise<readonly Result[]> }> {
  const start = await network.trainer.outputs();
  const cross = await crossKernel(run, network);
  const answer = async (): Promise<readonly Result[]> => {
    const { value: kernel, ms } = await run.environment.eigh(theta);
    const curve = await predictedCurve(
      { theta, kernel, cross },
      predictionOf(run, network, start),
      run.breathe,
    );
    return [eighTiming(ms), predictionResult(network.ref, 'relinearized', curve, start.step)];
  };
  return { answer: answer() };
}
