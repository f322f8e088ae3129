import { numberIn, wordIn, type Param, type Settings } from '../nn/Settings.ts';
import type { Experiment } from './Experiment.ts';
import { familyOf } from './families.ts';
import { armParams, sharedParams } from './params.ts';
import { rateChanges } from './trainingParams.ts';

/**
 * All values of arm `index` (0 is A), inherited and default ones included, keyed as in a link. An own choice of a catalog
 * entry other than A's starts from that entry's defaults: A's `act.slope` belongs to A's activation, and `rate.changes` to A's rate.
 */
export function armValues({ arms }: Experiment, index: number): Settings {
  const [first] = arms;
  const own = arms[index] ?? {};
  const merged = { ...first, ...own };
  return Object.fromEntries(
    armParams(merged).map((param): [string, Param['default']] => {
      const alike = sameOwner(param.key, first, merged) && !leavesRate(param.key, index, own);
      const inherited = alike ? first[param.key] : undefined;
      return [param.key, own[param.key] ?? inherited ?? param.default];
    }),
  );
}

/** All shared values, default ones included, keyed as in a link. */
export function sharedValues({ shared }: Experiment): Settings {
  return Object.fromEntries(
    sharedParams(shared).map((param) => [param.key, shared[param.key] ?? param.default]),
  );
}

/** What all arms share besides the data. */
export interface RunValues {
  readonly kernel: 'mean' | 'full';
  readonly steps: number;
  readonly snapshots: number;
  readonly seed: number;
  readonly seeds: number;
  readonly stop: StopRules;
  /** The step from whose kernel the rest of training is predicted anew; 0 for none. */
  readonly relinearize: number;
  /** Whether plain gradient descent is predicted as gradient flow. */
  readonly flow: boolean;
}

/** When training ends before its last step; 0 turns a rule off. */
export interface StopRules {
  /** Once every network's training loss is below. */
  readonly loss: number;
  /** Once every network's training accuracy is at least this, from 0 to 1. */
  readonly accuracy: number;
  /** Once no network's test loss has got better for so many steps. */
  readonly patience: number;
}

/** How long and how often an experiment is run. Expects one whose values are valid. */
export function runValues(experiment: Experiment): RunValues {
  const values = sharedValues(experiment);
  return {
    kernel: wordIn(values, 'kernel') === 'full' ? 'full' : 'mean',
    steps: numberIn(values, 'steps'),
    snapshots: numberIn(values, 'snapshots'),
    seed: numberIn(values, 'seed'),
    seeds: numberIn(values, 'seeds'),
    stop: {
      loss: numberIn(values, 'stop.loss'),
      accuracy: numberIn(values, 'stop.accuracy'),
      patience: numberIn(values, 'stop.patience'),
    },
    relinearize: numberIn(values, 'relinearize'),
    flow: values.flow === true,
  };
}

/** Whether a dotted key (`act.slope`) belongs to the same catalog entry in both; plain keys always do. */
function sameOwner(key: string, first: Settings, merged: Settings): boolean {
  const family = familyOf(key);
  return family === undefined || choiceOf(first, family) === choiceOf(merged, family);
}

/** Changes of A's rate are none of a later arm's own rate. */
const leavesRate = (key: string, index: number, own: Settings): boolean =>
  index > 0 && key === rateChanges.key && 'rate' in own;

const choiceOf = (values: Settings, family: string): unknown =>
  values[family] ?? armParams(values).find((param) => param.key === family)?.default;
