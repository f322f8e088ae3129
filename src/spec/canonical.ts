import type { Param, Settings } from '../nn/Settings.ts';
import { defaultsOf, type Defaults } from './defaultsOf.ts';
import { currentVersion, type Experiment } from './Experiment.ts';
import { familyOf } from './families.ts';
import { armParams, sharedParams } from './params.ts';
import { rateChanges } from './trainingParams.ts';

/** Settings as a link or a control gives them: valid one by one, yet incomplete, in any order, with strays. */
export interface Draft {
  readonly shared: Settings;
  readonly arms: readonly Settings[];
}

/**
 * The one form in which an experiment is kept. What all share and the first arm are complete, so that their meaning
 * does not hang on defaults that may change. A later arm keeps what it sets itself, even where it equals the first
 * arm's value (it was set on purpose, and stays when the first arm moves), and is complete in the settings of an
 * entry that the first arm does not use. Settings of entries that nobody chose are dropped. Keys are in link order.
 */
export function canonical(
  { shared, arms: [first = {}, ...later] }: Draft,
  defaults: Defaults = defaultsOf(currentVersion),
): Experiment {
  const complete = completed(armParams, first, defaults);
  return {
    version: currentVersion,
    shared: completed(sharedParams, shared, defaults),
    arms: [complete, ...later.map((own) => ownSettings(own, complete, defaults))],
  };
}

/** All settings that `paramsOf` asks for, given ones kept, missing ones filled in, others dropped; in link order. */
export function completed(
  paramsOf: (chosen: Settings) => readonly Param[],
  given: Settings,
  defaults: Defaults,
): Settings {
  const fill = (params: readonly Param[], chosen: Settings): Settings =>
    Object.fromEntries(
      params.map((param) => [param.key, given[param.key] ?? defaults(param, chosen)]),
    );
  // Choices first: they say which other settings there are.
  const chosen = fill(paramsOf(given), given);
  return fill(paramsOf(chosen), chosen);
}

function ownSettings(own: Settings, first: Settings, defaults: Defaults): Settings {
  const merged = { ...first, ...own };
  return Object.fromEntries(
    armParams(merged).flatMap((param) => {
      const inherits = inheritsFrom(first, own, param.key);
      const value = own[param.key] ?? (inherits ? undefined : defaults(param, merged));
      return value === undefined ? [] : [[param.key, value] as const];
    }),
  );
}

/**
 * Whether two arms would mean the same thing by a key: always, but for a setting of an entry that only one uses, and for changes of
 * rates that are not the same.
 */
export function choosesAlike(key: string, one: Settings, other: Settings): boolean {
  const choice = key === rateChanges.key ? 'rate' : familyOf(key);
  return choice === undefined || one[choice] === other[choice];
}

/**
 * Whether an arm that does not set a key itself takes it from the first: a setting of an entry only if both use it, and changes of the
 * rate only with the rate.
 */
export const inheritsFrom = (first: Settings, own: Settings, key: string): boolean =>
  key === rateChanges.key ? !('rate' in own) : choosesAlike(key, first, { ...first, ...own });
