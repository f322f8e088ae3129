import { numberIn, type Settings } from '../../nn/Settings.ts';
import { adaptiveRate } from '../../spec/adaptiveRates.ts';
import { armLabels, type Experiment } from '../../spec/Experiment.ts';
import { entryOf } from '../../spec/families.ts';
import type { Failure } from '../../spec/Failure.ts';
import { armValues } from '../../spec/values.ts';
import { withArm } from '../../state/editing.ts';
import { rateAt } from '../../state/withRate.ts';

/** What one click can do about a failure: another experiment, another backend, or the same once more. */
export type Remedy =
  | { readonly kind: 'experiment'; readonly label: string; readonly experiment: Experiment }
  | { readonly kind: 'wasm'; readonly label: string }
  | { readonly kind: 'again'; readonly label: string };

/** The remedy for a failure of the present experiment; undefined where only the person can choose one. */
export function remedyOf(
  { kind, arm, step = 0 }: Failure,
  experiment: Experiment,
): Remedy | undefined {
  const index = arm === undefined ? -1 : armLabels.indexOf(arm);
  const values = index in experiment.arms ? armValues(experiment, index) : undefined;
  switch (kind) {
    case 'diverged':
      return values && (firstRate(experiment, index, step) ?? slower(experiment, index, values));
    case 'no-gradient':
      return values?.init === 'constant'
        ? {
            kind: 'experiment',
            label: 'Use Gaussian weights',
            experiment: withArm(experiment, index, 'init', 'gaussian'),
          }
        : undefined;
    case 'device-lost':
      return { kind: 'wasm', label: 'Restart on WASM' };
    case 'internal':
    case 'no-backend':
    case 'out-of-memory':
      return { kind: 'again', label: 'Try again' };
    case 'bad-data':
    case 'refused':
      return undefined;
  }
}

/** Where training went wrong at a rate that was set on the way, the rate of the start throughout. */
function firstRate(experiment: Experiment, index: number, step: number): Remedy | undefined {
  const [first, then] = [0, step].map((at) => rateAt(experiment, index, at));
  if (!first || (first.value === then?.value && first.unit === then.unit)) return undefined;
  return {
    kind: 'experiment',
    label: 'Keep the first rate',
    experiment: withArm(experiment, index, 'rate', first.value),
  };
}

/** A rate within the stability limit, or half of one that already is; of an adaptive method, which has none, the usual one or a tenth. */
function slower(experiment: Experiment, index: number, values: Settings): Remedy {
  const rate = numberIn(values, 'rate');
  if (entryOf('opt', values)?.adaptive) {
    const usual = rate > adaptiveRate;
    const lower = usual ? adaptiveRate : Number((rate / 10).toPrecision(3));
    return {
      kind: 'experiment',
      label: usual ? `Use ${adaptiveRate}` : 'Use a tenth of the rate',
      experiment: withArm(experiment, index, 'rate', lower),
    };
  }
  const within = values['rate.unit'] === 'limit' && rate <= 0.9;
  const value = within ? Number((rate / 2).toPrecision(3)) : 0.9;
  return {
    kind: 'experiment',
    label: within ? 'Halve the rate' : 'Use 0.9 of the limit',
    experiment: withArm(withArm(experiment, index, 'rate.unit', 'limit'), index, 'rate', value),
  };
}
