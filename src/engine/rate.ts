import { largestEigenvalue } from '../math/largestEigenvalue.ts';
import { mostFullRows } from '../spec/checks.ts';
import type { Arm } from '../spec/resolve.ts';
import type { RateResult } from '../spec/Result.ts';
import { empiricalNtk } from './empiricalNtk.ts';
import type { OpenNetwork, Run } from './Run.ts';
import { stabilityOf } from './stability.ts';
import { ratesOf } from './trainingRule.ts';

/**
 * The rate that a network trains with and the limit beyond which training on a constant kernel diverges.
 * `largest` is the kernel's largest eigenvalue; where that is of the mean of K blocks, λ_max is taken of the full kernel
 * if it has at most 1024 rows.
 */
export async function rateOf(
  run: Run,
  { rate }: Pick<Arm, 'rate'>,
  opened: OpenNetwork,
  largest: number,
): Promise<RateResult> {
  const { rows: n, cols: outputs } = run.samples.y;
  const whole = outputs === 1 || run.form === 'full';
  const fits = n * outputs <= mostFullRows;
  const lambda = whole || !fits ? largest : await ofFullKernel(run, opened);
  const { rule, trainer } = opened;
  const rates = ratesOf(trainer.network().layer, run.samples.x.cols, rule.outputScale);
  const stability = stabilityOf(rule, { samples: n, lambda, fastest: Math.max(0, ...rates) });
  return {
    kind: 'rate',
    ...opened.ref,
    eta: plainRate(rate, stability.stabilityLimit),
    ...stability,
    approximate: !whole && !fits,
  };
}

/** η of a rate that may be a multiple of the stability limit; as it stands where there is no limit. */
export const plainRate = ({ unit, value }: Arm['rate'], stabilityLimit: number): number =>
  unit === 'limit' && Number.isFinite(stabilityLimit) ? value * stabilityLimit : value;

async function ofFullKernel({ batch, samples }: Run, { trainer }: OpenNetwork): Promise<number> {
  const options = { outputs: samples.y.cols, form: 'full' } as const;
  return largestEigenvalue(await empiricalNtk(trainer.network(), batch.x, options));
}
