import { numberIn, type Settings } from '../../nn/Settings.ts';
import { armLabels, type Experiment } from '../../spec/Experiment.ts';
import { entryOf } from '../../spec/families.ts';
import type { Failure } from '../../spec/Failure.ts';
import { armValues } from '../../spec/values.ts';
import { withArm } from '../../state/editing.ts';

/** What one click can do about a failure: another experiment, another backend, or the same once more. */
export type Remedy =
  | { readonly kind: 'experiment'; readonly label: string; readonly experiment: Experiment }
  | { readonly kind: 'wasm'; readonly label: string }
  | { readonly kind: 'again'; readonly label: string };

/** The remedy for a failure of the present experiment; undefined where only the person can choose one. */
export function remedyOf({ kind, arm }: Failure, experiment: Experiment): Remedy | undefined {
  const index = arm === undefined ? -1 : armLabels.indexOf(arm);
  const values = index in experiment.arms ? armValues(experiment, index) : undefined;
  switch (kind) {
    case 'diverged':
      return values && slower(experiment, index, values);
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

/** A rate within the stability limit, or half of one that already is; of an adaptive method, which has none, a tenth. */
function slower(experiment: Experiment, index: number, values: Settings): Remedy {
  const rate = numberIn(values, 'rate');
  if (entryOf('opt', values)?.adaptive)
    return {
      kind: 'experiment',
      label: 'Use a tenth of the rate',
      experiment: withArm(experiment, index, 'rate', Number((rate / 10).toPrecision(3))),
    };
  const within = values['rate.unit'] === 'limit' && rate <= 0.9;
  const value = within ? Number((rate / 2).toPrecision(3)) : 0.9;
  return {
    kind: 'experiment',
    label: within ? 'Halve the rate' : 'Use 0.9 of the limit',
    experiment: withArm(withArm(experiment, index, 'rate.unit', 'limit'), index, 'rate', value),
  };
}
