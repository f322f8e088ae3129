import type { Matrix } from '../math/matrix.ts';
import { empiricalNtk, type SeePart } from './empiricalNtk.ts';
import type { OpenNetwork, Results, Run } from './Run.ts';

/** Measures the NTK of a network as it is now, shows it (and its parts to `see`) and returns it. Throws as `empiricalNtk` does. */
export async function* measureKernel(
  { environment, batch, form, samples }: Run,
  { ref, trainer }: Pick<OpenNetwork, 'ref' | 'trainer'>,
  see?: SeePart,
): Results<Matrix> {
  const began = environment.now();
  const theta = await empiricalNtk(
    trainer.network(),
    batch.x,
    { outputs: samples.y.cols, form },
    see,
  );
  yield { kind: 'timing', name: 'ntk_ms', ms: environment.now() - began };
  yield {
    kind: 'kernel',
    arm: ref.arm,
    seed: ref.seed,
    step: trainer.step(),
    size: theta.rows,
    values: Float32Array.from(theta.data),
  };
  return theta;
}
