import { largestEigenvalue } from '../math/largestEigenvalue.ts';
import { mostFullRows } from '../spec/checks.ts';
import type { Arm } from '../spec/resolve.ts';
import type { RateResult } from '../spec/Result.ts';
import { empiricalNtk } from './empiricalNtk.ts';
import type { OpenNetwork, Run } from './Run.ts';

/**
 * The rate that a network trains with and the limit 2n/λ_max(Θ_0) beyond which descent on a constant kernel diverges.
 * `largest` is the kernel's largest eigenvalue; where that is of the mean of K blocks, λ_max is taken of the full kernel
 * if it has at most 1024 rows.
 */
export async function rateOf(
  run: Run,
  { rate }: Arm,
  opened: OpenNetwork,
  largest: number,
): Promise<RateResult> {
  const { rows: n, cols: outputs } = run.samples.y;
  const whole = outputs === 1 || run.form === 'full';
  const fits = n * outputs <= mostFullRows;
  const lambda = whole || !fits ? largest : await ofFullKernel(run, opened);
  const stabilityLimit = (2 * n) / lambda;
  return {
    kind: 'rate',
    ...opened.ref,
    eta: rate.unit === 'limit' ? rate.value * stabilityLimit : rate.value,
    stabilityLimit,
    approximate: !whole && !fits,
  };
}

async function ofFullKernel({ batch, samples }: Run, { trainer }: OpenNetwork): Promise<number> {
  const options = { outputs: samples.y.cols, form: 'full' } as const;
  return largestEigenvalue(await empiricalNtk(trainer.network(), batch.x, options));
}
