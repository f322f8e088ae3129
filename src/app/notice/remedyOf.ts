import { armLabels, type Experiment } from '../../spec/Experiment.ts';
import type { Failure } from '../../spec/Failure.ts';
import { resolveArms } from '../../spec/resolve.ts';
import { withArm } from '../../state/editing.ts';

/** What one click can do about a failure: another experiment, another backend, or the same once more. */
export type Remedy =
  | { readonly kind: 'experiment'; readonly label: string; readonly experiment: Experiment }
  | { readonly kind: 'wasm'; readonly label: string }
  | { readonly kind: 'again'; readonly label: string };

/** The remedy for a failure of the present experiment; undefined where only the person can choose one. */
export function remedyOf({ kind, arm }: Failure, experiment: Experiment): Remedy | undefined {
  const index = arm === undefined ? -1 : armLabels.indexOf(arm);
  switch (kind) {
    case 'diverged':
      return slower(experiment, index);
    case 'no-gradient':
      return resolveArms(experiment)[index]?.initializer.entry.id === 'constant'
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
      return undefined;
  }
}

/** A rate within the stability limit, or half of one that already is. */
function slower(experiment: Experiment, index: number): Remedy | undefined {
  const rate = resolveArms(experiment)[index]?.rate;
  if (!rate) return undefined;
  const within = rate.unit === 'limit' && rate.value <= 0.9;
  const value = within ? Number((rate.value / 2).toPrecision(3)) : 0.9;
  return {
    kind: 'experiment',
    label: within ? 'Halve the rate' : 'Use 0.9 of the limit',
    experiment: withArm(withArm(experiment, index, 'rate.unit', 'limit'), index, 'rate', value),
  };
}
