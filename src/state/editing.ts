import type { Param, Settings, Value } from '../nn/Settings.ts';
import { canonical, choosesAlike } from '../spec/canonical.ts';
import { defaultsOf } from '../spec/defaultsOf.ts';
import { armLabels, type Experiment } from '../spec/Experiment.ts';
import { familyOf, families } from '../spec/families.ts';
import { armParams, sharedParams } from '../spec/params.ts';
import { readValue } from '../spec/read.ts';
import { rateChanges } from '../spec/trainingParams.ts';
import { armValues } from '../spec/values.ts';

/**
 * The experiment with another value for what all arms share. Choosing another data set drops the settings of the old
 * one. Throws if there is no such setting or it may not have this value.
 */
export function withShared({ shared, arms }: Experiment, key: string, value: Value): Experiment {
  const valid = checked(sharedParams(shared), key, value);
  const kept = valid === shared[key] ? shared : withoutFamily(shared, key);
  return canonical({ shared: { ...kept, [key]: valid }, arms });
}

/**
 * The experiment with another value for arm `index` (0 is A); a later arm has it as its own from then on. Choosing
 * another catalog entry drops the settings of the old one, and a rate, or its unit, holds for the whole of training from then on.
 * Throws if there is no such arm or setting, or it may not have this value.
 */
export function withArm(
  experiment: Experiment,
  index: number,
  key: string,
  value: Value,
): Experiment {
  const before = valuesOf(experiment, index);
  const valid = checked(armParams(before), key, value);
  const chooses = families.has(key) && valid !== before[key];
  const arms = experiment.arms.map((own, i) => {
    if (i === index)
      return { ...(chooses ? withoutFamily(own, key) : throughout(own, key)), [key]: valid };
    if (index > 0 || !chooses) return own;
    // A moves on to another entry: an arm that names its entry itself keeps it as it was, the others follow.
    return key in own
      ? { ...settingsOf(armValues(experiment, i), key), ...own }
      : withoutFamily(own, key);
  });
  return canonical({ shared: experiment.shared, arms });
}

/**
 * The experiment with arm `index` taking `key` from A again. A itself goes back to the default, and so does a setting
 * of an entry that A does not use. Throws if there is no such arm or setting.
 */
export function withoutOwn(experiment: Experiment, index: number, key: string): Experiment {
  const values = valuesOf(experiment, index);
  const param = known(armParams(values), key);
  if (index === 0)
    return withArm(experiment, 0, key, defaultsOf(experiment.version)(param, values));
  const [first] = experiment.arms;
  const arms = experiment.arms.map((own, i) => {
    if (i !== index) return own;
    const rest = without(throughout(own, key), (name) => name === key);
    return values[key] === first[key] ? rest : withoutFamily(rest, key);
  });
  return canonical({ shared: experiment.shared, arms });
}

/** The experiment with one more arm, which takes everything from A. Throws if there are four already. */
export function addArm({ shared, arms }: Experiment): Experiment {
  if (arms.length >= armLabels.length)
    throw new RangeError(`${arms.length} arms are the most; remove one first`);
  return canonical({ shared, arms: [...arms, {}] });
}

/**
 * The experiment without arm `index`. If that is A, B becomes the first and all keep their meaning. Throws if there is
 * no such arm or no other.
 */
export function removeArm(experiment: Experiment, index: number): Experiment {
  const { shared, arms } = experiment;
  valuesOf(experiment, index);
  if (arms.length === 1) throw new RangeError('the only arm cannot be removed');
  if (index > 0) return canonical({ shared, arms: arms.filter((_, i) => i !== index) });

  const first = armValues(experiment, 1);
  const later = arms.slice(2).map((own, place) => {
    const values = armValues(experiment, place + 2);
    // What a default would fill in, because the two use different entries, must be said even where it is the same.
    const inherited = (key: string): boolean =>
      values[key] === first[key] && choosesAlike(key, first, values);
    return { ...without(values, inherited), ...own };
  });
  return canonical({ shared, arms: [first, ...later] });
}

/** What an arm sets itself, without changes of its rate if the rate itself, or its unit, is to be set. */
const throughout = (own: Settings, key: string): Settings =>
  key === 'rate' || key === 'rate.unit' ? without(own, (name) => name === rateChanges.key) : own;

function valuesOf(experiment: Experiment, index: number): Settings {
  if (!(index in experiment.arms))
    throw new RangeError(`no arm ${index}; there are ${experiment.arms.length}`);
  return armValues(experiment, index);
}

function known(params: readonly Param[], key: string): Param {
  const param = params.find((candidate) => candidate.key === key);
  if (param) return param;
  throw new RangeError(`no setting ${key} here; known: ${params.map((p) => p.key).join(', ')}`);
}

function checked(params: readonly Param[], key: string, value: Value): Value {
  const reading = readValue(known(params, key), value);
  if (!reading.valid) throw new RangeError(`${key}=${String(value)} is ${reading.why}`);
  return reading.value;
}

const without = (settings: Settings, drops: (key: string) => boolean): Settings =>
  Object.fromEntries(Object.entries(settings).filter(([key]) => !drops(key)));

const withoutFamily = (settings: Settings, choice: string): Settings =>
  without(settings, (key) => familyOf(key) === choice);

const settingsOf = (settings: Settings, choice: string): Settings =>
  without(settings, (key) => familyOf(key) !== choice);
