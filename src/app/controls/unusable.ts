import type { Param, Settings } from '../../nn/Settings.ts';
import { entryOf, sameAsHidden } from '../../spec/families.ts';

/** Why other settings of an arm (complete, keyed as in a link) leave one without effect; undefined where it has one. */
export function unusable({ key }: Param, values: Settings): string | undefined {
  switch (key) {
    case 'sw2':
      return varianceSetBy(values);
    case 'sb2':
      return values.bias === false ? 'no biases' : undefined;
    case 'rate.unit': {
      const optimizer = entryOf('opt', values);
      return optimizer?.adaptive ? `no limit with ${optimizer.label}` : undefined;
    }
    case 'rate.layers':
      return values.scaling === 'ntk' ? 'as NTK scaling has them' : undefined;
    default:
      return undefined;
  }
}

function varianceSetBy(values: Settings): string | undefined {
  const own = entryOf('init', values);
  const others = ['initFirst', 'initLast'].map((family) => entryOf(family, values));
  // The word for “as hidden layers” neither fixes nor uses the variance.
  const used = others.some((entry) => entry && entry.id !== sameAsHidden && !entry.fixesVariance);
  return own?.fixesVariance && !used ? `set by ${own.label.split(',')[0] ?? ''}` : undefined;
}

/** What decides whether settings of all networks have an effect. */
export interface Circumstances {
  /** Of every arm, complete. */
  readonly arms: readonly Settings[];
  /** Whether samples belong to classes, if that is known. */
  readonly classes: boolean | undefined;
}

/** Why a setting of all networks has no effect on any; undefined where it has one. */
export function unusableByAll(
  { key }: Param,
  { arms, classes }: Circumstances,
): string | undefined {
  const plain = arms.filter(({ opt }) => opt === 'gd');
  switch (key) {
    case 'stop.accuracy':
      return classes === false ? 'no classes in this set' : undefined;
    case 'relinearize':
      return plain.length === 0 ? 'of gradient descent only' : undefined;
    case 'flow':
      return plain.some(({ batch }) => batch === 0) ? undefined : 'of full gradient descent only';
    default:
      return undefined;
  }
}
