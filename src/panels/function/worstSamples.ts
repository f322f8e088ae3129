import { matrix } from '../../math/matrix.ts';
import { lossOf } from '../../nn/dynamics/losses.ts';
import type { ArmLabel } from '../../spec/Experiment.ts';
import { resolveArms } from '../../spec/resolve.ts';
import type { DataResult } from '../../spec/Result.ts';
import type { Results } from '../../spec/Results.ts';
import { armCalls } from '../armCalls.ts';
import { armFailure } from '../failureWords.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import type { PanelView } from '../Panel.ts';
import { latestAt, stepShown } from '../shown.ts';

/** One training sample and what a network makes of it. */
export interface JudgedSample {
  readonly index: number;
  readonly loss: number;
  readonly outputs: Float64Array;
  /** Names of its class and of the one that the network puts it in; empty for a regression. */
  readonly truth: string;
  readonly guess: string;
}

/** The training samples of one arm's first network, the largest loss first. */
export interface WorstArm {
  readonly label: ArmLabel;
  readonly name: string;
  readonly letter: string;
  readonly step: number | undefined;
  readonly samples: readonly JudgedSample[];
  readonly failure: string | undefined;
}

/** What every arm's first network makes of the training samples at the step that is shown, worst first, by the arm's own loss. */
export function worstSamples(results: Results, view: PanelView): readonly WorstArm[] {
  const { data } = results;
  const calls = armCalls(results);
  const step = stepShown(results, view);
  const losses = resolveArms(results.experiment).map(({ loss }) => lossOf(loss));
  return results.arms.map(({ label, networks }, index) => {
    const outputs = latestAt(networks[0]?.outputs ?? [], step);
    const loss = losses[index]!;
    const judged =
      data && outputs
        ? Array.from({ length: data.n }, (_, i) => judgedSample(data, outputs, i, loss.value))
        : [];
    return {
      label,
      ...calls[index]!,
      step: outputs?.step,
      samples: judged.sort((a, b) => b.loss - a.loss),
      failure: armFailure(networks.slice(0, 1)),
    };
  });
}

function judgedSample(
  { outputs: k, y, labels, classes = [] }: DataResult,
  { f }: { readonly f: Float64Array },
  index: number,
  value: (f: ReturnType<typeof matrix>, y: ReturnType<typeof matrix>) => number,
): JudgedSample {
  const row = (of: Float64Array): Float64Array => of.slice(index * k, (index + 1) * k);
  const outputs = row(f);
  const largest = outputs.indexOf(Math.max(...outputs));
  return {
    index,
    loss: value(matrix(1, k, outputs), matrix(1, k, row(y))),
    outputs,
    truth: classes[labels?.[index] ?? -1] ?? '',
    guess: classes[k === 1 ? Number(outputs[0]! > 0) : largest] ?? '',
  };
}

/** "A puts 3 of 64 in the wrong class, largest loss 0.82"; nothing where nothing is known. */
export function outOf({ letter, samples }: WorstArm): readonly string[] {
  const [worst] = samples;
  if (!worst) return [];
  const wrong = samples.filter(({ truth, guess }) => truth !== guess).length;
  const classes = worst.truth === '' ? '' : `${wrong} of ${samples.length} in the wrong class, `;
  return [`${letter}${classes}largest loss ${formatNumber(worst.loss)}`];
}
