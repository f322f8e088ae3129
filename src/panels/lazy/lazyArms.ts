import { mean } from '../../math/summary.ts';
import type { ArmLabel } from '../../spec/Experiment.ts';
import { entryOf } from '../../spec/families.ts';
import type { NetworkResults, Results } from '../../spec/Results.ts';
import { armValues } from '../../spec/values.ts';
import { armCalls } from '../armCalls.ts';
import { cached } from '../cached.ts';
import { overRuns, type Run, type Series } from '../chart/Series.ts';
import { armFailure } from '../failureWords.ts';
import { rateShare } from '../rateShare.ts';

/** How far one arm's networks have left their tangents, and how far their kernels have moved. */
export interface LazyArm {
  readonly label: ArmLabel;
  /** "A Gaussian" and "A "; both empty for a single arm. */
  readonly name: string;
  readonly letter: string;
  /** α of the trained function α·f. */
  readonly outputScale: number;
  /** Units or channels of the hidden layers; undefined where an architecture has no width. */
  readonly width: number | undefined;
  /** ‖f_t − f_t^lin‖/‖f_t − f_0‖ on training and on test samples. */
  readonly outputs: Series;
  readonly outputsTest: Series;
  readonly outputRuns: readonly Run[];
  /** ‖Θ_t − Θ_0‖/‖Θ_0‖. */
  readonly change: Series;
  readonly changeRuns: readonly Run[];
  /** Its first move per step, predicted; undefined with the reason in `unknown`, or until it is known. */
  readonly firstMove: number | undefined;
  readonly unknown: string | undefined;
  /** Whether its tangent diverges at the rate that it sets out with. */
  readonly beyond: boolean;
  /** The first step at which a rate was changed, up to which the tangent is followed. */
  readonly tangentEnds: number;
  /** The step by which all of its networks have diverged; undefined while one has not. */
  readonly ended: number | undefined;
  readonly failure: string | undefined;
}

/** Every arm on its way from its tangent. */
export const lazyArms = cached((results: Results): readonly LazyArm[] => {
  const calls = armCalls(results);
  return results.arms.map(({ label, networks }, index): LazyArm => {
    const values = armValues(results.experiment, index);
    const width = values['net.width'];
    const outputsOf = (pick: 'outputs' | 'outputsTest'): readonly Run[] =>
      networks.flatMap(({ lazy = [] }) =>
        lazy.length === 0
          ? []
          : [{ x: lazy.map(({ step }) => step), values: lazy.map((one) => one[pick]) }],
      );
    const changeRuns = networks.flatMap(({ changes }) =>
      changes.length === 0
        ? []
        : [
            {
              x: changes.map(({ step }) => step),
              values: changes.map(({ change }) => change),
            },
          ],
    );
    // A step of an adaptive rule is not as long as its gradient.
    const follows = entryOf('opt', values)?.adaptive !== true;
    const moves = networks.flatMap(({ hierarchy, rate }) =>
      !follows || hierarchy?.rate === undefined || !rate ? [] : [hierarchy.rate * rate.eta],
    );
    const outputRuns = outputsOf('outputs');
    return {
      label,
      ...calls[index]!,
      outputScale: Number(values.outscale),
      width: typeof width === 'number' ? width : undefined,
      outputs: overRuns(outputRuns, 0.1),
      outputsTest: overRuns(outputsOf('outputsTest')),
      outputRuns,
      change: overRuns(changeRuns, 0.1),
      changeRuns,
      firstMove: moves.length > 0 ? mean(moves) : undefined,
      unknown: follows
        ? networks[0]?.hierarchy?.unknown
        : 'Steps of an adaptive optimizer are not as long as their gradients.',
      beyond: rateShare(networks, values)?.beyond ?? false,
      tangentEnds: Math.min(
        Infinity,
        ...networks.flatMap(({ marks = [] }) =>
          marks.flatMap(({ what, step }) => (what === 'rate' ? step : [])),
        ),
      ),
      ended: divergedBy(networks),
      failure: armFailure(networks),
    };
  });
});

function divergedBy(networks: readonly NetworkResults[]): number | undefined {
  const steps = networks.flatMap(({ failure }) =>
    failure?.kind === 'diverged' ? [failure.step ?? 0] : [],
  );
  return steps.length > 0 && steps.length === networks.length ? Math.max(...steps) : undefined;
}
